#include "domain/text/diff.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/patch.hpp"
#include "support/processor_time.hpp"
#include "support/sanitized.hpp"

using namespace domain;

namespace {

struct Joined {
  std::string old_text;
  std::string new_text;
};

Joined join_words(const Change& change) {
  Joined joined;
  for (const auto& word : change.words) {
    if (word.kind != ChangeKind::insert) joined.old_text += word.text;
    if (word.kind != ChangeKind::remove) joined.new_text += word.text;
  }
  return joined;
}

// The lines of a text that are not blank, with the number of each.
using NumberedLines = std::vector<std::pair<std::int64_t, std::string>>;

void add_lines(NumberedLines& lines, std::string_view text, std::int64_t first) {
  for (std::string_view line : support::lines_of(text)) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos) lines.emplace_back(first, line);
    ++first;
  }
}

// Every line stands in the changes once, in order, with its number, and the words of a change join back to
// it.
void check_whole(std::string_view old_text, std::string_view new_text) {
  NumberedLines old_lines;
  NumberedLines new_lines;
  for (const auto& change : diff_texts(old_text, new_text)) {
    add_lines(old_lines, change.old_text, change.from_line);
    add_lines(new_lines, change.new_text, change.to_line);
    if (change.kind == ChangeKind::equal) REQUIRE(change.old_text == change.new_text);
    if (change.kind != ChangeKind::change) continue;
    const Joined joined = join_words(change);
    REQUIRE(joined.old_text == change.old_text);
    REQUIRE(joined.new_text == change.new_text);
  }
  NumberedLines expected_old;
  NumberedLines expected_new;
  add_lines(expected_old, old_text, 1);
  add_lines(expected_new, new_text, 1);
  REQUIRE(old_lines == expected_old);
  REQUIRE(new_lines == expected_new);
}

std::string random_text(std::mt19937& random) {
  constexpr std::string_view parts[] = {"word ", "слово ", "söz ", "\n", "\n\n", "\t", " ", "2026 ", "\n \n", "| a |"};
  std::string text;
  for (auto count = random() % 40; count > 0; --count) text += parts[random() % std::size(parts)];
  return text;
}

// The processor time that a comparison takes.
double seconds_of(std::string_view old_text, std::string_view new_text) {
  const double begin = support::processor_seconds();
  CHECK_FALSE(diff_texts(old_text, new_text).empty());
  CHECK_FALSE(unified_diff(old_text, new_text, "a", "b").empty());
  return support::processor_seconds() - begin;
}

// The most that a text made to be slow may take; a small part of it is needed.
constexpr double kMostSeconds = support::kSanitized ? 150 : 10;

}  // namespace

TEST_CASE("a changed paragraph shows the words that changed") {
  const auto changes = diff_texts("First.\n\nThe old text stands here.\n", "First.\n\nThe new text stands here.\n");
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].kind == ChangeKind::equal);
  CHECK(changes[1].kind == ChangeKind::change);
  CHECK(changes[1].from_line == 3);
  CHECK(changes[1].to_line == 3);
  REQUIRE(changes[1].words.size() == 4);
  CHECK(changes[1].words[0].text == "The ");
  CHECK(changes[1].words[1].kind == ChangeKind::remove);
  CHECK(changes[1].words[1].text == "old ");
  CHECK(changes[1].words[2].kind == ChangeKind::insert);
  CHECK(changes[1].words[2].text == "new ");
  CHECK(changes[1].words[3].text == "text stands here.");
}

TEST_CASE("words of Cyrillic and Turkmen letters are never cut") {
  const auto changes = diff_texts("Доклад о миграции готов.", "Доклад о миграции принят.");
  REQUIRE(changes.size() == 1);
  REQUIRE(changes[0].words.size() == 3);
  CHECK(changes[0].words[1].text == "готов.");
  CHECK(changes[0].words[2].text == "принят.");
}

TEST_CASE("a paragraph that is another one is removed and inserted, not changed") {
  const auto changes = diff_texts("Borders are managed.", "Skills travel with people wherever they go.");
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].kind == ChangeKind::remove);
  CHECK(changes[0].to_line == 0);
  CHECK(changes[1].kind == ChangeKind::insert);
  CHECK(changes[1].from_line == 0);
}

TEST_CASE("a paragraph that was put in leaves its neighbours as they are") {
  const auto changes = diff_texts("One.\n\nThree.", "One.\n\nTwo.\n\nThree.");
  REQUIRE(changes.size() == 3);
  CHECK(changes[1].kind == ChangeKind::insert);
  CHECK(changes[1].new_text == "Two.");
  CHECK(changes[2].kind == ChangeKind::equal);
  CHECK(changes[2].from_line == 3);
  CHECK(changes[2].to_line == 5);
}

TEST_CASE("blank lines alone make no difference") {
  const auto changes = diff_texts("One.\n\nTwo.\n", "\nOne.\n \n\nTwo.");
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].kind == ChangeKind::equal);
  CHECK(changes[1].kind == ChangeKind::equal);
  CHECK(diff_texts("", "").empty());
}

TEST_CASE("the kinds of a change are called as in the contract") {
  CHECK(to_string(ChangeKind::equal) == "equal");
  CHECK(to_string(ChangeKind::insert) == "insert");
  CHECK(to_string(ChangeKind::remove) == "delete");
  CHECK(to_string(ChangeKind::change) == "change");
}

TEST_CASE("a difference of two texts holds both of them whole") {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    const std::string old_text = random_text(random);
    const std::string new_text = random() % 2 == 0 ? random_text(random) : old_text + random_text(random);
    CAPTURE(old_text);
    CAPTURE(new_text);
    check_whole(old_text, new_text);
  }
}

TEST_CASE("texts made to be slow are compared in bounded time") {
  std::string words;
  std::string other_words;
  std::string paragraphs;
  std::string other_paragraphs;
  for (int i = 0; words.size() < 500'000; ++i) {
    words += i % 3 == 0 ? "a " : "b ";
    other_words += i % 2 == 0 ? "a " : "b ";
    paragraphs += std::to_string(i) + " a b c\n\n";
    other_paragraphs += "a b c " + std::to_string(i * 7) + "\n\n";
  }
  CHECK(seconds_of(words, other_words) < kMostSeconds);
  CHECK(seconds_of(paragraphs, other_paragraphs) < kMostSeconds);
  CHECK(seconds_of(paragraphs, words) < kMostSeconds);
}

TEST_CASE("many long paragraphs that are a little alike are compared in bounded time") {
  std::mt19937 random(13);
  std::string old_text;
  std::string new_text;
  for (int paragraph = 0; paragraph < 240; ++paragraph) {
    for (int word = 0; word < 2000; ++word) {
      old_text += random() % 2 == 0 ? "a " : "b ";
      new_text += random() % 2 == 0 ? "a " : "c ";
    }
    old_text += "\n\n";
    new_text += "\n\n";
  }
  CHECK(seconds_of(old_text, new_text) < kMostSeconds);
}
