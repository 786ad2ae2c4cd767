// Reports made into PDF files by the real Typst, and looked into with poppler: no text makes it fail, and none is read
// as its markup.
#include <doctest/doctest.h>

#include "documents/process/printed.hpp"
#include "documents/sample_document.hpp"
#include "support/hostile_texts.hpp"
#include "support/sanitized.hpp"

using namespace printed;
using namespace sample;
using support::repeated;

namespace {

std::string utf8(char32_t c) {
  std::string out;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | (c >> 6U)), static_cast<char>(0x80 | (c & 0x3FU))};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | (c >> 12U)), static_cast<char>(0x80 | ((c >> 6U) & 0x3FU)),
            static_cast<char>(0x80 | (c & 0x3FU))};
  } else {
    out += {static_cast<char>(0xF0 | (c >> 18U)), static_cast<char>(0x80 | ((c >> 12U) & 0x3FU)),
            static_cast<char>(0x80 | ((c >> 6U) & 0x3FU)), static_cast<char>(0x80 | (c & 0x3FU))};
  }
  return out;
}

}  // namespace

TEST_CASE("what looks like Typst's markup is printed letter for letter") {
  const std::string text =
      "#set page(width: 1pt) #import \"x\"; $ x^2 $ = y // no /* no */ \\u{41} <a> @b ~ -- ... 'q' \"q\" ] ) }";
  std::string markdown;
  for (const char c : text) markdown += std::string(std::ispunct(static_cast<unsigned char>(c)) != 0 ? "\\" : "") + c;
  const std::string words = words_of(pdf_of_text(markdown + "\n\n`" + text + "`\n\n    " + text + "\n"));
  std::string in_a_line;
  for (const char c : words) in_a_line += c == '\n' ? ' ' : c;
  CHECK(occurrences(in_a_line, text) == 3);
}

TEST_CASE("every character of Unicode is printed, and what has no glyph is a mark") {
  std::string markdown =
      "👨‍👩‍👧‍👦 🇹🇲 👍🏽 ☺️ ภาษาไทย العربية עברית 中文 "
      "a\u202Eb\u202C "
      "\u2066x\u2069 "
      "a\u00ADb\n\n";
  for (char32_t c = 0x80; c < 0x110000; ++c) {
    if (c >= 0x40000 && c % 0x4000 != 1) continue;  // nothing is assigned there
    if (c < 0xD800 || c > 0xDFFF) markdown += utf8(c) + (c % 64 == 63 ? "\n\n" : c % 8 == 7 ? " " : "");
  }
  const auto pdf = pdf_of_text(markdown);
  CHECK(contains(words_of(pdf), "中文"));
  CHECK(contains(words_of(pdf), "\uFFFD"));
}

TEST_CASE("twenty thousand paragraphs become a PDF") {
  const int count = support::kSanitized ? 2'000 : 20'000;
  CHECK(pdf_of_text(repeated("A paragraph of a few words.\n\n", count)).starts_with("%PDF-"));
}

TEST_CASE("a report is an accessible file for archives, with its title, language and headings") {
  auto report = of_texts({"Text.[^1]\n\n## Within\n\n[^1]: At the foot."});
  report.sections.front().title = "Chapter";
  const std::string facts = output_of("pdfinfo -meta", pdf_of(report));
  CHECK(contains(facts, "<pdfuaid:part>1</pdfuaid:part>"));
  CHECK(contains(facts, "<pdfaid:part>2</pdfaid:part>"));
  CHECK(contains(facts, "<pdfaid:conformance>A</pdfaid:conformance>"));
  CHECK(contains(facts, "2026-01-15T09:00:00+00:00"));
  const std::string words = words_of(pdf_of(report));
  CHECK(contains(words, "At the foot."));
  CHECK(stands_before(words, "Within", "At the foot."));
}

TEST_CASE("a published report with all that it may say of itself becomes a PDF, and so does a part of it") {
  auto report =
      of_texts({"See [it](#table:t) and [the map](#figure:m).\n\nPermits[^1] (table: t)\n\n| A | B |\n| --- | --- |\n"
                "| a | b |\n\nNumbers (chart: bar)\n\n| A | 2025 |\n| --- | --: |\n| x | 3 |\n\n[^1]: Issued."});
  report.sections.push_back(text("deep", "# Within\n\nText", 3));
  report.draft = false;
  report.imprint.place = {"Ashgabat", "en"};
  report.imprint.disclaimer = {"One.\nTwo.", "ru"};
  report.imprint.contact = {"A street\nA town", "en"};
  report.abbreviations = {{"GCM", "Global Compact"}};
  report.signatures = {"Head of the agency: Ministry"};
  const std::string words = words_of(pdf_of(report));
  for (const char* part :
       {"Ashgabat", "A town", "Global Compact", "Head of the agency: Ministry", "Table 1. Permits"}) {
    CAPTURE(part);
    CHECK(contains(words, part));
  }
  CHECK_FALSE(contains(words, "DRAFT"));
  report.shown = {"deep"};
  CHECK(contains(words_of(pdf_of(report)), "Within"));
}

TEST_CASE("a report in Arabic or Chinese becomes a PDF") {
  for (const char* language : {"ar", "zh", "fr", "es", "xx-none"}) {
    CAPTURE(language);
    auto report = document(language);
    report.sections.push_back(text("s1", "نص عربي 中文 text\n\n> الاقتباس\n"));
    report.sections.back().language = language;
    CHECK(pdf_of(report).starts_with("%PDF-"));
  }
}
