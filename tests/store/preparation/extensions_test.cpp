// Requests for more time: listed by how they stand.
#include <doctest/doctest.h>

#include <vector>

#include "store/preparation/extensions.hpp"
#include "support/stored_section.hpp"

namespace {

domain::ExtensionAct extension_act(store::WriteTx& tx, domain::ExtensionState state) {
  domain::ExtensionAct act;
  act.state = state;
  act.until = "2026-03-01";
  act.reason = "R";
  act.by = {"writer", "", "labour", "head"};
  act.event = store::append_event(tx, "test", {"r", "s"}, act.by, nlohmann::json::object());
  return act;
}

std::vector<std::int64_t> numbers_of(store::ReadTx& tx, const std::string& state, std::int64_t above, int limit) {
  std::vector<std::int64_t> numbers;
  for (const auto& one : store::list_extensions(tx, "r", {state, "", ""}, above, limit)) {
    if (!state.empty()) CHECK(domain::to_string(one.state()) == state);
    numbers.push_back(one.number);
  }
  return numbers;
}

}  // namespace

TEST_CASE("requests for more time are found by how they stand, however many are decided") {
  using domain::ExtensionState;
  support::StoredSection stored;
  stored.database.write([](store::WriteTx& tx) {
    for (int number = 1; number <= 30; ++number) {
      domain::Extension extension{"r", number, "s", "labour", extension_act(tx, ExtensionState::asked), std::nullopt};
      store::insert_extension(tx, extension);
      if (number % 10 == 0) continue;
      extension.decision = extension_act(tx, number % 2 == 0 ? ExtensionState::granted : ExtensionState::refused);
      store::insert_extension_decision(tx, extension);
    }
  });
  stored.database.read([](store::ReadTx& tx) {
    CHECK(numbers_of(tx, "asked", 0, 100) == std::vector<std::int64_t>{10, 20, 30});
    CHECK(numbers_of(tx, "asked", 10, 1) == std::vector<std::int64_t>{20});
    CHECK(numbers_of(tx, "granted", 6, 2) == std::vector<std::int64_t>{8, 12});
    CHECK(numbers_of(tx, "refused", 0, 2) == std::vector<std::int64_t>{1, 3});
    CHECK(numbers_of(tx, "withdrawn", 0, 100).empty());
    CHECK(numbers_of(tx, "", 8, 3) == std::vector<std::int64_t>{9, 10, 11});
    return 0;
  });
}
