#include "usecases/plan/assistance_changes.hpp"

#include <algorithm>

#include "domain/basis/error.hpp"
#include "store/preparation/tasks.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/plan/plan_checks.hpp"

namespace usecases {
namespace {

using domain::AssistanceState;
using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

constexpr std::size_t kLongestRequestTitle = 300;  // characters, as the contract says
constexpr std::size_t kLongestPartner = 200;

void change_remark(const std::optional<std::optional<std::string>>& change, const std::string& pointer,
                   std::optional<std::string>& remark, Faults& faults) {
  if (!change) return;
  remark = *change;
  if (remark) faults.gather([&] { remark = check_remark(**change, pointer); });
}

void change_words(const AssistanceChange& change, domain::Assistance& request, Faults& faults) {
  if (change.title) faults.gather([&] { request.title = check_name(*change.title, "/title", kLongestRequestTitle); });
  if (change.partner)
    faults.gather([&] { request.partner = check_name(*change.partner, "/partner", kLongestPartner); });
  change_remark(change.note, "/note", request.note, faults);
  change_remark(change.answer, "/answer", request.answer, faults);
  change_remark(change.outcome, "/outcome", request.outcome, faults);
}

void check_task(const Read& context, const domain::Assistance& request) {
  if (store::find_task(context.tx, request.report, *request.task)) return;
  throw_invalid("/task", Fault::does_not_exist, say("There is no task {0}.", *request.task));
}

void change_what_it_names(const Read& context, const AssistanceChange& change, domain::Assistance& request,
                          Faults& faults) {
  if (change.needed_by) request.needed_by = *change.needed_by;
  if (change.needed_by && request.needed_by) {
    faults.gather([&] { check_plan_day(*request.needed_by, "/needed_by"); });
  }
  if (change.agency) request.agency = change.agency->value_or("");
  if (change.agency && !request.agency.empty()) {
    faults.gather([&] { check_plan_agency(context, request.agency, "/agency"); });
  }
  if (change.task) request.task = *change.task;
  if (change.task && request.task) faults.gather([&] { check_task(context, request); });
  if (change.kind) request.kind = *change.kind;
}

void change_amount(const AssistanceChange& change, domain::Assistance& request) {
  if (change.amount) request.amount = *change.amount;
  if (change.amount && !request.amount) request.currency.reset();
  if (change.currency) request.currency = *change.currency;
}

// An answer to what is asked for anew is still to come.
void forget_answer(AssistanceState from, AssistanceState to, domain::Assistance& request) {
  using enum AssistanceState;
  if (to == from) return;
  if (to == drafted || to == requested || (from == agreed && to == declined)) request.answer.reset();
  if (to != received && to != withdrawn) request.outcome.reset();
}

void require_next(const domain::Assistance& request, AssistanceState state) {
  const auto next = domain::next_states(request.state);
  if (state == request.state || std::ranges::find(next, state) != next.end()) return;
  std::vector<std::string> names;
  for (const auto one : next) names.emplace_back(domain::to_string(one));
  throw Error(ErrorCode::conflict, "wrong_next_state",
              say("The state is '{0}'; it can become: {1}.", domain::to_string(request.state), names));
}

}  // namespace

bool is_for_coordinator(const AssistanceChange& change, const domain::Assistance& request) {
  const bool goes_on = change.state && *change.state != request.state && *change.state != AssistanceState::withdrawn;
  const bool given_away = change.agency && change.agency->value_or("") != request.agency;
  return goes_on || given_away || change.answer || change.outcome;
}

void change_assistance(const Read& context, const AssistanceChange& change, domain::Assistance& request) {
  const AssistanceState from = request.state;
  const AssistanceState to = change.state.value_or(from);
  require_next(request, to);
  forget_answer(from, to, request);
  request.state = to;
  Faults faults;
  change_words(change, request, faults);
  change_what_it_names(context, change, request, faults);
  change_amount(change, request);
  const auto lack = domain::lack_of(request);
  if (!lack.member.empty()) faults.add("/" + std::string(lack.member), Fault::missing, lack.message);
  faults.refuse();
}

}  // namespace usecases
