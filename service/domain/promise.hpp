// A promise of the last report, and how this one answers for it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

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
std::string lack_of_answer(PromiseStatus status, bool names_section, bool has_note);

}  // namespace domain
