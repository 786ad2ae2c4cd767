#include "usecases/plan/assistance.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "store/preparation/assistance.hpp"
#include "usecases/frame/null_or.hpp"
#include "usecases/plan/assistance_changes.hpp"
#include "usecases/reports/assignment.hpp"

namespace usecases {
namespace {

using domain::AssistanceState;
using domain::Error;
using domain::ErrorCode;
using domain::Role;
using domain::say;

// Every column of the row, so that the rows are worked out again from the events alone.
nlohmann::json describe(const domain::Assistance& request) {
  return {{"number", request.number},
          {"version", request.version},
          {"title", request.title},
          {"note", null_or(request.note)},
          {"partner", request.partner},
          {"kind", std::string(domain::to_string(request.kind))},
          {"needed_by", null_or(request.needed_by)},
          {"amount", null_or(request.amount)},
          {"currency", null_or(request.currency)},
          {"agency", null_or(store::or_null(request.agency))},
          {"task", null_or(request.task)},
          {"state", std::string(domain::to_string(request.state))},
          {"answer", null_or(request.answer)},
          {"outcome", null_or(request.outcome)}};
}

const char* type_of(const domain::Assistance& request) {
  if (request.version == 1) return "assistance.added";
  return "assistance.changed";
}

void record(const Write& context, domain::Assistance& request) {
  ++request.version;
  request.at = context.tx.now;
  request.event =
      store::append_event(context.tx, type_of(request), {request.report, ""}, request.by, describe(request));
  store::save_assistance(context.tx, request);
}

AssistanceView view(const Read& context, const OpenReport& report, domain::Assistance row) {
  AssistanceView view{std::move(row), false, false, {}};
  view.overdue = !domain::is_ended(view.row.state) && view.row.needed_by && *view.row.needed_by < report.today;
  view.may_change = domain::post_for(context.actor, view.row) != nullptr;
  if (!view.may_change) return view;
  view.allowed_states = domain::next_states(view.row.state);
  if (context.actor.holds(Role::coordinator)) return view;
  std::erase_if(view.allowed_states, [](AssistanceState state) { return state != AssistanceState::withdrawn; });
  return view;
}

domain::Assistance open_assistance(const Read& context, const std::string& report, std::int64_t number) {
  auto row = store::find_assistance(context.tx, report, number);
  if (!row) throw_not_found(say("request for assistance"), std::to_string(number));
  return std::move(*row);
}

void require_room_for_request(const Write& context, const std::string& report) {
  if (store::count_assistance(context.tx, report) < domain::kMostAssistance) return;
  throw Error(ErrorCode::conflict, "too_many_assistance",
              say("The report has {0} requests for assistance, and may not have more.", domain::kMostAssistance));
}

// A head who names no agency means his own.
const domain::Post& post_to_add(const domain::Actor& actor, const AssistanceChange& wanted) {
  const domain::Post& post = require_role(actor, {Role::coordinator, Role::head});
  if (post.role == Role::coordinator || !wanted.agency || !*wanted.agency) return post;
  const auto own = std::ranges::find_if(actor.posts, [&](const domain::Post& candidate) {
    return candidate.role == Role::head && candidate.agency == **wanted.agency;
  });
  if (own != actor.posts.end()) return *own;
  throw Error(ErrorCode::forbidden, "not_your_agency",
              say("A head asks for help for the own agency; the coordinator does for others."));
}

}  // namespace

AssistanceView add_assistance(const Write& context, const std::string& report_id, const AssistanceChange& asked) {
  const domain::Post& post = post_to_add(context.actor, asked);
  const OpenReport report = open_report(context.as_read(), report_id);
  AssistanceChange wanted = asked;
  if (post.role == Role::head) wanted.agency = post.agency;
  domain::Assistance request;
  request.report = report_id;
  request.number = store::next_assistance_number(context.tx, report_id);
  request.by = context.actor.as(&post);
  change_assistance(context.as_read(), wanted, request);
  require_room_for_request(context, report_id);
  record(context, request);
  return get_assistance(context.as_read(), report_id, request.number);
}

AssistanceView get_assistance(const Read& context, const std::string& report_id, std::int64_t number) {
  const OpenReport report = open_report(context, report_id);
  return view(context, report, open_assistance(context, report_id, number));
}

std::vector<AssistanceView> list_assistance(const Read& context, const std::string& report_id,
                                            const domain::AssistanceFilter& filter, std::int64_t above, int limit) {
  const OpenReport report = open_report(context, report_id);
  if (!filter.agency.empty() && !store::find_agency(context.tx, filter.agency)) {
    throw_not_found(say("agency"), filter.agency);
  }
  std::vector<AssistanceView> views;
  for (auto& row : store::list_assistance(context.tx, report_id, filter, above, limit)) {
    views.push_back(view(context, report, std::move(row)));
  }
  return views;
}

AssistanceView update_assistance(const Write& context, const std::string& report_id, std::int64_t number,
                                 const AssistanceChange& change, const Expected& expected) {
  open_report(context.as_read(), report_id);
  auto row = open_assistance(context.as_read(), report_id, number);
  const auto* post = domain::post_for(context.actor, row);
  if (post == nullptr) {
    throw Error(ErrorCode::forbidden, "not_yours",
                say("Only the coordinator may change this, and while it is a draft the head of the agency that needs "
                    "it."));
  }
  if (is_for_coordinator(change, row)) post = &require_role(context.actor, {Role::coordinator});
  require_version(expected, row.version);
  row.by = context.actor.as(post);
  change_assistance(context.as_read(), change, row);
  record(context, row);
  return get_assistance(context.as_read(), report_id, number);
}

void move_days_of_assistance(const Write& context, const std::string& report, int days, const domain::Author& by) {
  for (auto& request : store::list_assistance(context.tx, report, {}, 0, domain::kMostAssistance)) {
    if (!request.needed_by || !domain::is_unanswered(request.state)) continue;
    move_with_forum(*request.needed_by, days);
    request.by = by;
    record(context, request);
  }
}

}  // namespace usecases
