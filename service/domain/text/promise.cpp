#include "domain/text/promise.hpp"

#include "domain/basis/message.hpp"

namespace domain {

std::string_view to_string(PromiseStatus status) {
  switch (status) {
    case PromiseStatus::kept:
      return "kept";
    case PromiseStatus::partly_kept:
      return "partly_kept";
    case PromiseStatus::dropped:
      return "dropped";
    case PromiseStatus::carried_on:
      return "carried_on";
    case PromiseStatus::open:
      break;
  }
  return "open";
}

bool is_settled(PromiseStatus status) { return status == PromiseStatus::kept || status == PromiseStatus::dropped; }

std::optional<PromiseStatus> parse_promise_status(std::string_view text) {
  for (const auto status : kPromiseStatuses) {
    if (to_string(status) == text) return status;
  }
  return std::nullopt;
}

Message lack_of_answer(PromiseStatus status, bool names_section, bool has_note) {
  if (status == PromiseStatus::open || has_note) return {};
  if (status == PromiseStatus::dropped) return say("Say in a note why the promise was dropped.");
  return names_section ? Message()
                       : say("Name the section that answers for the promise, or say in a note what was done.");
}

}  // namespace domain
