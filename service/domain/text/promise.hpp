// A promise of the last report, and how this one answers for it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"
#include "domain/basis/message.hpp"

namespace domain {

enum class PromiseStatus {
  open,  // not answered yet
  kept,
  partly_kept,
  dropped,
  carried_on,  // not done, and promised again
};

inline constexpr std::array kPromiseStatuses{PromiseStatus::open, PromiseStatus::kept, PromiseStatus::partly_kept,
                                             PromiseStatus::dropped, PromiseStatus::carried_on};

std::string_view to_string(PromiseStatus status);
// Kept or dropped: nothing is left to do about it.
bool is_settled(PromiseStatus status);
std::optional<PromiseStatus> parse_promise_status(std::string_view text);

// What an answer lacks, as one sentence; empty: nothing. A reader must find it in a section or in a note; what is
// dropped needs a note.
Message lack_of_answer(PromiseStatus status, bool names_section, bool has_note);

struct PromiseSource {
  std::string report;
  std::string section;
  std::map<std::string, std::int64_t> revisions;  // language -> revision that it was read in
};

struct Promise {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  LocalizedText text;
  std::optional<PromiseSource> source;  // none: added by hand
  std::int64_t added_event = 0;
  // The answer in force.
  std::int64_t version = 1;
  PromiseStatus status = PromiseStatus::open;
  std::string agency;       // that answers for it; empty: none
  std::string answered_in;  // section; empty: none
  std::optional<std::string> note;
  std::int64_t event = 0;
  Author by;
  Millis at = 0;
};

struct PromiseFilter {
  std::string status;   // empty: any
  std::string agency;   // empty: any
  std::string section;  // that it came from or is answered in; empty: any
};

}  // namespace domain
