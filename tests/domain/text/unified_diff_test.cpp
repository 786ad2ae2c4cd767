#include <doctest/doctest.h>

#include <random>

#include "domain/text/diff.hpp"
#include "support/patch.hpp"

using namespace domain;

namespace {

// A text of few different lines, so that pairs have much in common; with or without a line end at the end.
std::string random_lines(std::mt19937& random) {
  constexpr std::string_view lines[] = {"one\n",          "two\n",         "\n",     "- a list\n",
                                        "Türkmenistan\n", "@@ -1 +1 @@\n", "--- a\n"};
  std::string text;
  for (auto count = random() % 25; count > 0; --count) text += lines[random() % std::size(lines)];
  if (random() % 3 == 0) text += "no line end";
  return text;
}

}  // namespace

TEST_CASE("a unified difference has the form that patch knows") {
  const std::string before = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";
  const std::string after = "one\ntwo\nthree\nfour\nfive\nsix\nSEVEN\neight\nnine\n";
  CHECK(unified_diff(before, after, "revision 1", "revision 2") ==
        "--- revision 1\n+++ revision 2\n@@ -4,5 +4,6 @@\n four\n five\n six\n-seven\n+SEVEN\n eight\n+nine\n");
}

TEST_CASE("texts that are the same have no difference") {
  CHECK(unified_diff("same\n", "same\n", "a", "b").empty());
  CHECK(unified_diff("", "", "a", "b").empty());
}

TEST_CASE("a text that comes out of nothing, or goes, is one hunk") {
  CHECK(unified_diff("", "one\ntwo\n", "a", "b") == "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+one\n+two\n");
  CHECK(unified_diff("one\n", "", "a", "b") == "--- a\n+++ b\n@@ -1 +0,0 @@\n-one\n");
}

TEST_CASE("a missing line end at the end of a text is marked") {
  CHECK(unified_diff("one", "one\n", "a", "b") ==
        "--- a\n+++ b\n@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+one\n");
}

TEST_CASE("changes that lie far apart are hunks of their own") {
  std::string before;
  for (int line = 1; line <= 30; ++line) before += "line " + std::to_string(line) + "\n";
  std::string after = before;
  after.replace(after.find("line 3\n"), 6, "LINE 3");
  after.replace(after.find("line 27\n"), 7, "LINE 27");
  const std::string diff = unified_diff(before, after, "a", "b");
  CHECK(diff.find("@@ -1,6 +1,6 @@") != std::string::npos);
  CHECK(diff.find("@@ -24,7 +24,7 @@") != std::string::npos);
  CHECK(support::apply_patch(before, diff) == after);
}

TEST_CASE("a unified difference turns the old text into the new one, whatever the texts and the context") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string before = random_lines(random);
    const std::string after = random_lines(random);
    const int context = static_cast<int>(random() % 5);
    CAPTURE(before);
    CAPTURE(after);
    CAPTURE(context);
    REQUIRE(support::apply_patch(before, unified_diff(before, after, "a", "b", context)) == after);
  }
}
