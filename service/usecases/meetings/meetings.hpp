// Meetings of the working group: called by the coordinator, answered by the agencies, written down afterwards.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/meeting.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct MeetingView {
  domain::Meeting row;
  std::map<std::string, domain::RollCallAnswer> answers;  // by agency; of those that are asked to come
  std::vector<domain::Decision> decisions;
  std::int64_t minutes_version = 0;                  // 0: there are none yet
  bool may_change = false;                           // the coordinator
  std::vector<domain::MeetingState> allowed_states;  // to which the caller may bring it now
  std::vector<std::string> may_answer_for;           // agencies

  int ready() const;      // agencies that said so
  int not_ready() const;  // that said so
};

// What is left out stays as it is; an inner nothing takes it away.
struct MeetingChange {
  std::optional<std::string> title;
  std::optional<std::string> held_on;
  std::optional<std::optional<std::string>> starts_at;
  std::optional<std::optional<std::string>> place;
  std::optional<std::optional<std::string>> link;
  std::optional<std::vector<std::string>> organisers;
  std::optional<std::vector<std::string>> partners;
  std::optional<std::vector<std::string>> agencies;  // new meeting: left out, all that take part
  std::optional<std::vector<std::string>> topics;
  std::optional<domain::MeetingState> state;
  std::optional<std::optional<std::string>> reason;  // why it is cancelled
};

// Coordinator. Errors: forbidden, not_found; invalid (see update_meeting, and where more agencies take part than can be
// asked and none is named); conflict (there are too many).
MeetingView call_meeting(const Write& context, const std::string& report, const MeetingChange& wanted);

// For every participant. Errors: not_found.
MeetingView get_meeting(const Read& context, const std::string& report, std::int64_t number);
// By number, above one. state: empty: any. Errors: not_found.
std::vector<MeetingView> list_meetings(const Read& context, const std::string& report, const std::string& state,
                                       std::int64_t above, int limit);

// Coordinator. What was open is kept with the meeting when it is held. Errors: forbidden, not_found, stale; invalid (a
// day or a time that there is not, an address that is no web page, an agency that does not take part, held before its
// day, cancelled without a reason); conflict (a state that does not follow).
MeetingView update_meeting(const Write& context, const std::string& report, std::int64_t number,
                           const MeetingChange& change, const Expected& expected);

// Errors: not_found.
domain::Meeting open_meeting(const Read& context, const std::string& report, std::int64_t number);

}  // namespace usecases
