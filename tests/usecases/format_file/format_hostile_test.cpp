// Format files that are broken, or made to do harm.
#include <doctest/doctest.h>

#include "format_findings.hpp"
#include "support/processor_time.hpp"
#include "usecases/format_file/format_reader.hpp"

using namespace usecases;
using namespace support;

TEST_CASE("an alias is refused before it grows") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name < 'k'; ++name) {
    bomb += std::string(1, name) + ": &" + name + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i == 0 ? "*" : ", *") + static_cast<char>(name - 1);
    bomb += "]\n";
  }
  CHECK(complains(bomb, "", "aliases (*name) are not allowed here (line 2)"));
}

TEST_CASE("deep nesting is refused, in brackets and in blocks") {
  CHECK(complains("key:\n" + std::string(100'000, '['), "", "nested too deeply (line 2)"));
  CHECK(complains(std::string(100'000, '{'), "", "nested too deeply (line 1)"));
  std::string dashes;
  for (int i = 0; i < 20'000; ++i) dashes += "- ";
  CHECK(complains(dashes + "x\n", "", "nested too deeply"));
  CHECK(complains(std::string(100, '[') + std::string(100, ']'), "", "nested too deeply (line 1)"));
}

TEST_CASE("more values than any format has are refused before a tree is made of them") {
  std::string values = "x";
  for (int i = 0; i < 200'000; ++i) values += ",1";
  CHECK(complains("key: [" + values + "]", "", "the file holds more than 50,000 values (line 1)"));
  std::string rows;
  for (int i = 0; i < 30'000; ++i) rows += "- [~]\n";
  CHECK(complains(rows, "", "the file holds more than 50,000 values"));
}

TEST_CASE("a second document in the file is refused, not lost") {
  CHECK(complains(kSmall + "---\nkey: other\n", "", "more than one document (line 7)"));
  CHECK(read_format("---\n" + kSmall + "...\n").key == "small");
}

TEST_CASE("an outline has five levels at the most") {
  std::string outline;
  for (int level = 0; level < 6; ++level) {
    const std::string indent(static_cast<std::size_t>(level) * 4 + 2, ' ');
    outline += indent + "- key: level-" + std::to_string(level) + "\n" + indent + "  title: {en: Level}\n";
    if (level < 5) outline += indent + "  children:\n";
  }
  CHECK(outline_complains(outline, "/outline/0/children/0/children/0/children/0/children/0/children/0",
                          "lies deeper than 5 levels (line 21)"));
}

TEST_CASE("too many nodes are refused once, not for each of them") {
  std::string outline;
  for (int i = 0; i < 600; ++i) outline += "  - {key: n" + std::to_string(i) + ", title: {en: Node}}\n";
  const auto findings = findings_of(kHead + "outline:\n" + outline);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].pointer == "/outline/500");
  CHECK(findings[0].message.english() == "an outline has 500 nodes at the most (line 506)");
}

TEST_CASE("what is no YAML is refused with the line") {
  CHECK(complains("key: small\ntitle: {en: [\n", "", "This cannot be read as YAML: "));
  CHECK(complains("key: small\n\tbad: tab\n", "", "(line 2)"));
  CHECK(complains("key: small\nother: a: b\n", "", "(line 2)"));
}

TEST_CASE("what is YAML and no format is refused") {
  for (const char* source : {"", "just a text", "[a, b]", "42", "~"}) {
    CAPTURE(source);
    CHECK(complains(source, "", "must be a map with the fields key, title"));
  }
}

TEST_CASE("a file of more than one MiB is refused unread") {
  CHECK(complains(kSmall + std::string(1U << 20U, '#'), "", "at most 1 MiB"));
}

TEST_CASE("text that holds control characters is refused") {
  CHECK(complains(kHead + "outline: [{key: one, title: {en: \"O\\u0007ne\"}}]\n", "/outline/0/title/en",
                  "control character (U+0007)"));
}

TEST_CASE("a file of nothing but faults is answered with the first hundred of them, in bounded time") {
  std::string source;
  const std::string filler(20, 'x');
  for (int i = 0; i < 24'000; ++i) source += "f" + std::to_string(i) + ": " + filler + "\n";
  const double begin = processor_seconds();
  const auto findings = findings_of(source);
  CHECK(findings.size() == 100);
  CHECK(findings.front().message.english().find("(line 1)") != std::string::npos);
  CHECK(processor_seconds() - begin < 20);
}

TEST_CASE("a text of a format has at most fifty languages") {
  const auto with_languages = [](int count) {
    std::string title = "en: One, ru: One";
    for (int i = 2; i < count; ++i) {
      title += std::string(", a") + static_cast<char>('a' + i / 26) + static_cast<char>('a' + i % 26) + ": One";
    }
    return kHead + "outline: [{key: one, title: {" + title + "}}]\n";
  };
  for (const auto& finding : support::findings_of(with_languages(50))) FAIL_CHECK(finding.message.english());
  CHECK(complains(with_languages(51), "/outline/0/title", "has a text in 50 languages at the most"));
}

TEST_CASE("each wrong place of a format has the code of what is wrong there") {
  const auto code_at = [](const std::string& source, const std::string& pointer) {
    const auto findings = support::findings_of(source);
    const auto found = std::ranges::find(findings, pointer, &domain::Finding::pointer);
    return found == findings.end() ? "" : std::string(domain::to_string(found->code));
  };
  CHECK(code_at(kSmall + "colour: red\n", "/colour") == "unknown");
  CHECK(code_at("key: small\n", "/languages") == "missing");
  CHECK(code_at(kSmall + "minor_edits: perhaps\n", "/minor_edits") == "wrong_type");
  CHECK(code_at(kSmall + "word_limit: {words: -1}\n", "/word_limit/words") == "out_of_range");
  CHECK(code_at(kSmall + "  - {key: one, title: {en: One}}\n", "/outline/1") == "repeated");
  CHECK(code_at(kSmall + "  - {key: A B, title: {en: One}}\n", "/outline/1/key") == "wrong_form");
  CHECK(code_at(std::string(2U << 20U, '#'), "") == "too_long");
}
