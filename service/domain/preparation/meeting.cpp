#include "domain/preparation/meeting.hpp"

#include <algorithm>

namespace domain {
namespace {

struct MeetingWays {
  MeetingState state;
  std::string_view name;
  std::vector<MeetingState> next;
};

// What was held took place; what was cancelled may be planned again.
const std::array<MeetingWays, 3>& meeting_ways() {
  using enum MeetingState;
  static const std::array<MeetingWays, 3> all{{
      {planned, "planned", {held, cancelled}},
      {held, "held", {}},
      {cancelled, "cancelled", {planned}},
  }};
  return all;
}

const MeetingWays& ways_of(MeetingState state) {
  return *std::ranges::find(meeting_ways(), state, &MeetingWays::state);
}

}  // namespace

std::string_view to_string(MeetingState state) { return ways_of(state).name; }

std::optional<MeetingState> parse_meeting_state(std::string_view text) {
  const auto found = std::ranges::find(meeting_ways(), text, &MeetingWays::name);
  return found == meeting_ways().end() ? std::nullopt : std::optional(found->state);
}

std::vector<MeetingState> next_states(MeetingState state) { return ways_of(state).next; }

bool Meeting::asks(std::string_view agency) const { return std::ranges::find(agencies, agency) != agencies.end(); }

}  // namespace domain
