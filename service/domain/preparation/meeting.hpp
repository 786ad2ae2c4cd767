// A meeting of the working group: when and where, who calls it and who comes, what was agreed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/preparation/agenda.hpp"

namespace domain {

enum class MeetingState { planned, held, cancelled };

inline constexpr std::array kMeetingStates{MeetingState::planned, MeetingState::held, MeetingState::cancelled};

std::string_view to_string(MeetingState state);
std::optional<MeetingState> parse_meeting_state(std::string_view text);
// Those that may follow; a state may always stay as it is.
std::vector<MeetingState> next_states(MeetingState state);

inline constexpr int kMostMeetings = 200;          // of a report
inline constexpr std::size_t kMostDecisions = 50;  // of a meeting

struct Meeting {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  std::int64_t version = 0;
  std::string title;
  std::string held_on;                   // ISO day
  std::optional<std::string> starts_at;  // "10:00", in the report's time zone
  std::optional<std::string> place;
  std::optional<std::string> link;      // where it is held by video
  std::vector<std::string> organisers;  // names
  std::vector<std::string> partners;    // names of those who help: "IOM"
  std::vector<std::string> agencies;    // that are asked to come
  std::vector<std::string> topics;      // beside what is open
  MeetingState state = MeetingState::planned;
  std::optional<std::string> reason;  // why it was cancelled
  std::optional<Agenda> agenda;       // what was open when it was held
  // The change that made this version.
  std::int64_t event = 0;
  Author by;
  Millis at = 0;

  bool asks(std::string_view agency) const;  // to come
};

// What an agency answered when it was called: whether it is ready for the report, and if not what it lacks.
struct RollCallAnswer {
  std::string agency;
  std::int64_t version = 0;  // of this agency's answer to this meeting
  bool ready = false;
  std::optional<std::string> lacks;    // always there where it is not ready
  std::optional<std::string> attends;  // who comes
  std::int64_t event = 0;
  Author by;
  Millis at = 0;
};

// What was decided, and the task that came of it.
struct Decision {
  std::int64_t number = 0;  // from 1, by meeting
  std::string text;
  std::optional<std::int64_t> task;
  std::int64_t event = 0;
  Author by;
  Millis at = 0;
};

// What was said, as somebody wrote it down.
struct Minutes {
  std::int64_t version = 0;
  std::string markdown;
  std::int64_t event = 0;
  Author by;
  Millis at = 0;
};

}  // namespace domain
