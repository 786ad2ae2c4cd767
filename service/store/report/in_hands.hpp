// What is in the hands of one person, over all reports.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/basis/calendar.hpp"
#include "store/database/database.hpp"

namespace store {

// The newest text of a language in a section that is with its agencies.
struct Draft {
  std::string report;
  std::string section;
  std::string language;
  std::int64_t revision = 0;
  domain::Millis saved_at = 0;
};

// Those that the person saved, or a deputy for them; by report, section and language.
std::vector<Draft> drafts_of(ReadTx& tx, const std::string& user);

struct OpenRequest {
  std::string report;
  std::int64_t number = 0;
  std::string section;
  std::string agency;
  std::string until;  // ISO day: asked for
};

// Requests for more time that the person made, or a deputy for them, and that nobody decided; by report and number.
std::vector<OpenRequest> open_requests_of(ReadTx& tx, const std::string& user);

}  // namespace store
