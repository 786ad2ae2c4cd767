// One thing that stops or weakens a report: where it is, who can mend it and by which act, and what it stops.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/message.hpp"
#include "domain/report/finding_kind.hpp"

namespace usecases {

// Who can mend a finding today, and how.
struct Mend {
  std::string role;
  std::string agency;  // empty: of none, or of any
  std::string step;    // review step; empty: none
  domain::Remedy remedy;
};

struct ReportFinding {
  const domain::FindingKind* kind = nullptr;
  domain::FindingLevel level = domain::FindingLevel::info;
  std::string section;       // empty: about none
  std::string language;      // empty: about none
  std::int64_t promise = 0;  // its number; 0: about none
  domain::Message message;   // counts what texts say and quotes nothing: not everybody who is told may read them
  Mend mend;
  std::vector<std::string> gates;  // that it stops now: "submit", "step:coordinator", "stage:collect", "final"
  std::int64_t task = 0;           // its number; 0: about none
  std::int64_t assistance = 0;     // likewise

  bool stops(std::string_view gate) const;
};

}  // namespace usecases
