#include "usecases/format_file/format_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "format_findings.hpp"

using namespace usecases;
using namespace support;

TEST_CASE("a small format is read, with the defaults of what it leaves out") {
  const auto format = read_format(kSmall);
  CHECK(format.key == "small");
  CHECK(format.languages == std::vector<std::string>{"en", "ru"});
  CHECK(format.four_eyes == domain::FourEyes::required);
  CHECK(format.minor_edits);
  CHECK(format.limit.words == 0);
  REQUIRE(format.review_steps.size() == 1);
  CHECK(format.review_steps[0].role == "coordinator");
  REQUIRE(format.outline.size() == 1);
  CHECK(format.outline[0].title.at("en") == "One");
  CHECK(format.outline[0].counted);
  CHECK(format.outline[0].required);
  CHECK_FALSE(format.outline[0].due.has_value());
}

TEST_CASE("JSON is taken as well, since it is a part of YAML") {
  const auto format = read_format(
      R"({"key": "small", "title": {"en": "Small"}, "languages": ["en"],
          "review": {"steps": [{"key": "check", "role": "reviewer", "title": {"en": "Check"}}]},
          "word_limit": {"words": 500, "block": true},
          "outline": [{"key": "one", "title": {"en": "One"}, "words": 120}]})");
  CHECK(format.review_steps.at(0).key == "check");
  CHECK(format.limit.words == 500);
  CHECK(format.limit.block);
  CHECK(format.outline.at(0).limit.words == 120);
  CHECK(format.outline.at(0).limit.warn_percent == 90);
}

TEST_CASE("children are flattened in document order, each with its parent and depth") {
  const auto format = read_format(kHead + R"(outline:
  - key: part
    kind: group
    title: {en: Part}
    children:
      - {key: first, title: {en: First}}
      - {key: second, title: {en: Second}}
  - {key: last, title: {en: Last}}
)");
  REQUIRE(format.outline.size() == 4);
  CHECK(format.outline[0].kind == domain::NodeKind::group);
  CHECK(format.outline[1].key == "first");
  CHECK(format.outline[2].parent == "part");
  CHECK(format.outline[2].depth == 2);
  CHECK(format.outline[3].depth == 1);
}

TEST_CASE("a repeat makes a section of every item of a code list, or of those that it names") {
  const std::string lists = R"(code_lists:
  - key: goals
    title: {en: Goals}
    items:
      - {key: "01", title: {en: Poverty, ru: Нищета}, unconfirmed: [ru], guidance: {en: Data}}
      - {key: "02", title: {en: Hunger}}
)";
  const auto all = read_format(kHead + lists + "outline:\n  - {repeat: {list: goals, key: 'goal-{key}'}, words: 80}\n");
  REQUIRE(all.outline.size() == 2);
  CHECK(all.outline[0].key == "goal-01");
  CHECK(all.outline[0].title.at("ru") == "Нищета");
  CHECK(all.outline[0].unconfirmed == std::vector<std::string>{"ru"});
  CHECK(all.outline[0].guidance.at("en") == "Data");
  CHECK(all.outline[1].limit.words == 80);
  const std::string two = "outline:\n  - {repeat: {list: goals, items: ['02'], key: 'goal-{key}'}}\n";
  CHECK(read_format(kHead + lists + two).outline.at(0).key == "goal-02");
  CHECK(complains(kHead + lists + "outline:\n  - {repeat: {list: goals, items: ['03'], key: 'goal-{key}'}}\n",
                  "/outline/0/repeat/items/0", "the code list 'goals' has no item '03' (line 12)"));
  CHECK(complains(kHead + lists + "outline:\n  - {repeat: {list: goals, key: goal}}\n", "/outline/0/repeat/key",
                  "must hold {key}"));
  CHECK(complains(kHead + lists + "outline:\n  - {repeat: {list: goals, key: 'Goal/{key}'}}\n", "/outline/0/repeat/key",
                  "'Goal/01' is not a key"));
}

TEST_CASE("an unknown code list is named with its place and line") {
  CHECK(outline_complains("  - {repeat: {list: goals, key: 'goal-{key}'}}\n", "/outline/0/repeat/list",
                          "there is no code list 'goals' (line 6)"));
}

TEST_CASE("an unknown field is named with its place and line, and the fields that are known") {
  CHECK(complains(kSmall + "colour: red\n", "/colour",
                  "'colour' is not a field that is known here; known are key, title"));
  CHECK(complains(kSmall + "colour: red\n", "/colour", "(line 7)"));
  CHECK(
      outline_complains("  - key: one\n    titel: {en: One}\n    title: {en: One}\n", "/outline/0/titel", "(line 7)"));
}

TEST_CASE("a field that stands twice is named") {
  CHECK(complains(kSmall + "key: other\n", "/key", "'key' stands here twice (line 7)"));
}

TEST_CASE("a missing title is named with its place") {
  CHECK(outline_complains("  - key: one\n", "/outline/0/title", "is missing: a text in at least one language"));
  CHECK(outline_complains("  - {key: one, title: One}\n", "/outline/0/title", "must be a map from languages to texts"));
  CHECK(outline_complains("  - {key: one, title: {en: ''}}\n", "/outline/0/title/en", "is empty (line 6)"));
  CHECK(outline_complains("  - {key: one, title: {EN: One}}\n", "/outline/0/title/EN", "'EN' is not a language tag"));
}

TEST_CASE("a title that lacks the format's first language is refused") {
  CHECK(outline_complains("  - {key: one, title: {ru: Один}}\n", "/outline/0/title",
                          "lacks the format's first language, 'en'"));
}

TEST_CASE("a key that is used twice is named with the line of the second") {
  CHECK(outline_complains("  - {key: one, title: {en: One}}\n  - {key: one, title: {en: Two}}\n", "/outline/1",
                          "the key 'one' is used twice (line 7)"));
  CHECK(
      complains("key: x\ntitle: {en: X}\nlanguages: [en]\nreview:\n  steps:\n"
                "    - {key: a, role: reviewer, title: {en: A}}\n    - {key: a, role: reviewer, title: {en: A}}\n"
                "outline: [{key: one, title: {en: One}}]\n",
                "/review/steps/1", "the key 'a' is used twice (line 7)"));
}

TEST_CASE("what is no key is refused") {
  for (const char* key : {"Obj", "obj_1", "-obj", "obj-", "a--b", "'obj 1'", "цель", "''"}) {
    CAPTURE(key);
    CHECK(
        outline_complains(std::string("  - {key: ") + key + ", title: {en: One}}\n", "/outline/0/key", "is not a key"));
  }
}

TEST_CASE("what is no day counted from the forum is named with its line") {
  CHECK(outline_complains("  - {key: one, title: {en: One}, due: 2026-05-05}\n", "/outline/0/due",
                          "'2026-05-05' is not a day counted from the forum, such as T-12w, T-3d or T+4w (line 6)"));
  CHECK(complains(kSmall + "stages: [{key: a, title: {en: A}, start: T-2w, end: T-3w}]\n", "/stages/0",
                  "the stage ends before it begins (line 7)"));
  CHECK(complains(kSmall + "stages: [{key: a, title: {en: A}, start: T-2w}]\n", "/stages/0/end", "is missing"));
}

TEST_CASE("annexes come last") {
  CHECK(outline_complains("  - {key: tables, title: {en: Tables}, annex: true}\n  - {key: one, title: {en: One}}\n",
                          "/outline/1", "comes after an annex; annexes come last (line 7)"));
}

TEST_CASE("a section may hold promises, a group may not") {
  const auto format = read_format(kHead + "outline:\n  - {key: steps, title: {en: Steps}, promises: true}\n" +
                                  "  - {key: law, title: {en: Law}}\n");
  CHECK(format.outline.at(0).promises);
  CHECK_FALSE(format.outline.at(1).promises);
  CHECK(outline_complains(
      "  - kind: group\n    key: steps\n    promises: true\n    title: {en: Steps}\n    children: [{key: a, title: "
      "{en: A}}]\n",
      "/outline/0/promises", "a group holds no text, so it makes no promises; mark the sections below it (line 8)"));
}

TEST_CASE("an annex is neither counted nor required unless it says so") {
  const auto format = read_format(kSmall +
                                  "  - {key: tables, title: {en: Tables}, annex: true}\n"
                                  "  - {key: laws, title: {en: Laws}, annex: true, counted: true, required: true}\n");
  CHECK_FALSE(format.find("tables")->counted);
  CHECK_FALSE(format.find("tables")->required);
  CHECK(format.find("laws")->counted);
  CHECK(format.find("laws")->required);
}

TEST_CASE("every fault is named at once") {
  const auto findings = findings_of(
      "key: X\ntitle: {}\nlanguages: [english]\nfour_eyes: maybe\nminor_edits: often\n"
      "word_limit: {words: -1}\nreview: {steps: [{key: a, role: head, title: {en: A}}]}\n");
  std::vector<std::string> pointers;
  for (const auto& finding : findings) pointers.push_back(finding.pointer);
  for (const char* pointer : {"/key", "/title", "/languages/0", "/four_eyes", "/minor_edits", "/word_limit/words",
                              "/review/steps/0/role", "/outline"}) {
    CAPTURE(pointer);
    CHECK(std::ranges::count(pointers, pointer) == 1);
  }
  CHECK(findings.size() == 8);
}

TEST_CASE("a format without a section, a step or a language is refused") {
  CHECK(outline_complains("  - {key: one, kind: group, title: {en: One}}\n", "/outline", "has no section with a text"));
  CHECK(complains("key: x\nlanguages: []\nreview: {steps: []}\n", "/languages", "at least one language is needed"));
  CHECK(
      complains("key: x\nlanguages: []\nreview: {steps: []}\n", "/review/steps", "at least one review step is needed"));
}

TEST_CASE("a group has no limit, and an unconfirmed title is one that is there") {
  CHECK(outline_complains("  - {key: one, kind: group, title: {en: One}, words: 10}\n", "/outline/0",
                          "so it has no limit"));
  CHECK(outline_complains("  - {key: one, title: {en: One}, unconfirmed: [ru]}\n", "/outline/0/unconfirmed",
                          "there is no title in 'ru'"));
}

TEST_CASE("warnings name unconfirmed and missing titles, and limits that add up to more than the whole") {
  auto format = read_format(kHead + R"(word_limit: {words: 100}
outline:
  - {key: one, title: {en: One, ru: Один}, unconfirmed: [ru], words: 60}
  - {key: two, title: {en: Two}, words: 60}
  - {key: tables, title: {en: Tables, ru: Таблицы}, annex: true, words: 5000}
)");
  const auto warnings = format_warnings(format);
  REQUIRE(warnings.size() == 3);
  CHECK(warnings[0].pointer == "outline 'one'");
  CHECK(warnings[0].message.english() == "The title in 'ru' is not confirmed by a published text.");
  CHECK(warnings[1].message.english() == "There is no title in 'ru'.");
  CHECK(warnings[2].pointer == "word_limit");
  CHECK(warnings[2].message.english() == "The limits of the sections add up to 120 words, more than the 100 in all.");
  format.limit.words = 120;
  CHECK(format_warnings(format).size() == 2);
}

TEST_CASE("an entry of the glossary without terms is named") {
  CHECK(
      complains(kSmall + "glossary: [{id: compact}]\n", "/glossary/0/terms", "must be a map from languages to forms"));
  CHECK(complains(kSmall + "glossary: [{}]\n", "/glossary/0/id", "is missing"));
}
