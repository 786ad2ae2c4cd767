#include "usecases/meetings/meeting_acts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/preparation/meetings.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/frame/null_or.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::Meeting;
using domain::Role;
using domain::say;

constexpr std::int64_t kMostAnswers = 50;         // of an agency to a meeting
constexpr std::int64_t kMostVersions = 200;       // of the minutes of a meeting
constexpr std::size_t kLongestMinutes = 200'000;  // bytes, as the contract says
constexpr std::size_t kBytesOfTitle = 120;        // of a decision that stands for it

std::string agency_to_answer(const domain::Actor& actor, const Meeting& meeting, const std::string& wanted) {
  if (!wanted.empty()) return wanted;
  const auto own = std::ranges::find_if(meeting.agencies, [&](const std::string& agency) {
    const auto* post = actor.post_speaking_for(agency);
    return post != nullptr && post->agency == agency;
  });
  return own == meeting.agencies.end() ? "" : *own;
}

domain::RollCallAnswer checked_answer(const NewAnswer& wanted) {
  domain::RollCallAnswer answer;
  answer.ready = wanted.ready;
  answer.lacks = wanted.lacks;
  answer.attends = wanted.attends;
  Faults faults;
  if (answer.lacks) faults.gather([&] { answer.lacks = check_remark(*answer.lacks, "/lacks"); });
  if (answer.attends) faults.gather([&] { answer.attends = check_name(*answer.attends, "/attends"); });
  if (!answer.ready && !answer.lacks) {
    faults.add("/lacks", Fault::missing, say("Say what the agency lacks to be ready."));
  }
  faults.refuse();
  return answer;
}

std::int64_t version_after(const Write& context, const Meeting& meeting, const std::string& agency) {
  const auto answers = store::roll_call(context.tx, meeting.report, meeting.number);
  const auto before = answers.find(agency);
  const std::int64_t version = before == answers.end() ? 1 : before->second.version + 1;
  if (version <= kMostAnswers) return version;
  throw Error(ErrorCode::conflict, "too_many_answers",
              say("This agency has answered {0} times; agree with the coordinator.", kMostAnswers));
}

// What is wrong in a part of a body.
Error below(const Error& error, const std::string& part) {
  auto findings = error.findings();
  for (auto& finding : findings) finding.pointer = part + finding.pointer;
  return Error(error.code(), error.kind(), error.message()).with(std::move(findings));
}

// What a decision asks of somebody is a task, with the decision as its title where it has none of its own.
std::optional<std::int64_t> add_task_of(const Write& context, const Meeting& meeting, const NewDecision& wanted,
                                        const std::string& text) {
  if (!wanted.task) return std::nullopt;
  TaskChange task = *wanted.task;
  if (!task.title && (text.size() > kBytesOfTitle || text.find('\n') != std::string::npos)) {
    throw_invalid("/task/title", Fault::missing, say("The decision is long; give its task a title."));
  }
  if (!task.title) task.title = text;
  try {
    return add_task(context, meeting.report, task).row.number;
  } catch (const Error& error) {
    throw below(error, "/task");
  }
}

}  // namespace

void require_not_cancelled(const Meeting& meeting) {
  if (meeting.state != domain::MeetingState::cancelled) return;
  throw Error(ErrorCode::conflict, "meeting_cancelled", say("The meeting was cancelled."));
}

MeetingView answer_roll_call(const Write& context, const std::string& report_id, std::int64_t number,
                             const NewAnswer& wanted) {
  open_report(context.as_read(), report_id);
  const Meeting meeting = open_meeting(context.as_read(), report_id, number);
  const std::string agency = agency_to_answer(context.actor, meeting, wanted.agency);
  const auto* post = agency.empty() ? nullptr : context.actor.post_speaking_for(agency);
  if (post == nullptr) {
    throw Error(ErrorCode::forbidden, "not_your_agency",
                say("Only an agency that is asked to come, or the coordinator for it, may answer."));
  }
  if (!meeting.asks(agency)) {
    throw_invalid("/agency", Fault::does_not_fit, say("The agency '{0}' is not asked to this meeting.", agency));
  }
  require_not_cancelled(meeting);
  auto answer = checked_answer(wanted);
  answer.agency = agency;
  answer.version = version_after(context, meeting, agency);
  answer.event = store::append_event(context.tx, "meeting.answered", {report_id, ""}, context.actor.as(post),
                                     {{"number", number},
                                      {"agency", agency},
                                      {"version", answer.version},
                                      {"ready", answer.ready},
                                      {"lacks", null_or(answer.lacks)},
                                      {"attends", null_or(answer.attends)}});
  store::insert_answer(context.tx, meeting, answer);
  return get_meeting(context.as_read(), report_id, number);
}

MeetingView add_decision(const Write& context, const std::string& report_id, std::int64_t number,
                         const NewDecision& wanted) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::coordinator}));
  open_report(context.as_read(), report_id);
  const Meeting meeting = open_meeting(context.as_read(), report_id, number);
  require_not_cancelled(meeting);
  const auto before = store::list_decisions(context.tx, report_id, number);
  if (before.size() >= domain::kMostDecisions) {
    throw Error(ErrorCode::conflict, "too_many_decisions",
                say("The meeting has {0} decisions, and may not have more.", domain::kMostDecisions));
  }
  domain::Decision decision;
  decision.number = static_cast<std::int64_t>(before.size()) + 1;
  decision.text = check_remark(wanted.text, "/text");
  decision.task = add_task_of(context, meeting, wanted, decision.text);
  const nlohmann::json data{
      {"number", number}, {"decision", decision.number}, {"text", decision.text}, {"task", null_or(decision.task)}};
  decision.event = store::append_event(context.tx, "meeting.decided", {report_id, ""}, by, data);
  store::insert_decision(context.tx, meeting, decision);
  return get_meeting(context.as_read(), report_id, number);
}

domain::Minutes get_minutes(const Read& context, const std::string& report_id, std::int64_t number) {
  open_report(context, report_id);
  open_meeting(context, report_id, number);
  return store::find_minutes(context.tx, report_id, number).value_or(domain::Minutes{});
}

domain::Minutes save_minutes(const Write& context, const std::string& report_id, std::int64_t number,
                             const CheckedText& text, const Expected& expected) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::coordinator}));
  open_report(context.as_read(), report_id);
  const Meeting meeting = open_meeting(context.as_read(), report_id, number);
  require_not_cancelled(meeting);
  domain::Minutes minutes;
  const auto before = store::minutes_version(context.tx, report_id, number);
  require_version(expected, before);
  if (before >= kMostVersions) {
    throw Error(ErrorCode::conflict, "too_many_versions",
                say("The minutes were saved {0} times, and cannot be saved again.", kMostVersions));
  }
  if (text.markdown.size() > kLongestMinutes) {
    throw_invalid("/markdown", Fault::too_long, say("Minutes have at most {0} bytes.", kLongestMinutes));
  }
  // What no document could show is not kept, in minutes as in sections.
  if (const auto reading = reading_of(context.as_read(), text); !reading->objection.empty()) {
    throw Error(ErrorCode::invalid, "text_too_large", reading->objection);
  }
  minutes.markdown = text.markdown;
  minutes.version = before + 1;
  minutes.event = store::append_event(context.tx, "meeting.minuted", {report_id, ""}, by,
                                      {{"number", number}, {"version", minutes.version}, {"sha256", text.sha256}});
  store::insert_minutes(context.tx, meeting, minutes);
  return get_minutes(context.as_read(), report_id, number);
}

}  // namespace usecases
