// What pandoc tells about a Word file, as rich text.
#include "documents/form/word_reader.hpp"

#include <doctest/doctest.h>

#include "documents/form/rich_markdown.hpp"

namespace {

using Json = nlohmann::json;

// Never by braces: a list of one would be that one.
template <class... Items>
Json list(const Items&... items) {
  Json all = Json::array();
  (all.push_back(Json(items)), ...);
  return all;
}

Json element(const char* type, const Json& content) { return {{"t", type}, {"c", content}}; }
Json str(const std::string& text) { return element("Str", text); }
template <class... Items>
Json para(const Items&... inlines) {
  return element("Para", list(inlines...));
}
Json attributes(const char* kind = nullptr, const Json& pairs = list()) {
  return list("", kind == nullptr ? list() : list(kind), pairs);
}
Json span(const char* kind, const Json& pairs, const Json& inlines) {
  return element("Span", list(attributes(kind, pairs), inlines));
}
template <class... Items>
Json marked(const char* kind, const Items&... inlines) {
  return span(kind, list(list("author", "B"), list("date", "2026-01-15T09:00:00Z")), list(inlines...));
}
Json link(const std::string& target) { return element("Link", list(attributes(), list(str("x")), list(target, ""))); }
Json cells(const Json& inlines) {
  const Json cell = list(attributes(), element("AlignDefault", nullptr), 1, 1, list(element("Plain", inlines)));
  return list(attributes(), list(cell));
}

std::vector<documents::WordBlock> read(const Json& blocks) {
  return documents::read_word(Json{{"blocks", blocks}}.dump());
}

// All blocks as Markdown.
template <class... Items>
std::string markdown(const Items&... blocks) {
  std::vector<documents::RichBlock> all;
  for (auto& one : read(list(blocks...))) documents::add_block(all, std::move(one.block));
  documents::RichMarkdown writer([](const documents::RichRun&) { return "1"; });
  std::string text;
  for (const auto& block : all) text += (text.empty() ? "" : "\n") + writer.write(block);
  return text;
}

}  // namespace

TEST_CASE("insertions are taken and deletions left out, of words and of the ends of paragraphs") {
  CHECK(markdown(para(str("a"), marked("insertion", str("b")), marked("deletion", str("c")))) == "ab\n");
  CHECK(markdown(para(str("one "), marked("paragraph-deletion")), para(str("two")), para(str("three"))) ==
        "one two\n\nthree\n");
  CHECK(markdown(para(str("a"), marked("paragraph-insertion")), para(str("b"))) == "a\n\nb\n");
  CHECK(markdown(para(str("a")), para(marked("deletion", str("b")), marked("paragraph-deletion")), para(str("c"))) ==
        "a\n\nc\n");
  CHECK(markdown(para(str("a"), marked("deletion", element("Note", list(para(str("gone"))))))) == "a\n");
}

TEST_CASE("a comment has its author, its day and the words that it is about") {
  const Json begin =
      span("comment-start", list(list("id", "3"), list("author", "A. Writer"), list("date", "2026-01-14T10:00:00Z")),
           list(str("Which"), element("Space", nullptr), str("year?")));
  const Json end = span("comment-end", list(list("id", "3")), list());
  const auto blocks = read(list(para(str("first")), para(str("the "), begin, str("labour "),
                                                         element("Strong", list(str("code"))), end, str(" says"))));
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].comments.empty());
  REQUIRE(blocks[1].comments.size() == 1);
  const auto& comment = blocks[1].comments[0];
  CHECK(comment.author == "A. Writer");
  CHECK(comment.date == "2026-01-14T10:00:00Z");
  CHECK(comment.text == "Which year?");
  CHECK(comment.about == "labour code");
  CHECK(documents::letters_of(blocks[1].block.line) == "the labour code says");
}

TEST_CASE("raised and lowered digits become those of Unicode, and of other raised letters is told") {
  const auto script = [](const char* kind, const std::string& text) {
    return read(list(para(str("x"), element(kind, list(str(text))))));
  };
  CHECK(documents::letters_of(script("Superscript", "−10")[0].block.line) == "x⁻¹⁰");
  CHECK(documents::letters_of(script("Subscript", "2")[0].block.line) == "x₂");
  CHECK(script("Superscript", "6")[0].flattened == "");
  CHECK(documents::letters_of(script("Superscript", "2A")[0].block.line) == "x2A");
  CHECK(script("Superscript", "2A")[0].flattened == "2A");
}

TEST_CASE("a paragraph whose end was deleted goes on in lists, quotes, cells and footnotes too") {
  const Json end = marked("paragraph-deletion");
  const Json items = list(list(para(str("b"), end)), list(para(str("c")), para(str("d"))), list(para(str("e"))));
  CHECK(markdown(para(str("a"), end), element("BulletList", items)) == "a b c\n\n- d\n- e\n");
  CHECK(markdown(element("BlockQuote", list(para(str("a"), end), para(str("b"))))) == "> a b\n");
  const Json cell =
      list(attributes(), element("AlignDefault", nullptr), 1, 1, list(para(str("a"), end), para(str("b"), end)));
  const Json rows = list(list(attributes(), list(cell, cell)));
  const Json table = element("Table", list(attributes(), list(nullptr, list()), list(), list(attributes(), list()),
                                           list(list(attributes(), 0, list(), rows)), list(attributes(), list())));
  CHECK(markdown(table, para(str("c"))) == "| a b | a b |\n| --- | --- |\n\nc\n");
  const Json note = element("Note", list(para(str("n"), end), para(str("m"))));
  const auto blocks = read(list(para(str("a"), note), para(str("b"))));
  REQUIRE(blocks.size() == 2);
  CHECK(documents::letters_of(blocks[0].block.line.at(1).note) == "n m\n");
}

TEST_CASE("a chart leaves no word") {
  const auto blocks = read(list(para(str("x"), span("chart", list(), list(str("[CHART]"))))));
  CHECK(documents::letters_of(blocks[0].block.line) == "x");
}

TEST_CASE("what a text cannot hold leaves its words") {
  const Json image = element("Image", list(attributes(), list(str("alt")), list("media/a.png", "")));
  const auto blocks =
      read(list(para(str("x"), image, element("Superscript", list(str("2"))), element("Underline", list(str("u"))))));
  REQUIRE(blocks.size() == 1);
  CHECK(documents::letters_of(blocks[0].block.line) == "x²u");
  CHECK(markdown(element("RawBlock", list("html", "<b>")), element("New", list(1))) == "");
}

TEST_CASE("links that a text may not have are words, and addresses are links") {
  CHECK(markdown(para(link("https://e.org/"))) == "[x](https://e.org)\n");
  CHECK(markdown(para(link("javascript:alert(1)"))) == "x\n");
  CHECK(markdown(para(link("file:///etc/passwd"))) == "x\n");
  CHECK(markdown(para(str("see https://e.org/a."))).find("](https://e.org/a).") != std::string::npos);
}

TEST_CASE("spaces at the ends of emphasis do not matter, nor does a header's bold") {
  CHECK(markdown(para(element("Strong", list(str("bold "))), str("plain"), element("Emph", list(str(" it"))))) ==
        "**bold** plain *it*\n");
  const Json rows = list(cells(list(element("Strong", list(str("h"))))), cells(list(str("b"))), cells(list()));
  const Json table = element("Table", list(attributes(), list(nullptr, list()), list(), list(attributes(), list()),
                                           list(list(attributes(), 0, list(), rows)), list(attributes(), list())));
  CHECK(markdown(table) == "| h |\n| --- |\n| b |\n");
}
