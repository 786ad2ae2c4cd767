#include "usecases/calendar/extensions.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "store/preparation/extensions.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/reports/assignment.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::ExtensionState;
using domain::Fault;
using domain::Role;
using domain::say;

constexpr int kMostAsked = 50;  // of one agency for one section

// The one of the section's agencies for which the caller writes. Empty: none.
std::string own_agency(const domain::Actor& actor, const domain::Assignment& assignment) {
  for (const auto& post : actor.posts) {
    if (assignment.involves(post.agency) && post.writes()) return post.agency;
  }
  return "";
}

ExtensionView view(const Read& context, const OpenReport& report, domain::Extension row) {
  ExtensionView view{std::move(row), {}, false, false};
  const auto section = open_section(context, report.row.id, view.row.section);
  view.due_on = report.due_on(section, view.row.agency);
  const bool open = view.row.state() == ExtensionState::asked;
  view.may_decide = open && context.actor.holds(Role::coordinator);
  view.may_withdraw = open && context.actor.post_speaking_for(view.row.agency) != nullptr;
  return view;
}

void check_until(const OpenReport& report, const domain::Section& section, const std::string& agency,
                 const std::string& until) {
  const auto refuse = [](Fault fault, const domain::Message& why) { throw_invalid("/until", fault, why); };
  if (!domain::parse_day(until)) refuse(Fault::wrong_form, say("'{0}' is not a day of the calendar.", until));
  const std::string due_on = report.due_on(section, agency);
  if (until <= due_on) refuse(Fault::does_not_fit, say("The present deadline is {0}; name a later day.", due_on));
  if (until < report.today) refuse(Fault::does_not_fit, say("That day has passed; name a later one."));
  if (agency != section.lead && until > report.due_on(section)) {
    refuse(Fault::does_not_fit,
           say("The section itself is due on {0}; an agency that contributes has to be done by then.",
               report.due_on(section)));
  }
}

void require_due(const OpenReport& report, const domain::Section& section, const std::string& agency) {
  using enum domain::State;
  if (!report.assignment(section).involves(agency)) {
    throw Error(ErrorCode::conflict, "nothing_due",
                say("The agency '{0}' no longer writes section '{1}'.", agency, section.id));
  }
  if (section.state == empty || section.state == draft || section.state == returned) return;
  throw Error(ErrorCode::conflict, "nothing_due",
              say("Section '{0}' is with its reviewers or approved; nothing of it is due.", section.id));
}

void require_text(const OpenReport& report, const std::string& section) {
  if (report.node(section).kind == domain::NodeKind::text) return;
  throw_invalid("/section", Fault::not_allowed, say("Section '{0}' is a heading; it has no text of its own.", section));
}

void require_room(const Write& context, const NewExtension& wanted, const std::string& report) {
  domain::ExtensionFilter open{"asked", wanted.agency, wanted.section};
  if (!store::list_extensions(context.tx, report, open, 0, 1).empty()) {
    throw Error(ErrorCode::conflict, "extension_asked",
                say("This agency has asked for more time already; the coordinator has not decided yet."));
  }
  if (store::count_extensions(context.tx, report, wanted.section, wanted.agency) < kMostAsked) return;
  throw Error(
      ErrorCode::conflict, "too_many_extensions",
      say("This agency has asked {0} times for more time for this section; agree with the coordinator.", kMostAsked));
}

nlohmann::json describe(const domain::Extension& extension, const domain::ExtensionAct& act) {
  nlohmann::json data{{"number", extension.number},
                      {"agency", extension.agency},
                      {"version", extension.version()},
                      {"state", std::string(domain::to_string(act.state))},
                      {"until", act.until}};
  if (act.reason) data["reason"] = *act.reason;
  return data;
}

const char* type_of(const domain::ExtensionAct& act) {
  if (act.state == ExtensionState::asked) return "extension.asked";
  return "extension.decided";
}

void record(const Write& context, const domain::Extension& of, domain::ExtensionAct& act) {
  act.at = context.tx.now;
  act.event = store::append_event(context.tx, type_of(act), {of.report, of.section}, act.by, describe(of, act));
}

// The new deadline, with the reason for which it was asked.
void grant(const Write& context, const OpenReport& report, const domain::Extension& extension) {
  auto section = open_section(context.as_read(), report.row.id, extension.section);
  const std::string& until = extension.decision->until;
  if (extension.agency == section.lead) {
    section.due_on = until;
    section.due_reason = extension.asked.reason;
  } else {
    section.agency_deadlines[extension.agency] = until;
  }
  save_assignment(context, report, section, extension.decision->by);
}

domain::Extension open_extension(const Read& context, const std::string& report, std::int64_t number) {
  auto row = store::find_extension(context.tx, report, number);
  if (!row) throw_not_found(say("extension"), std::to_string(number));
  return std::move(*row);
}

void require_undecided(const domain::Extension& extension) {
  if (!extension.decision) return;
  throw Error(ErrorCode::conflict, "extension_decided",
              say("This request is decided already; its state is '{0}'.", domain::to_string(extension.state())));
}

domain::ExtensionAct checked(const OpenReport& report, const domain::Section& section,
                             const domain::Extension& extension, const ExtensionDecision& decision) {
  domain::ExtensionAct act;
  act.state = decision.granted ? ExtensionState::granted : ExtensionState::refused;
  act.until = decision.until.value_or(extension.asked.until);
  Faults faults;
  if (decision.granted) {
    faults.gather([&] { check_until(report, section, extension.agency, act.until); });
  } else if (decision.until) {
    faults.add("/until", Fault::does_not_fit, say("A day is named only where more time is granted."));
  }
  if (decision.reason) faults.gather([&] { act.reason = check_remark(*decision.reason, "/reason"); });
  if (!decision.granted && !decision.reason) {
    faults.add("/reason", Fault::missing, say("Say why the agency does not get more time."));
  }
  faults.refuse();
  return act;
}

void decide(const Write& context, domain::Extension& extension, domain::ExtensionAct act) {
  extension.decision = std::move(act);
  record(context, extension, *extension.decision);
  store::insert_extension_decision(context.tx, extension);
}

}  // namespace

ExtensionView ask_extension(const Write& context, const std::string& report_id, const NewExtension& asked) {
  const OpenReport report = open_report(context.as_read(), report_id);
  const auto section = open_section(context.as_read(), report_id, asked.section);
  require_text(report, asked.section);
  NewExtension wanted = asked;
  if (wanted.agency.empty()) wanted.agency = own_agency(context.actor, report.assignment(section));
  const auto* post = wanted.agency.empty() ? nullptr : context.actor.post_speaking_for(wanted.agency);
  if (post == nullptr) {
    throw Error(ErrorCode::forbidden, "not_your_agency",
                say("Only an agency that writes this section, or the coordinator for it, may ask for more time."));
  }
  if (!report.assignment(section).involves(wanted.agency)) {
    throw_invalid("/agency", Fault::does_not_fit, say("The agency '{0}' does not write this section.", wanted.agency));
  }
  domain::Extension extension{report_id, 0, wanted.section, wanted.agency, {}, std::nullopt};
  extension.asked.until = wanted.until;
  extension.asked.by = context.actor.as(post);
  Faults faults;
  faults.gather([&] { check_until(report, section, wanted.agency, wanted.until); });
  faults.gather([&] { extension.asked.reason = check_remark(wanted.reason, "/reason"); });
  faults.refuse();
  require_due(report, section, wanted.agency);
  require_room(context, wanted, report_id);
  extension.number = store::next_extension_number(context.tx, report_id);
  record(context, extension, extension.asked);
  store::insert_extension(context.tx, extension);
  return get_extension(context.as_read(), report_id, extension.number);
}

ExtensionView get_extension(const Read& context, const std::string& report_id, std::int64_t number) {
  const OpenReport report = open_report(context, report_id);
  return view(context, report, open_extension(context, report_id, number));
}

std::vector<ExtensionView> list_extensions(const Read& context, const std::string& report_id,
                                           const domain::ExtensionFilter& filter, std::int64_t above, int limit) {
  const OpenReport report = open_report(context, report_id);
  if (!filter.agency.empty() && !store::find_agency(context.tx, filter.agency)) {
    throw_not_found(say("agency"), filter.agency);
  }
  std::vector<ExtensionView> views;
  for (auto& row : store::list_extensions(context.tx, report_id, filter, above, limit)) {
    views.push_back(view(context, report, std::move(row)));
  }
  return views;
}

ExtensionView decide_extension(const Write& context, const std::string& report_id, std::int64_t number,
                               const ExtensionDecision& decision, const Expected& expected) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  auto row = open_extension(context.as_read(), report_id, number);
  require_version(expected, row.version());
  require_undecided(row);
  const auto section = open_section(context.as_read(), report_id, row.section);
  if (decision.granted) require_due(report, section, row.agency);
  auto act = checked(report, section, row, decision);
  act.by = by;
  decide(context, row, std::move(act));
  if (decision.granted) grant(context, report, row);
  return get_extension(context.as_read(), report_id, number);
}

ExtensionView withdraw_extension(const Write& context, const std::string& report_id, std::int64_t number) {
  open_report(context.as_read(), report_id);
  auto row = open_extension(context.as_read(), report_id, number);
  const auto* post = context.actor.post_speaking_for(row.agency);
  if (post == nullptr) {
    throw Error(ErrorCode::forbidden, "not_your_agency",
                say("Only the agency that asked for more time and the coordinator may withdraw it."));
  }
  if (row.state() == ExtensionState::withdrawn) return get_extension(context.as_read(), report_id, number);
  require_undecided(row);
  decide(context, row, {ExtensionState::withdrawn, row.asked.until, std::nullopt, context.actor.as(post), 0, 0});
  return get_extension(context.as_read(), report_id, number);
}

}  // namespace usecases
