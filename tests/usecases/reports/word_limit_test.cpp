#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "usecases/reports/sections.hpp"

using usecases::LimitState;

TEST_CASE("a text is near its limit from the percentage on that warns, and over it only beyond it") {
  using enum LimitState;
  const domain::WordLimit hundred{100, 90, false};
  const std::vector<std::pair<std::uint64_t, LimitState>> expected{{0, ok},    {89, ok},    {90, warn}, {91, warn},
                                                                   {99, warn}, {100, warn}, {101, over}};
  for (const auto& text : expected) {
    CAPTURE(text.first);
    CHECK(usecases::judge_limit(hundred, text.first) == text.second);
  }
  // Nine tenths of 225 are 202 and a half.
  const domain::WordLimit odd{225, 90, false};
  CHECK(usecases::judge_limit(odd, 202) == ok);
  CHECK(usecases::judge_limit(odd, 203) == warn);
}

TEST_CASE("without a limit no text is near it") {
  CHECK(usecases::judge_limit(domain::WordLimit{}, 1'000'000) == LimitState::none);
}
