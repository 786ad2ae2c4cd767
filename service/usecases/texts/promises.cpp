#include "usecases/texts/promises.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/texts/promise_events.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

constexpr std::int64_t kMostPromises = 1000;  // of a report that still gets one by hand

// A promise belongs to its agency as a section to its lead.
domain::Assignment assignment_of(const domain::Promise& promise) { return {promise.agency, {}, nullptr}; }

const domain::Post* post_to_answer(const domain::Actor& actor, const domain::Promise& promise) {
  return domain::post_for(actor, assignment_of(promise), domain::Action::save_text);
}

PromiseView view(const Read& context, const OpenReport& report, domain::Promise row) {
  PromiseView view{std::move(row), false, false};
  view.readable =
      shows_texts(context.actor) && domain::may_read_text(context.actor, assignment_of(view.row), report.row.shared());
  view.may_answer = post_to_answer(context.actor, view.row) != nullptr;
  return view;
}

std::string check_agency(const Read& context, const std::string& agency, const std::string& pointer) {
  if (agency.empty()) return agency;
  const auto row = store::find_agency(context.tx, agency);
  if (!row) throw_invalid(pointer, Fault::does_not_exist, say("There is no agency '{0}'.", agency));
  if (!row->active) throw_invalid(pointer, Fault::not_allowed, say("The agency '{0}' no longer takes part.", agency));
  return agency;
}

void check_section(const OpenReport& report, const std::string& section) {
  const auto* node = report.format->find(section);
  if (node == nullptr)
    throw_invalid("/answered_in", Fault::does_not_exist, say("This report has no section '{0}'.", section));
  if (node->kind == domain::NodeKind::group) {
    throw_invalid("/answered_in", Fault::not_allowed,
                  say("Section '{0}' is a heading; it has no text of its own.", section));
  }
}

void change_answer(const Read& context, const OpenReport& report, const PromiseChange& change, domain::Promise& row) {
  if (change.status) row.status = domain::parse_promise_status(*change.status).value();
  if (change.agency) require_role(context.actor, {domain::Role::coordinator});
  Faults faults;
  if (change.answered_in) row.answered_in = change.answered_in->value_or("");
  if (!row.answered_in.empty() && change.answered_in) faults.gather([&] { check_section(report, row.answered_in); });
  if (change.note) row.note = *change.note;
  if (row.note && change.note) faults.gather([&] { row.note = check_remark(*row.note, "/note"); });
  if (change.agency) {
    faults.gather([&] { row.agency = check_agency(context, change.agency->value_or(""), "/agency"); });
  }
  const domain::Message lack = domain::lack_of_answer(row.status, !row.answered_in.empty(), row.note.has_value());
  if (!lack.empty()) faults.add("/note", Fault::missing, lack);
  faults.refuse();
}

// Numbers have no gap, as no promise is ever taken away.
void require_room_for_promise(const Write& context, const std::string& report) {
  if (store::next_promise_number(context.tx, report) <= kMostPromises) return;
  throw Error(ErrorCode::conflict, "too_many_promises",
              say("The report has {0} promises or more, and gets no others by hand.", kMostPromises));
}

domain::Promise open_promise(const Read& context, const std::string& report, std::int64_t number) {
  auto row = store::find_promise(context.tx, report, number);
  if (!row) throw_not_found(domain::say("promise"), std::to_string(number));
  return std::move(*row);
}

}  // namespace

PromiseView add_promise(const Write& context, const std::string& report_id, const NewPromise& wanted) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  domain::Promise promise;
  promise.report = report_id;
  Faults faults;
  for (const auto& [language, text] : wanted.text) {
    const std::string pointer = "/text/" + language;
    if (!report.has_language(language))
      faults.add(pointer, Fault::does_not_exist, say("This report is not written in '{0}'.", language));
    std::string& kept = promise.text[language];
    faults.gather([&, &said = text] { kept = check_remark(said, pointer); });
  }
  faults.gather([&] { promise.agency = check_agency(context.as_read(), wanted.agency, "/agency"); });
  faults.refuse();
  require_room_for_promise(context, report_id);
  promise.by = by;
  record_new_promise(context, promise);
  return get_promise(context.as_read(), report_id, promise.number);
}

PromiseView get_promise(const Read& context, const std::string& report_id, std::int64_t number) {
  const OpenReport report = open_report(context, report_id);
  return view(context, report, open_promise(context, report_id, number));
}

std::vector<PromiseView> list_promises(const Read& context, const std::string& report_id,
                                       const domain::PromiseFilter& filter, std::int64_t above, int limit) {
  const OpenReport report = open_report(context, report_id);
  if (!filter.agency.empty() && !store::find_agency(context.tx, filter.agency)) {
    throw_not_found(domain::say("agency"), filter.agency);
  }
  std::vector<PromiseView> views;
  for (auto& row : store::list_promises(context.tx, report_id, filter, above, limit)) {
    views.push_back(view(context, report, std::move(row)));
  }
  return views;
}

PromiseView answer_promise(const Write& context, const std::string& report_id, std::int64_t number,
                           const PromiseChange& change, const Expected& expected) {
  const OpenReport report = open_report(context.as_read(), report_id);
  auto row = open_promise(context.as_read(), report_id, number);
  const auto* post = post_to_answer(context.actor, row);
  if (post == nullptr) {
    throw Error(ErrorCode::forbidden, "not_yours",
                say("Only the coordinator and the agency that answers for this promise may change it."));
  }
  require_version(expected, row.version);
  change_answer(context.as_read(), report, change, row);
  row.by = context.actor.as(post);
  record_answer(context, row);
  return get_promise(context.as_read(), report_id, number);
}

}  // namespace usecases
