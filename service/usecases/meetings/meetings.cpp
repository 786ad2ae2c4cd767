#include "usecases/meetings/meetings.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "store/preparation/meetings.hpp"
#include "usecases/frame/null_or.hpp"
#include "usecases/meetings/meeting_changes.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::MeetingState;
using domain::Role;
using domain::say;

constexpr std::size_t kMostAgencies = 100;  // that are asked to a meeting, as the contract says

// Every column of the row, so that the rows are worked out again from the events alone.
nlohmann::json describe(const domain::Meeting& meeting) {
  return {{"number", meeting.number},
          {"version", meeting.version},
          {"title", meeting.title},
          {"held_on", meeting.held_on},
          {"starts_at", null_or(meeting.starts_at)},
          {"place", null_or(meeting.place)},
          {"link", null_or(meeting.link)},
          {"organisers", meeting.organisers},
          {"partners", meeting.partners},
          {"agencies", meeting.agencies},
          {"topics", meeting.topics},
          {"state", std::string(domain::to_string(meeting.state))},
          {"reason", null_or(meeting.reason)},
          {"agenda", meeting.agenda ? nlohmann::json::parse(store::agenda_column(*meeting.agenda)) : nlohmann::json()}};
}

const char* type_of(const domain::Meeting& meeting) {
  if (meeting.version == 1) return "meeting.called";
  return "meeting.changed";
}

void record(const Write& context, domain::Meeting& meeting) {
  ++meeting.version;
  meeting.at = context.tx.now;
  meeting.event =
      store::append_event(context.tx, type_of(meeting), {meeting.report, ""}, meeting.by, describe(meeting));
  store::save_meeting(context.tx, meeting);
}

// All that take part. None of them is left out in silence.
std::vector<std::string> all_agencies(const Read& context) {
  auto keys = store::list_active_agencies(context.tx, static_cast<int>(kMostAgencies) + 1);
  if (keys.size() > kMostAgencies) {
    throw_invalid("/agencies", Fault::too_many,
                  say("More than {0} agencies take part; name those that are asked to come.", kMostAgencies));
  }
  return keys;
}

MeetingView view(const Read& context, domain::Meeting row) {
  MeetingView view;
  view.row = std::move(row);
  view.answers = store::roll_call(context.tx, view.row.report, view.row.number);
  std::erase_if(view.answers, [&](const auto& answer) { return !view.row.asks(answer.first); });
  view.decisions = store::list_decisions(context.tx, view.row.report, view.row.number);
  view.minutes_version = store::minutes_version(context.tx, view.row.report, view.row.number);
  view.may_change = context.actor.holds(Role::coordinator);
  if (view.may_change) view.allowed_states = domain::next_states(view.row.state);
  if (view.row.state == MeetingState::cancelled) return view;
  for (const auto& agency : view.row.agencies) {
    if (context.actor.post_speaking_for(agency) != nullptr) view.may_answer_for.push_back(agency);
  }
  return view;
}

void require_room_for_meeting(const Write& context, const std::string& report) {
  if (store::count_meetings(context.tx, report) < domain::kMostMeetings) return;
  throw Error(ErrorCode::conflict, "too_many_meetings",
              say("The report has {0} meetings, and may not have more.", domain::kMostMeetings));
}

}  // namespace

int MeetingView::ready() const {
  return static_cast<int>(std::ranges::count_if(answers, [](const auto& answer) { return answer.second.ready; }));
}

int MeetingView::not_ready() const { return static_cast<int>(answers.size()) - ready(); }

domain::Meeting open_meeting(const Read& context, const std::string& report, std::int64_t number) {
  auto row = store::find_meeting(context.tx, report, number);
  if (!row) throw_not_found(say("meeting"), std::to_string(number));
  return std::move(*row);
}

MeetingView call_meeting(const Write& context, const std::string& report_id, const MeetingChange& wanted) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  domain::Meeting meeting;
  meeting.report = report_id;
  meeting.number = store::next_meeting_number(context.tx, report_id);
  meeting.by = by;
  if (!wanted.agencies) meeting.agencies = all_agencies(context.as_read());
  change_meeting(context.as_read(), report, wanted, meeting);
  require_room_for_meeting(context, report_id);
  record(context, meeting);
  return get_meeting(context.as_read(), report_id, meeting.number);
}

MeetingView get_meeting(const Read& context, const std::string& report_id, std::int64_t number) {
  open_report(context, report_id);
  return view(context, open_meeting(context, report_id, number));
}

std::vector<MeetingView> list_meetings(const Read& context, const std::string& report_id, const std::string& state,
                                       std::int64_t above, int limit) {
  open_report(context, report_id);
  std::vector<MeetingView> views;
  for (auto& row : store::list_meetings(context.tx, report_id, state, above, limit)) {
    views.push_back(view(context, std::move(row)));
  }
  return views;
}

MeetingView update_meeting(const Write& context, const std::string& report_id, std::int64_t number,
                           const MeetingChange& change, const Expected& expected) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  auto row = open_meeting(context.as_read(), report_id, number);
  require_version(expected, row.version);
  row.by = by;
  change_meeting(context.as_read(), report, change, row);
  record(context, row);
  return get_meeting(context.as_read(), report_id, number);
}

}  // namespace usecases
