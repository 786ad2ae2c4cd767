#include "domain/report/workflow.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "domain/basis/message.hpp"

namespace domain {
namespace {

using enum State;
using enum Condition;
using enum ReasonAsked;

const std::vector<State> kOpen{empty, draft, returned};
const std::vector<State> kWritten{draft, in_review, returned, approved};
const std::vector<State> kAny{empty, draft, in_review, returned, approved};

const std::vector<Rule> kWorkflow{
    {kOpen, Action::save_text, kWriter | kCoordinator, Next::draft, {}},
    {kWritten, Action::save_translation, kWriter | kTranslator | kCoordinator, Next::same, {has_source_text}},
    {{approved}, Action::save_minor, kCoordinator, Next::same, {minor_edits_allowed, has_source_text}, always},
    {{draft, returned},
     Action::submit,
     kLeadHead,
     Next::first_step,
     {has_source_text, not_only_carried_over, no_blocking_finding},
     for_carried_over},
    {kOpen, Action::declare_nothing, kLeadHead, Next::first_step, {}, always},
    {{in_review}, Action::withdraw, kLeadHead, Next::draft, {first_step}},
    {{in_review}, Action::approve, kStepOwner, Next::next_step, {not_own_text, no_blocking_finding}, for_own_text},
    {{in_review}, Action::return_to_agency, kStepOwner, Next::returned, {}, always},
    {{approved}, Action::reopen, kCoordinator, Next::draft, {}, always},
    {{approved},
     Action::confirm_translation,
     kLeadHead | kCoordinator,
     Next::same,
     {has_unconfirmed_translation, not_own_translation}},
    {kAny, Action::assign, kCoordinator, Next::same, {}},
};

constexpr std::array<std::pair<State, std::string_view>, 5> kStates{{
    {empty, "empty"},
    {draft, "draft"},
    {in_review, "in_review"},
    {returned, "returned"},
    {approved, "approved"},
}};

constexpr std::array<std::pair<Action, std::string_view>, 11> kActions{{
    {Action::save_text, "save_text"},
    {Action::save_translation, "save_translation"},
    {Action::save_minor, "save_minor"},
    {Action::submit, "submit"},
    {Action::declare_nothing, "declare_nothing"},
    {Action::withdraw, "withdraw"},
    {Action::approve, "approve"},
    {Action::return_to_agency, "return"},
    {Action::reopen, "reopen"},
    {Action::confirm_translation, "confirm_translation"},
    {Action::assign, "assign"},
}};

const Rule& rule_for(Action action) {
  const auto found = std::ranges::find(kWorkflow, action, &Rule::action);
  if (found == kWorkflow.end()) throw std::logic_error("an action without a rule");
  return *found;
}

Message who_may(Action action) {
  switch (action) {
    case Action::save_text:
      return say("Only the lead agency, a contributing agency or the coordinator may write this section.");
    case Action::save_translation:
      return say("Only the section's agencies, a translator of that language or the coordinator may translate it.");
    case Action::submit:
    case Action::declare_nothing:
    case Action::withdraw:
      return say("Only the head of the section's lead agency may do this.");
    case Action::approve:
    case Action::return_to_agency:
      return say("Only the owner of the review step that the section is at may decide about it.");
    case Action::confirm_translation:
      return say("Only the head of the lead agency or the coordinator may confirm a translation.");
    default:
      return say("Only the coordinator may do this.");
  }
}

std::optional<Refusal> check(const Situation& s, Condition condition) {
  switch (condition) {
    case has_source_text:
      if (s.has_source_text) return std::nullopt;
      return Refusal{Ground::condition, "no_source_text", say("There is no text in the report's source language yet.")};
    case not_only_carried_over:
      if (!s.carried_over || s.confirms_carried_over) return std::nullopt;
      return Refusal{Ground::condition, "carried_over",
                     say("This text was carried over from an earlier report and nobody has edited it here. Bring it up "
                         "to date, or submit it with confirm_carried_over and the reason why it is still true.")};
    case no_blocking_finding:
      if (s.blocking_finding.empty()) return std::nullopt;
      return Refusal{Ground::condition, "blocking_finding", s.blocking_finding};
    case first_step:
      if (s.step == 0) return std::nullopt;
      return Refusal{
          Ground::condition, "already_decided",
          say("A review step has already decided about this section; ask the owner of the current step to return it.")};
    case not_own_text:
      if (!s.own_text || s.four_eyes_recorded) return std::nullopt;
      return Refusal{Ground::author, "four_eyes",
                     say("The author of a text cannot approve it; somebody else who owns the step must decide.")};
    case minor_edits_allowed:
      if (s.minor_edits) return std::nullopt;
      return Refusal{Ground::condition, "minor_edits_not_allowed",
                     say("This format does not allow minor edits after approval; reopen the section instead.")};
    case has_unconfirmed_translation:
      if (s.has_unconfirmed_translation) return std::nullopt;
      return Refusal{Ground::condition, "nothing_to_confirm",
                     say("No translation of this section waits for confirmation.")};
    case not_own_translation:
      if (!s.own_translation || s.four_eyes_recorded) return std::nullopt;
      return Refusal{Ground::author, "four_eyes",
                     say("The author of a translation cannot confirm it; somebody else must.")};
  }
  return std::nullopt;
}

bool holds(const Rule& rule, State state) { return std::ranges::find(rule.from, state) != rule.from.end(); }

}  // namespace

std::span<const Rule> workflow() { return kWorkflow; }

std::optional<Refusal> refuse(const Situation& s, Action action) {
  const Rule& rule = rule_for(action);
  const bool lawful_state = holds(rule, s.state);
  // A reviewer who comes too early or too late is told about the state; it is their kind of act all the same.
  const bool reviewer = (rule.who & kStepOwner) != 0 && (s.parties & kReviewer) != 0;
  if ((s.parties & rule.who) == 0 && (!reviewer || lawful_state)) {
    const Message who = who_may(action);
    return reviewer ? Refusal{Ground::step, "not_your_step", who} : Refusal{Ground::party, "not_yours", who};
  }
  if (!lawful_state) {
    return Refusal{Ground::state, "wrong_state",
                   say("The state of the section is '{0}'; '{1}' is not possible in that state.", to_string(s.state),
                       to_string(action))};
  }
  for (const Condition condition : rule.only_if) {
    if (auto refusal = check(s, condition)) return refusal;
  }
  return std::nullopt;
}

Move move(const Situation& s, Action action) {
  switch (rule_for(action).to) {
    case Next::same:
      return {s.state, s.step};
    case Next::draft:
      return {draft, 0};
    case Next::first_step:
      return {in_review, 0};
    case Next::returned:
      return {returned, 0};
    case Next::next_step:
      break;
  }
  if (s.step + 1 < s.steps) return {in_review, s.step + 1};
  return {approved, 0};
}

Message asks_reason(const Situation& s, Action action) {
  switch (rule_for(action).reason) {
    case always:
      return say("Give a reason; it is kept with the section.");
    case for_own_text:
      return s.own_text ? say("You are approving your own text: say why nobody else could.") : Message();
    case for_carried_over:
      return s.carried_over && s.confirms_carried_over ? say("Say why the text of the earlier report is still true.")
                                                       : Message();
    case never:
      break;
  }
  return {};
}

std::vector<std::string> allowed_actions(const Situation& situation) {
  std::vector<std::string> names;
  for (const auto& [action, name] : kActions) {
    if (!refuse(situation, action)) names.emplace_back(name);
  }
  return names;
}

std::vector<BlockedAction> blocked_actions(const Situation& situation) {
  std::vector<BlockedAction> blocked;
  for (const auto& [action, name] : kActions) {
    const auto refusal = refuse(situation, action);
    if (refusal && (refusal->ground == Ground::author || refusal->ground == Ground::condition))
      blocked.push_back({std::string(name), refusal->reason});
  }
  return blocked;
}

std::string_view to_string(State state) {
  return std::ranges::find(kStates, state, &std::pair<State, std::string_view>::first)->second;
}

std::optional<State> parse_state(std::string_view text) {
  const auto found = std::ranges::find(kStates, text, &std::pair<State, std::string_view>::second);
  if (found == kStates.end()) return std::nullopt;
  return found->first;
}

std::string_view to_string(Action action) {
  return std::ranges::find(kActions, action, &std::pair<Action, std::string_view>::first)->second;
}

std::optional<Action> parse_action(std::string_view text) {
  const auto found = std::ranges::find(kActions, text, &std::pair<Action, std::string_view>::second);
  if (found == kActions.end()) return std::nullopt;
  return found->first;
}

}  // namespace domain
