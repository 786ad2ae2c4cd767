// What is added to a meeting: the roll call, decisions and minutes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/preparation/meeting.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/text_reading.hpp"
#include "usecases/meetings/meetings.hpp"
#include "usecases/plan/tasks.hpp"

namespace usecases {

// Errors: conflict (meeting_cancelled).
void require_not_cancelled(const domain::Meeting& meeting);

struct NewAnswer {
  std::string agency;  // empty: the one for which the caller may answer
  bool ready = false;
  std::optional<std::string> lacks;    // needed where it is not ready
  std::optional<std::string> attends;  // who comes
};
// A contributor or the head of an agency that is asked to come, or the coordinator for it; a new answer takes the place
// of the one before. Errors: not_found, forbidden; invalid (an agency that is not asked, nothing that it lacks);
// conflict (the meeting is cancelled, the agency answered too often).
MeetingView answer_roll_call(const Write& context, const std::string& report, std::int64_t meeting,
                             const NewAnswer& wanted);

struct NewDecision {
  std::string text;
  std::optional<TaskChange> task;  // that is to be added; without a title: that of the decision
};
// Coordinator. Errors: forbidden, not_found; invalid; conflict (the meeting is cancelled, there are too many decisions
// or tasks).
MeetingView add_decision(const Write& context, const std::string& report, std::int64_t meeting,
                         const NewDecision& wanted);

// For every participant; of version 0 and empty where none were saved. Errors: not_found.
domain::Minutes get_minutes(const Read& context, const std::string& report, std::int64_t meeting);
// Coordinator. Every version is kept. Errors: forbidden, not_found, stale; invalid (too long, or larger in documents
// than is shown); conflict (the meeting is cancelled, the minutes were saved too often).
domain::Minutes save_minutes(const Write& context, const std::string& report, std::int64_t meeting,
                             const CheckedText& text, const Expected& expected);

}  // namespace usecases
