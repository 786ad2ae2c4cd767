#include "domain/preparation/assistance.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace domain;

namespace {

Actor person_with(Role role, const std::string& agency) {
  Actor actor;
  actor.posts = {{role, agency, "", {}}};
  return actor;
}

}  // namespace

TEST_CASE("states and kinds of assistance have names, and are read by them") {
  for (const auto state : kAssistanceStates) CHECK(parse_assistance_state(to_string(state)) == state);
  for (const auto kind : kAssistanceKinds) CHECK(parse_assistance_kind(to_string(kind)) == kind);
  CHECK_FALSE(parse_assistance_state("granted"));
  CHECK_FALSE(parse_assistance_kind("money"));
}

TEST_CASE("which state of a request leads to which, written down a second time: the full product of states") {
  using enum AssistanceState;
  const std::map<AssistanceState, std::set<AssistanceState>> expected{{drafted, {requested, withdrawn}},
                                                                      {requested, {agreed, declined, withdrawn}},
                                                                      {agreed, {received, declined, withdrawn}},
                                                                      {declined, {requested}},
                                                                      {received, {agreed}},
                                                                      {withdrawn, {drafted}}};
  for (const auto from : kAssistanceStates) {
    CAPTURE(to_string(from));
    const auto next = next_states(from);
    CHECK(std::set<AssistanceState>(next.begin(), next.end()) == expected.at(from));
    CHECK(is_ended(from) == (from == declined || from == received || from == withdrawn));
  }
}

TEST_CASE("what is agreed or declined has an answer, what is received an outcome, and an amount a currency") {
  for (const auto state : kAssistanceStates) {
    CAPTURE(to_string(state));
    Assistance request;
    request.state = state;
    const bool answered = state == AssistanceState::agreed || state == AssistanceState::declined;
    const bool received = state == AssistanceState::received;
    CHECK(lack_of(request).member == (answered ? "answer" : received ? "outcome" : ""));
    request.answer = "Yes.";
    request.outcome = "A text.";
    CHECK(lack_of(request).member.empty());
    request.amount = "5";
    CHECK(lack_of(request).member == "currency");
    request.currency = "USD";
    CHECK(lack_of(request).member.empty());
    request.amount.reset();
    CHECK(lack_of(request).member == "amount");
  }
}

TEST_CASE("a request is changed by a coordinator, and as a draft by a head of the agency that needs it") {
  Assistance request;
  request.agency = "labour";
  for (const auto state : kAssistanceStates) {
    request.state = state;
    const bool draft = state == AssistanceState::drafted;
    CHECK(post_for(person_with(Role::coordinator, ""), request) != nullptr);
    CHECK((post_for(person_with(Role::head, "labour"), request) != nullptr) == draft);
    CHECK(post_for(person_with(Role::head, "health"), request) == nullptr);
    CHECK(post_for(person_with(Role::contributor, "labour"), request) == nullptr);
    CHECK(post_for(person_with(Role::observer, "labour"), request) == nullptr);
  }
  request.agency.clear();
  request.state = AssistanceState::drafted;
  CHECK(post_for(person_with(Role::head, ""), request) == nullptr);
}
