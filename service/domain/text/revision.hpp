// The texts of sections, revision by revision.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

// The text of an earlier report, in the same section and language.
struct CarriedFrom {
  std::string report;
  std::int64_t revision = 0;
};

// One saved text; immutable. Lists leave markdown empty.
struct Revision {
  std::int64_t event = 0;
  std::string report;
  std::string section;
  std::string language;
  std::int64_t revision = 0;
  std::uint64_t words = 0;
  std::string sha256;
  std::optional<std::string> note;
  std::optional<std::int64_t> source_revision;
  bool minor = false;
  std::optional<std::string> reason;
  Author author;
  Millis saved_at = 0;
  std::int64_t confirmed = 0;               // newest revision of this text that an approval or confirmation covered
  std::optional<CarriedFrom> carried_over;  // taken over as it was, and neither edited nor confirmed here
  std::string markdown;
};

// The newest text of each language, by language.
using Texts = std::map<std::string, Revision>;

}  // namespace domain
