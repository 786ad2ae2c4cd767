// The workflow of a section: one table of (state, action, party) -> state. Anything that has no row is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/message.hpp"

namespace domain {

enum class State { empty, draft, in_review, returned, approved };

enum class Action {
  save_text,         // the text in the source language
  save_translation,  // a text in another language of the report
  save_minor,        // a correction after approval that does not reopen the review
  submit,
  declare_nothing,
  withdraw,
  approve,
  return_to_agency,
  reopen,
  confirm_translation,  // of a translation saved after approval
  assign,               // lead, contributors, due date, title
};

// What the caller is to a section. A person may be several at once.
enum Party : unsigned {
  kWriter = 1U << 0,     // contributor or head of the lead or of a contributing agency
  kLeadHead = 1U << 1,   // head of the lead agency
  kStepOwner = 1U << 2,  // owner of the review step that the section stands at
  kCoordinator = 1U << 3,
  kTranslator = 1U << 4,  // translator of some language of the section
  kReviewer = 1U << 5,    // owner of some review step, be it another than the section's present one
};
using Parties = unsigned;

// What a rule asks for beyond the right state and party. In the order in which they are checked.
enum class Condition {
  has_source_text,
  not_only_carried_over,  // somebody edited the text that an earlier report had, or confirms it
  no_blocking_finding,
  first_step,    // no step has decided yet
  not_own_text,  // four eyes
  minor_edits_allowed,
  has_unconfirmed_translation,
  not_own_translation,  // four eyes
};

// When a reason has to be given.
enum class ReasonAsked { never, always, for_own_text, for_carried_over };

enum class Next { same, draft, first_step, next_step, returned };

struct Rule {
  std::vector<State> from;
  Action action;
  Parties who;  // any of these
  Next to;
  std::vector<Condition> only_if;
  ReasonAsked reason = ReasonAsked::never;
};

// The whole workflow.
std::span<const Rule> workflow();

// What the table needs to know of one section and one caller.
struct Situation {
  State state = State::empty;
  int step = 0;   // in_review: 0-based step that it waits at
  int steps = 1;  // review steps of the format
  Parties parties = 0;
  bool has_source_text = false;
  bool carried_over = false;           // the source text is an earlier report's, as it was
  bool confirms_carried_over = false;  // the caller says that it still holds
  Message blocking_finding;            // what stops the section at the gate before its next act; empty: nothing
  std::size_t blocking_findings = 0;   // how many do
  bool own_text = false;               // the caller wrote the revision that is decided about
  bool own_translation = false;        // or one of the translations that are named
  bool four_eyes_recorded = false;     // the format lets the author decide, who says why where he approves
  bool minor_edits = true;
  bool has_unconfirmed_translation = false;
};

// What an action is refused for: the state of the section; the caller, who is none of those who may, or owns another
// step than the one it stands at, or is the author; or what else the rule asks for.
enum class Ground { state, party, step, author, condition };

struct Refusal {
  Ground ground;
  std::string code;  // "wrong_state", "not_your_step", "four_eyes", ...
  Message reason;    // one sentence
};

struct Move {
  State state;
  int step;  // 0-based; meaningful in_review
};

// Why an action is refused now; nothing: it is allowed.
std::optional<Refusal> refuse(const Situation& situation, Action action);

// Where an allowed action leads.
Move move(const Situation& situation, Action action);

// Why the caller has to give a reason, as one sentence to him; empty: he need not.
Message asks_reason(const Situation& situation, Action action);

// Actions that are possible now, in the order of the enum.
std::vector<std::string> allowed_actions(const Situation& situation);

struct BlockedAction {
  std::string action;
  Message reason;
};
// Actions that are the caller's in this state, but for a condition that does not hold yet.
std::vector<BlockedAction> blocked_actions(const Situation& situation);

std::string_view to_string(State state);
std::optional<State> parse_state(std::string_view text);
std::string_view to_string(Action action);
std::optional<Action> parse_action(std::string_view text);

}  // namespace domain
