// Word files that are made to be read for ever, or into all of the memory.
#include <doctest/doctest.h>

#include "documents/form/form_merge.hpp"
#include "documents/form/read_markdown.hpp"
#include "documents/form/word_reader.hpp"
#include "documents/text/picture_words.hpp"
#include "domain/basis/error.hpp"
#include "support/processor_time.hpp"
#include "support/sanitized.hpp"

namespace {

using support::processor_seconds;

// Far above what it takes (milliseconds), far below what it took.
constexpr double kSeconds = support::kSanitized ? 120 : 5;

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string json_paragraph(const std::string& inlines) { return R"({"t":"Para","c":[)" + inlines + "]}"; }

std::vector<documents::WordBlock> read(const std::string& blocks) {
  return documents::read_word(R"({"blocks":[)" + blocks + "]}");
}

std::string refusal_of(const std::string& blocks) {
  try {
    read(blocks);
    return "";
  } catch (const domain::Error& error) {
    return error.kind();
  }
}

std::string comment(int id) {
  return R"({"t":"Span","c":[["",["comment-start"],[["id",")" + std::to_string(id) +
         R"("],["author","A"]]],[{"t":"Str","c":"c"}]]},)";
}

}  // namespace

TEST_CASE("thousands of empty lines in a paragraph make as many paragraphs, in time and without a deep stack") {
  const double begin = processor_seconds();
  const std::string line = R"({"t":"Str","c":"x"},{"t":"LineBreak"},{"t":"LineBreak"},)";
  CHECK(read(json_paragraph(repeated(line, 20'000) + R"({"t":"Str","c":"y"})")).size() == 20'001);
  CHECK(documents::read_markdown("x" + repeated("\\\n\\\nx", 20'000) + "\n").size() == 20'001);
  CHECK(processor_seconds() - begin < kSeconds);
}

TEST_CASE("a comment keeps the first words that it is about, however many stand open") {
  std::string inlines;
  for (int i = 0; i < 1000; ++i) inlines += comment(i);
  const std::string words = repeated(R"({"t":"Str","c":"слово "},)", 20'000) + R"({"t":"Str","c":"y"})";
  const double begin = processor_seconds();
  const auto blocks = read(json_paragraph(inlines + words));
  CHECK(processor_seconds() - begin < kSeconds);
  REQUIRE(blocks.size() == 1);
  REQUIRE(blocks[0].comments.size() == 1000);
  CHECK(blocks[0].comments[999].about == repeated("слово ", 13) + "сл...");
  for (int i = 1000; i < 2001; ++i) inlines += comment(i);
  CHECK(refusal_of(json_paragraph(inlines + words)) == "docx_too_large");
}

TEST_CASE("a paragraph of too many pieces, and a tree that is too deep, are refused") {
  CHECK(refusal_of(json_paragraph(repeated(R"({"t":"Str","c":"x"},{"t":"LineBreak"},)", 160'000) +
                                  R"({"t":"Str","c":"y"})")) == "docx_too_large");
  CHECK(refusal_of(repeated(R"({"t":"BlockQuote","c":[)", 100'000) + repeated("]}", 100'000)) == "unreadable_docx");
  CHECK(refusal_of(json_paragraph(repeated(R"({"t":"Emph","c":[)", 300) + repeated("]}", 300))) == "");
}

TEST_CASE("thousands of footnotes and of marks of pictures are read in time") {
  const double begin = processor_seconds();
  std::string base;
  std::string edited;
  for (int i = 0; i < 5'000; ++i) {
    const std::string number = std::to_string(i);
    base += "p" + number + "[^" + number + "]\n\n[^" + number + "]: n" + number + "\n\n";
    edited += "p" + number + "[^" + number + "]\n\n[^" + number + "]: m" + number + "\n\n";
  }
  const documents::MarkdownPieces pieces(base);
  CHECK_FALSE(
      documents::merge_form(base, documents::read_markdown(pieces), documents::read_markdown(edited)).unchanged);
  CHECK_FALSE(documents::find_picture(repeated("![", 500'000) + "]("));
  CHECK_FALSE(documents::find_picture(repeated("![](x.png \"", 100'000)));
  CHECK(processor_seconds() - begin < 2 * kSeconds);
}
