#include "domain/report/workflow.hpp"

#include <doctest/doctest.h>

#include <array>

#include "domain/report/policy.hpp"
#include "support/golden.hpp"

using namespace domain;

namespace {

constexpr std::array kStates{State::empty, State::draft, State::in_review, State::returned, State::approved};
constexpr std::array kActions{
    Action::save_text, Action::save_translation, Action::save_minor,       Action::submit, Action::declare_nothing,
    Action::withdraw,  Action::approve,          Action::return_to_agency, Action::reopen, Action::confirm_translation,
    Action::assign};

const ReviewStep kCoordinatorStep{"coordinator", {}, "coordinator"};
const ReviewStep kMinistryStep{"foreign-ministry", {}, "reviewer"};

// Everybody who can be something to a section led by `labour` to which `health` contributes.
struct Caller {
  const char* name;
  Post post;
};
const std::array kCallers{
    Caller{"contributor of the lead", {Role::contributor, "labour", "", {}}},
    Caller{"contributor of a contributing agency", {Role::contributor, "health", "", {}}},
    Caller{"contributor of another agency", {Role::contributor, "interior", "", {}}},
    Caller{"head of the lead", {Role::head, "labour", "", {}}},
    Caller{"head of a contributing agency", {Role::head, "health", "", {}}},
    Caller{"head of another agency", {Role::head, "interior", "", {}}},
    Caller{"reviewer of the first step", {Role::reviewer, "", "coordinator", {}}},
    Caller{"reviewer of the second step", {Role::reviewer, "", "foreign-ministry", {}}},
    Caller{"translator", {Role::translator, "", "", {}}},
    Caller{"coordinator", {Role::coordinator, "", "", {}}},
    Caller{"observer", {Role::observer, "", "", {}}},
    Caller{"admin", {Role::admin, "", "", {}}},
};

Actor actor_with(const Post& post) { return {"somebody", "Somebody", 1, {}, {post}}; }

Situation open_situation(State state, int step) {
  Situation situation;
  situation.state = state;
  situation.step = step;
  situation.steps = 2;
  situation.has_source_text = true;
  situation.has_unconfirmed_translation = true;
  return situation;
}

std::string outcome(const Situation& situation, Action action) {
  if (const auto refusal = refuse(situation, action)) return refusal->code;
  const Move to = move(situation, action);
  return "-> " + std::string(to_string(to.state)) +
         (to.state == State::in_review ? " " + std::to_string(to.step + 1) : "");
}

}  // namespace

TEST_CASE("the full product of state, action and role is the golden table") {
  std::string table;
  for (const State state : kStates) {
    for (int step = 0; step < (state == State::in_review ? 2 : 1); ++step) {
      const ReviewStep* at = state != State::in_review ? nullptr : step == 0 ? &kCoordinatorStep : &kMinistryStep;
      for (const Caller& caller : kCallers) {
        auto situation = open_situation(state, step);
        situation.parties = parties_of(actor_with(caller.post), {"labour", {"health"}, at});
        for (const Action action : kActions) {
          table += std::string(to_string(state)) + (at == nullptr ? "" : " " + std::to_string(step + 1)) + " | " +
                   caller.name + " | " + std::string(to_string(action)) + " | " + outcome(situation, action) + "\n";
        }
      }
    }
  }
  support::check_golden("workflow.txt", table);
}

TEST_CASE("no action leads out of its row: in each state the whole table allows these and no others") {
  const auto allowed_in = [](State state) {
    std::string names;
    auto situation = open_situation(state, 0);
    situation.parties = ~0U;
    for (const Action action : kActions) {
      if (!refuse(situation, action)) names += std::string(to_string(action)) + " ";
    }
    return names;
  };
  CHECK(allowed_in(State::empty) == "save_text declare_nothing assign ");
  CHECK(allowed_in(State::draft) == "save_text save_translation submit declare_nothing assign ");
  CHECK(allowed_in(State::in_review) == "save_translation withdraw approve return assign ");
  CHECK(allowed_in(State::returned) == "save_text save_translation submit declare_nothing assign ");
  CHECK(allowed_in(State::approved) == "save_translation save_minor reopen confirm_translation assign ");
}

TEST_CASE("what a section or a text lacks closes the doors that ask for it, and no others") {
  const auto closed_by = [](void (*change)(Situation&)) {
    std::string names;
    for (const Action action : kActions) {
      for (const State state : kStates) {
        auto situation = open_situation(state, 0);
        situation.parties = ~0U;
        if (refuse(situation, action)) continue;
        change(situation);
        const auto refusal = refuse(situation, action);
        if (refusal) names += std::string(to_string(action)) + " in " + std::string(to_string(state)) + ", ";
        if (refusal) CHECK((refusal->ground == Ground::author || refusal->ground == Ground::condition));
      }
    }
    return names;
  };
  CHECK(closed_by([](Situation& s) { s.has_source_text = false; }) ==
        "save_translation in draft, save_translation in in_review, save_translation in returned, "
        "save_translation in approved, save_minor in approved, submit in draft, submit in returned, ");
  CHECK(closed_by([](Situation& s) { s.carried_over = true; }) == "submit in draft, submit in returned, ");
  CHECK(closed_by([](Situation& s) { s.blocking_finding = domain::say("Too long."); }) ==
        "submit in draft, submit in returned, approve in in_review, ");
  CHECK(closed_by([](Situation& s) { s.step = 1; }) == "withdraw in in_review, ");
  CHECK(closed_by([](Situation& s) { s.own_text = true; }) == "approve in in_review, ");
  CHECK(closed_by([](Situation& s) { s.minor_edits = false; }) == "save_minor in approved, ");
  CHECK(closed_by([](Situation& s) { s.has_unconfirmed_translation = false; }) == "confirm_translation in approved, ");
  CHECK(closed_by([](Situation& s) { s.own_translation = true; }) == "confirm_translation in approved, ");
}

TEST_CASE("an agency cannot submit a section without a source text") {
  auto situation = open_situation(State::draft, 0);
  situation.parties = kLeadHead;
  situation.has_source_text = false;
  CHECK(refuse(situation, Action::submit)->code == "no_source_text");
}

TEST_CASE("who corrects, declares nothing, returns or reopens has to say why, and nobody else") {
  const std::array<std::pair<Action, bool>, kActions.size()> demands{{
      {Action::save_text, false},
      {Action::save_translation, false},
      {Action::save_minor, true},
      {Action::submit, false},
      {Action::declare_nothing, true},
      {Action::withdraw, false},
      {Action::approve, false},
      {Action::return_to_agency, true},
      {Action::reopen, true},
      {Action::confirm_translation, false},
      {Action::assign, false},
  }};
  for (const auto& demand : demands) {
    CAPTURE(to_string(demand.first));
    CHECK(asks_reason(Situation{}, demand.first).empty() != demand.second);
  }
}

TEST_CASE("who approves his own text, or submits what an earlier report said, has to say why") {
  const auto asked_when = [](void (*change)(Situation&)) {
    std::string names;
    for (const Action action : kActions) {
      Situation situation;
      const bool before = asks_reason(situation, action).empty();
      change(situation);
      if (before && !asks_reason(situation, action).empty()) names += std::string(to_string(action)) + " ";
    }
    return names;
  };
  CHECK(asked_when([](Situation& s) { s.own_text = true; }) == "approve ");
  CHECK(asked_when([](Situation& s) { s.own_translation = true; }) == "");
  CHECK(asked_when([](Situation& s) { s.carried_over = s.confirms_carried_over = true; }) == "submit ");
  CHECK(asked_when([](Situation& s) { s.carried_over = true; }) == "");
  CHECK(asked_when([](Situation& s) { s.confirms_carried_over = true; }) == "");
}

TEST_CASE("a text that is only carried over closes one door in the whole table: submitting it unconfirmed") {
  int closed = 0;
  for (const State state : kStates) {
    for (const Caller& caller : kCallers) {
      for (const Action action : kActions) {
        auto situation = open_situation(state, 0);
        situation.parties = parties_of(actor_with(caller.post), {"labour", {"health"}, &kCoordinatorStep});
        const std::string before = outcome(situation, action);
        situation.carried_over = true;
        const bool submits = action == Action::submit && before.starts_with("->");
        closed += submits ? 1 : 0;
        CHECK(outcome(situation, action) == (submits ? "carried_over" : before));
        situation.confirms_carried_over = true;
        CHECK(outcome(situation, action) == before);
      }
    }
  }
  CHECK(closed == 2);  // the head's of the lead agency, for a draft and for a text that was returned
}

TEST_CASE("a text over a blocking limit cannot be submitted, and the refusal says so") {
  auto situation = open_situation(State::draft, 0);
  situation.parties = kLeadHead;
  situation.blocking_finding = domain::say("The text has 300 words; 220 are allowed.");
  CHECK(refuse(situation, Action::submit)->reason.english() == "The text has 300 words; 220 are allowed.");
}

TEST_CASE("the author of a text cannot approve it, unless the format records it") {
  auto situation = open_situation(State::in_review, 0);
  situation.parties = kStepOwner;
  situation.own_text = true;
  CHECK(refuse(situation, Action::approve)->code == "four_eyes");
  situation.four_eyes_recorded = true;
  CHECK_FALSE(refuse(situation, Action::approve).has_value());
}

TEST_CASE("who wrote a translation that is named cannot confirm it, unless the format records it") {
  auto situation = open_situation(State::approved, 0);
  situation.parties = kCoordinator;
  situation.own_translation = true;
  CHECK(refuse(situation, Action::confirm_translation)->code == "four_eyes");
  CHECK(refuse(situation, Action::confirm_translation)->ground == Ground::author);
  situation.four_eyes_recorded = true;
  CHECK_FALSE(refuse(situation, Action::confirm_translation).has_value());
}

TEST_CASE("no step is skipped: each approval leads to the next step, the last one to approved") {
  auto situation = open_situation(State::in_review, 0);
  situation.steps = 3;
  situation.parties = kStepOwner;
  for (int step = 1; step < 3; ++step) {
    const Move next = move(situation, Action::approve);
    CHECK(next.state == State::in_review);
    CHECK(next.step == step);
    situation.step = next.step;
  }
  CHECK(move(situation, Action::approve).state == State::approved);
}

TEST_CASE("a submission can be withdrawn only while no step has decided") {
  auto situation = open_situation(State::in_review, 0);
  situation.parties = kLeadHead;
  CHECK_FALSE(refuse(situation, Action::withdraw).has_value());
  situation.step = 1;
  CHECK(refuse(situation, Action::withdraw)->code == "already_decided");
}

TEST_CASE("a minor edit needs a format that allows it") {
  auto situation = open_situation(State::approved, 0);
  situation.parties = kCoordinator;
  CHECK_FALSE(refuse(situation, Action::save_minor).has_value());
  situation.minor_edits = false;
  CHECK(refuse(situation, Action::save_minor)->code == "minor_edits_not_allowed");
}

TEST_CASE("allowed and blocked actions together are what the caller may ever do in this state") {
  auto situation = open_situation(State::draft, 0);
  situation.parties = kLeadHead | kWriter;
  situation.has_source_text = false;
  CHECK(allowed_actions(situation) == std::vector<std::string>{"save_text", "declare_nothing"});
  const auto blocked = blocked_actions(situation);
  REQUIRE(blocked.size() == 2);
  CHECK(blocked[0].action == "save_translation");
  CHECK(blocked[1].action == "submit");
}

TEST_CASE("names of states and actions are read back") {
  for (const State state : kStates) CHECK(parse_state(to_string(state)) == state);
  for (const Action action : kActions) CHECK(parse_action(to_string(action)) == action);
  CHECK_FALSE(parse_state("lost").has_value());
  CHECK_FALSE(parse_action("delete").has_value());
}
