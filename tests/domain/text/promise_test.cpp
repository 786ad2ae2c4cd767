#include "domain/text/promise.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace domain;

TEST_CASE("an answer to a promise can be found: in a section or in a note, and what is dropped says why") {
  for (const auto status : {PromiseStatus::kept, PromiseStatus::partly_kept, PromiseStatus::carried_on}) {
    CAPTURE(to_string(status));
    CHECK_FALSE(lack_of_answer(status, false, false).empty());
    CHECK(lack_of_answer(status, true, false).empty());
    CHECK(lack_of_answer(status, false, true).empty());
  }
  CHECK_FALSE(lack_of_answer(PromiseStatus::dropped, true, false).empty());
  CHECK(lack_of_answer(PromiseStatus::dropped, false, true).empty());
  CHECK(lack_of_answer(PromiseStatus::open, false, false).empty());
}

TEST_CASE("only what was kept or dropped is settled") {
  for (const auto status : {PromiseStatus::kept, PromiseStatus::dropped}) CHECK(is_settled(status));
  for (const auto status : {PromiseStatus::open, PromiseStatus::partly_kept, PromiseStatus::carried_on}) {
    CHECK_FALSE(is_settled(status));
  }
}

TEST_CASE("promise statuses are read and written by the same names") {
  std::vector<std::string_view> names;
  for (const auto status : kPromiseStatuses) {
    names.push_back(to_string(status));
    CHECK(parse_promise_status(names.back()) == status);
  }
  CHECK(names == std::vector<std::string_view>{"open", "kept", "partly_kept", "dropped", "carried_on"});
  CHECK_FALSE(parse_promise_status("broken").has_value());
}
