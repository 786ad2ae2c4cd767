// What pandoc tells about a Word file, as rich text.
#include "render/word_reader.hpp"

#include <doctest/doctest.h>

#include "render/rich_markdown.hpp"

namespace {

using Json = nlohmann::json;

Json str(const std::string& text) { return {{"t", "Str"}, {"c", text}}; }
Json element(const char* type, const Json& content) { return {{"t", type}, {"c", content}}; }
Json para(const Json& inlines) { return element("Para", inlines); }
Json span(const char* kind, const Json& pairs, const Json& inlines) {
  return element("Span", Json::array({Json::array({"", Json::array({kind}), pairs}), inlines}));
}
Json marked(const char* kind, const Json& inlines) {
  return span(kind, Json::array({Json::array({"author", "B"}), Json::array({"date", "2026-01-15T09:00:00Z"})}),
              inlines);
}

std::vector<render::WordBlock> read(const Json& blocks) { return render::read_word(Json{{"blocks", blocks}}.dump()); }

// All blocks as Markdown.
std::string markdown(const Json& blocks) {
  std::vector<render::RichBlock> all;
  for (auto& one : read(blocks)) render::add_block(all, std::move(one.block));
  render::RichMarkdown writer([](const render::RichRun&) { return "1"; });
  std::string text;
  for (const auto& block : all) text += (text.empty() ? "" : "\n") + writer.write(block);
  return text;
}

}  // namespace

TEST_CASE("insertions are taken and deletions left out, of words and of the ends of paragraphs") {
  CHECK(markdown({para({str("a"), marked("insertion", {str("b")}), marked("deletion", {str("c")})})}) == "ab\n");
  CHECK(markdown({para({str("one "), marked("paragraph-deletion", Json::array())}), para({str("two")}),
                  para({str("three")})}) == "one two\n\nthree\n");
  CHECK(markdown({para({str("a"), marked("paragraph-insertion", Json::array())}), para({str("b")})}) == "a\n\nb\n");
  CHECK(markdown({para({str("a")}), para({marked("deletion", {str("b")}), marked("paragraph-deletion", Json::array())}),
                  para({str("c")})}) == "a\n\nc\n");
  CHECK(markdown({para({str("a"), marked("deletion", {element("Note", {para({str("gone")})})})})}) == "a\n");
}

TEST_CASE("a comment has its author, its day and the words that it is about") {
  const Json begin = span("comment-start",
                          Json::array({Json::array({"id", "3"}), Json::array({"author", "A. Writer"}),
                                       Json::array({"date", "2026-01-14T10:00:00Z"})}),
                          {str("Which"), element("Space", Json::array()), str("year?")});
  const Json end = span("comment-end", Json::array({Json::array({"id", "3"})}), Json::array());
  const auto blocks =
      read({para({str("first")}),
            para({str("the "), begin, str("labour "), element("Strong", {str("code")}), end, str(" says")})});
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].comments.empty());
  REQUIRE(blocks[1].comments.size() == 1);
  const auto& comment = blocks[1].comments[0];
  CHECK(comment.author == "A. Writer");
  CHECK(comment.date == "2026-01-14T10:00:00Z");
  CHECK(comment.text == "Which year?");
  CHECK(comment.about == "labour code");
  CHECK(render::letters_of(blocks[1].block.line) == "the labour code says");
}

TEST_CASE("what a text cannot hold leaves its words, and pictures are counted") {
  const Json image = element(
      "Image",
      Json::array({Json::array({"", Json::array(), Json::array()}), {str("alt")}, Json::array({"media/a.png", ""})}));
  const auto blocks =
      read({para({str("x"), image, element("Superscript", {str("2")}), element("Underline", {str("u")})})});
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].pictures == 1);
  CHECK(render::letters_of(blocks[0].block.line) == "x2u");
  CHECK(markdown({element("LineBlock", {{str("a")}}), element("RawBlock", {"html", "<b>"}),
                  element("Null", nullptr)}) == "");
}

TEST_CASE("links that a text may not have are words, and addresses are links") {
  const auto link = [](const std::string& target) {
    return para({element(
        "Link",
        Json::array({Json::array({"", Json::array(), Json::array()}), {str("x")}, Json::array({target, ""})}))});
  };
  CHECK(markdown({link("https://e.org/")}) == "[x](https://e.org)\n");
  CHECK(markdown({link("javascript:alert(1)")}) == "x\n");
  CHECK(markdown({link("file:///etc/passwd")}) == "x\n");
  CHECK(markdown({para({str("see https://e.org/a.")})}).find("](https://e.org/a).") != std::string::npos);
}

TEST_CASE("spaces at the ends of emphasis do not matter, nor does a header's bold") {
  CHECK(markdown({para({element("Strong", {str("bold ")}), str("plain"), element("Emph", {str(" it")})})}) ==
        "**bold** plain *it*\n");
  const auto cell = [](const Json& inlines) {
    return Json::array({Json::array({"", Json::array(), Json::array()}), element("AlignDefault", nullptr), 1, 1,
                        Json::array({para(inlines)})});
  };
  const Json none = Json::array({"", Json::array(), Json::array()});
  const auto row = [&](const Json& inlines) { return Json::array({none, Json::array({cell(inlines)})}); };
  const Json table = element(
      "Table",
      Json::array({none, Json::array({nullptr, Json::array()}), Json::array(), Json::array({none, Json::array()}),
                   Json::array({Json::array(
                       {none, 0, Json::array(),
                        Json::array({row({element("Strong", {str("h")})}), row({str("b")}), row(Json::array())})})}),
                   Json::array({none, Json::array()})}));
  CHECK(markdown({table}) == "| h |\n| --- |\n| b |\n");
}
