#include "domain/report/finding_kind.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "domain/report/gates.hpp"

using namespace domain;

TEST_CASE("every kind of finding has a code of its own and is found by it") {
  std::set<std::string_view> codes;
  for (const FindingKind& kind : kFindingKinds) {
    CAPTURE(kind.code);
    CHECK(codes.insert(kind.code).second);
    CHECK(find_finding_kind(kind.code) == &kind);
    CHECK_FALSE(kind.remedy.operation.empty());
  }
  CHECK(find_finding_kind("nothing") == nullptr);
  CHECK(&finding_kind("overdue") == find_finding_kind("overdue"));
}

TEST_CASE("levels have names, and are ordered from good to know to nothing goes on") {
  using enum FindingLevel;
  for (const auto level : {info, warning, error, blocker}) CHECK(parse_finding_level(to_string(level)) == level);
  CHECK(!parse_finding_level("fatal"));
  CHECK((info < warning && warning < error && error < blocker));
}

TEST_CASE("a gate is stopped by its level and those above it: the full product of levels") {
  const std::array levels{FindingLevel::info, FindingLevel::warning, FindingLevel::error, FindingLevel::blocker};
  const FindingKind& kind = finding_kind("forbidden_term");
  for (const auto stops_at : levels) {
    for (const auto level : levels) {
      CHECK(stops(Gate{stops_at}, kFinalGate, kind, level) == (level >= stops_at));
      CHECK(stops(Gate{stops_at, {{"forbidden_term", level}}}, kFinalGate, kind, FindingLevel::info) ==
            (level >= stops_at));
      CHECK_FALSE(stops(Gate{}, kFinalGate, kind, level));
    }
  }
}

TEST_CASE("a kind is held against the gates of its row alone, at each level") {
  const Gate strict{FindingLevel::info};
  for (const FindingKind& kind : kFindingKinds) {
    for (const GateKinds gate : {kSubmitGate, kStepGate, kStageGate, kFinalGate}) {
      CHECK(stops(strict, gate, kind, FindingLevel::info) == ((kind.gates & gate) != 0));
    }
  }
}

TEST_CASE("no act is stopped by what it mends") {
  for (const FindingKind& kind : kFindingKinds) {
    CAPTURE(kind.code);
    if (kind.remedy.action == "submit") CHECK((kind.gates & kSubmitGate) == 0);
    if (kind.remedy.action == "approve") CHECK((kind.gates & kStepGate) == 0);
  }
}

TEST_CASE(
    "without a word of the format blockers stop a submission and errors a final edition, and nothing else stops") {
  const Gates gates;
  CHECK(gates.submit.stops_at == FindingLevel::blocker);
  CHECK(gates.final_edition.stops_at == FindingLevel::error);
  CHECK(gates.steps.empty());
  CHECK(gates.stages.empty());
}
