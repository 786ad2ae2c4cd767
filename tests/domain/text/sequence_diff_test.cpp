#include "domain/text/sequence_diff.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace domain;

namespace {

using Items = std::vector<std::string_view>;

// Walks the edits: what they make of `from`, and how many items they change.
struct Walk {
  Items result;
  std::size_t changed = 0;
  bool fits = true;  // removes and keeps took all of `from`, keeps and inserts all of `to`, and kept items are equal
};

Walk walk(const std::vector<Edit>& edits, const Items& from, const Items& to) {
  Walk walk;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Edit edit : edits) {
    if (edit == Edit::keep) walk.fits = walk.fits && i < from.size() && j < to.size() && from[i] == to[j];
    if (edit != Edit::remove && j < to.size()) walk.result.push_back(to[j]);
    walk.changed += edit == Edit::keep ? 0U : 1U;
    i += edit == Edit::insert ? 0U : 1U;
    j += edit == Edit::remove ? 0U : 1U;
  }
  walk.fits = walk.fits && i == from.size() && j == to.size();
  return walk;
}

// The least number of edits, by the longest common subsequence.
std::size_t least_edits(const Items& from, const Items& to) {
  std::vector<std::size_t> row(to.size() + 1, 0);
  for (const auto item : from) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = item == to[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return from.size() + to.size() - 2 * row.back();
}

Items random_items(std::mt19937& random) {
  constexpr std::string_view letters[] = {"a", "b", "c", "d"};
  Items items(random() % 14);
  for (auto& item : items) item = letters[random() % std::size(letters)];
  return items;
}

}  // namespace

TEST_CASE("two sequences that are the same are kept, item by item") {
  const Items items{"a", "b", "c"};
  CHECK(diff_sequences(items, items) == std::vector<Edit>{Edit::keep, Edit::keep, Edit::keep});
  CHECK(diff_sequences({}, {}).empty());
}

TEST_CASE("an item that was changed in the middle is removed and inserted") {
  CHECK(diff_sequences({"a", "b", "c"}, {"a", "x", "c"}) ==
        std::vector<Edit>{Edit::keep, Edit::remove, Edit::insert, Edit::keep});
}

TEST_CASE("the edits make the new sequence of the old one, and no fewer would do") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    const Items from = random_items(random);
    const Items to = random_items(random);
    const Walk walked = walk(diff_sequences(from, to), from, to);
    REQUIRE(walked.fits);
    REQUIRE(walked.result == to);
    REQUIRE(walked.changed == least_edits(from, to));
  }
}

TEST_CASE("where more than the allowed edits are needed the middle is replaced as a whole") {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    const Items from = random_items(random);
    const Items to = random_items(random);
    const std::size_t most = random() % 6;
    const Walk walked = walk(diff_sequences(from, to, most), from, to);
    REQUIRE(walked.fits);
    REQUIRE(walked.result == to);
    if (least_edits(from, to) <= most) REQUIRE(walked.changed == least_edits(from, to));
  }
}
