// To whom an edition was sent, and the receipt that came back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

struct Receipt {
  std::string name;  // of the file
  std::string media_type;
  std::string sha256;
  std::int64_t bytes = 0;
  std::int64_t event = 0;
  Author by;
  Millis recorded_at = 0;
};

struct Submission {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  std::int64_t edition = 0;
  std::string manifest_sha256;  // as the event recorded it; inserting takes it from there
  std::string addressee;
  std::string channel;
  std::string sent_on;  // ISO day
  std::optional<std::string> reference;
  std::optional<std::string> note;
  std::int64_t event = 0;
  Author by;
  Millis recorded_at = 0;
  std::optional<Receipt> receipt;
};

}  // namespace domain
