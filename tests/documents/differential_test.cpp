// What a text says is the same in document.md and in document.html, and the same as the parser reads from it.
#include <cmark-gfm.h>
#include <doctest/doctest.h>

#include <cstdint>

#include "documents/sample_document.hpp"
#include "documents/text/parse_markdown.hpp"
#include "documents/written_text.hpp"

using namespace sample;

namespace {

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all{"a",
                                            "b ",
                                            " c",
                                            "word",
                                            "№",
                                            "€",
                                            "°",
                                            "→",
                                            "±",
                                            "™",
                                            "\U0001F600",
                                            "✓",
                                            "é",
                                            "ж",
                                            "国",
                                            "(",
                                            ")",
                                            "\"x\"",
                                            "«",
                                            "»",
                                            "—",
                                            "-",
                                            "--",
                                            "---",
                                            "===",
                                            "#",
                                            "# ",
                                            ">",
                                            "> ",
                                            "- ",
                                            "+ ",
                                            "1. ",
                                            "2) ",
                                            "*",
                                            "**",
                                            "***",
                                            "_",
                                            "__",
                                            "~~",
                                            "`",
                                            "``",
                                            "\\",
                                            "\\*",
                                            "|",
                                            "&#10;",
                                            "&#32;",
                                            "&nbsp;",
                                            "&amp;",
                                            "&lt;",
                                            "[a](https://a.example)",
                                            "[b](https://x.example/(c))",
                                            "http://[::1]/p",
                                            "https://x.example/a_b",
                                            "<http://[::1]/>",
                                            "!",
                                            "[",
                                            "]",
                                            "{=html}",
                                            "{#id}",
                                            "$x$",
                                            "@a",
                                            "^2^",
                                            "~2~",
                                            ":",
                                            "\n",
                                            "\n",
                                            "\n\n",
                                            "\n\n",
                                            "  \n",
                                            "\\\n",
                                            "    ",
                                            "\t",
                                            "`<script>x</script>`",
                                            "- - -",
                                            "- \n  - \n    -",
                                            "1. -\n",
                                            "~~~\ncode\n~~~",
                                            "| a | b |\n|---|--:|\n| c | d |\n"};
  return all;
}

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }

 private:
  std::uint32_t state_;
};

std::string made_up(std::uint32_t seed) {
  Dice dice(seed);
  std::string text;
  for (std::size_t length = 2 + dice.below(9); length > 0; --length) text += pieces()[dice.below(pieces().size())];
  return text;
}

void remove_all(std::string& text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
}

// Without what may differ: attributes but for addresses, white space, whether the items of a list stand closely, breaks
// at the ends of a paragraph and in headings, emphasis that touches its like.
std::string what_is_seen(const std::string& html) {
  std::string out;
  bool in_heading = false;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '<') {
      std::string tag = html.substr(i, html.find('>', i) + 1 - i);
      i += tag.size() - 1;
      remove_all(tag, " class=\"address\"");
      if (tag.starts_with("<h3") || tag.starts_with("</h3")) in_heading = tag[1] == 'h';
      const bool dropped = tag == "<p>" || (tag == "<br>" && (in_heading || out.empty() || out.back() == '>'));
      if (!dropped) out += tag == "</p>" ? "<p>" : tag;
      continue;
    }
    const bool space = html[i] == ' ' || html[i] == '\n' || html[i] == '\t';
    if (!space) out += html[i];
    if (space && !out.empty() && out.back() != ' ' && out.back() != '>') out += ' ';
  }
  for (const std::string tag : {"em", "strong", "del"}) remove_all(out, "</" + tag + "><" + tag + ">");
  for (auto at = out.find(" <"); at != std::string::npos; at = out.find(" <", at)) out.erase(at, 1);
  remove_all(out, "\u00A0");
  remove_all(out, "<br><p>");
  remove_all(out, "<p>");
  return out;
}

// The letters that HTML shows, without its tags.
std::string letters(const std::string& html) {
  std::string out;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside && c != ' ' && c != '\n' && c != '\t') out += c;
    if (c == '>') inside = false;
  }
  remove_all(out, "\u00A0");
  return out;
}

std::string letters_of_parser(const std::string& markdown) {
  documents::ParseMemory memory;
  const documents::Nodes root = documents::parse_markdown(markdown, memory);
  char* html = cmark_render_html(root.get(), CMARK_OPT_FOOTNOTES, nullptr);
  const std::string shown = letters(html);
  documents::ParseMemory::allocator()->free(html);
  return shown;
}

}  // namespace

TEST_CASE("made-up texts say the same in Markdown as in HTML, and as the parser reads them") {
  int differences = 0;
  for (std::uint32_t seed = 1; seed <= 6000 && differences < 20; ++seed) {
    const std::string text = made_up(seed);
    const std::string html = html_of(text);
    if (html.empty()) continue;
    const std::string markdown = markdown_of(text);
    CAPTURE(text);
    CAPTURE(markdown);
    if (markdown.find("<em>") == std::string::npos && markdown.find("<strong>") == std::string::npos &&
        markdown.find("<del>") == std::string::npos) {
      CHECK(what_is_seen(html_of(markdown)) == what_is_seen(html));
      differences += what_is_seen(html_of(markdown)) == what_is_seen(html) ? 0 : 1;
    }
    if (html.find("address") == std::string::npos && text.find('!') == std::string::npos) {
      CHECK(letters(html) == letters_of_parser(text));
      differences += letters(html) == letters_of_parser(text) ? 0 : 1;
    }
  }
}

TEST_CASE("symbols beside emphasis are read alike by every CommonMark") {
  for (const std::string text : {"€<b></b>**(5)**", "№<b></b>**\"x\"**", "**(5)**<b></b>€", "*a*→*b*", "**±**5",
                                 "°<b></b>*'a'*", "\U0001F600<b></b>**-a**", "**a-**\U0001F600", "™**a**", "**a**™"}) {
    CAPTURE(text);
    CHECK(html_of(markdown_of(text)) == html_of(text));
  }
  CHECK(markdown_of("€<b></b>**(5)**") == "&#8364;**(5)**\n");
  CHECK(markdown_of("**(5)**<b></b>€") == "**(5)**&#8364;\n");
  CHECK(markdown_of("**±**5") == "**±**&#53;\n");
}

TEST_CASE("line breaks and marks at the head of a line stay what they are") {
  for (const std::string text :
       {"a\n&#10;===", "a\n&#10;---", "a\n&#10;> b", "a\n&#10;- b", "a\n&#10;# b", "&#10;1. b", "a\n&#10;&#10;+ b",
        "*&#10;- a*", "- - -<!-- -->", "- \n  - \n    - ", "- \n  - \n    - \n- a",
        "- a\n\n<!-- -->\n\n- \n  - \n    -", "http://[::1]/", "[a](http://[2001:db8::1]:80/b)"}) {
    CAPTURE(text);
    CHECK(what_is_seen(html_of(markdown_of(text))) == what_is_seen(html_of(text)));
  }
  CHECK(contains(html_of("[a](http://[::1]/)"), "href=\"http://[::1]/\""));
  CHECK(markdown_of("[a](http://[::1]/)") == "[a](http://[::1]/)\n");
  CHECK(contains(html_of("[a](http://[x]/)"), "href=\"http://%5Bx%5D/\""));
}

TEST_CASE("code stays code in pandoc's Markdown, and braces are letters") {
  CHECK(markdown_of("`<script>x</script>`{=html}") == "`<script>x</script>`\\{=html}\n");
  CHECK(markdown_of("# a {#s1}") == "### a \\{\\#s1}\n");
  CHECK(markdown_of("x^2^") == "x\\^2\\^\n");
}

TEST_CASE("a heading within a footnote is one strong line, whatever stands in it") {
  for (const std::string heading : {"**a** b", "a **b**", "*a*", "`a`", "(a)", "a *b*", "- a", "1. a", "**a**"}) {
    const auto report = of_texts({"x[^1]\n\n[^1]: # " + heading});
    CAPTURE(heading);
    const std::string markdown = documents::to_markdown(report);
    const std::string note = markdown.substr(markdown.find("\n[^1]: ") + 1);
    const std::string line = between(note, "[^1]: ", "\n");
    if (line.starts_with("<strong>")) continue;  // where marks would touch
    CHECK(html_of(line).starts_with("<p><strong>"));
    CHECK(html_of(line).ends_with("</strong></p>\n"));
    CHECK_FALSE(contains(letters(html_of(line)), "*"));
  }
}

TEST_CASE("a heading of a text does not take the anchor of a later section") {
  const auto report = of_texts({"# 2 Title of s2\n\n> ## 3 Title of s3\n\nx", "b", "[c](#s2)"});
  const std::string markdown = documents::to_markdown(report);
  CHECK(contains(markdown, "(#2-title-of-s2-1)\n"));
  CHECK(contains(markdown, "(#3-title-of-s3-1)\n"));
  CHECK(contains(markdown, "\n[c](#2-title-of-s2-1)\n"));
}
