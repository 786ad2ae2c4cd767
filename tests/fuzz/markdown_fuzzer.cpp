// Any bytes as the text of a section: they are refused, or they come out as a safe and whole report that says
// in Markdown what the text says.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/report/captions.hpp"
#include "documents/report/document_json.hpp"
#include "documents/text/markup_limits.hpp"
#include "documents/text/syntax_tree.hpp"
#include "documents/text/text_check.hpp"
#include "documents/text/words.hpp"
#include "domain/basis/error.hpp"

namespace {

using documents::NodeKind;

void require(bool holds, const char* what, const std::string& shown) {
  if (holds) return;
  std::cerr << "broken: " << what << "\n" << shown << "\n";  // never buffered
  std::abort();
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

documents::Document report_of(const std::string& text) {
  documents::Document document;
  document.language = document.title_language = document.format_title_language = "en";
  document.title = "Report";
  document.format_title = "National report";
  document.country = "TKM";
  document.forum_date = "2026-05-05";
  document.as_of = "2026-01-15T09:00:00.000Z";
  document.select = "latest";
  for (const char* id : {"first", "second"}) {
    documents::DocumentSection section;
    section.id = section.title = id;
    section.title_language = section.language = "en";
    section.content = documents::ContentKind::text;
    section.state = "approved";
    section.markdown = text;
    document.sections.push_back(section);
  }
  return document;
}

const char* mark_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::emphasis:
      return "\x01/";
    case NodeKind::strong:
      return "\x02/";
    case NodeKind::strikethrough:
      return "\x03/";
    default:
      return "";
  }
}

void append_word(std::string& shape, std::string_view text) {
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) shape += c;
    if (space && !shape.empty() && shape.back() != ' ') shape += ' ';
  }
}

void remove_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

// What a text shows and how it is built, without what may differ between two ways of writing it: the levels
// of headings, the numbers of notes, the space between the items of a list, and where links lead.
std::string shape_of(const std::string& markdown, bool with_emphasis) {
  const documents::SyntaxTree tree(markdown);
  std::string shape;
  documents::walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool entering) {
    if (kind == NodeKind::note) return false;
    if (kind < NodeKind::text && kind != NodeKind::document) {
      while (!shape.empty() && shape.back() == ' ') shape.pop_back();
      shape += entering ? '{' : '}';
      shape += std::to_string(static_cast<int>(kind)) + " ";
    }
    if (kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::code_block) {
      append_word(shape, cmark_node_get_literal(node));
    }
    if (kind == NodeKind::picture)
      append_word(shape, std::string("[picture missing: ") + cmark_node_get_url(node) + "]");
    if (kind == NodeKind::soft_break || kind == NodeKind::line_break) append_word(shape, " ");
    if (kind == NodeKind::note_reference) shape += '\x04';
    const std::string_view mark = mark_of(kind);
    if (with_emphasis && !mark.empty()) shape += entering ? std::string(mark.substr(0, 1)) : std::string(mark);
    return true;
  });
  for (const char* touching : {"\x01/\x01", "\x02/\x02", "\x03/\x03"}) remove_all(shape, touching);
  while (!shape.empty() && shape.back() == ' ') shape.pop_back();
  return shape;
}

void check_html(const std::string& html) {
  require(occurrences(html, "<section id=\"first\"") == 1, "the first section is there once", html);
  require(occurrences(html, "<section ") == occurrences(html, "</section>"), "sections are closed", html);
  for (const char* tag : {"p", "ul", "li", "table", "em", "blockquote", "sup", "h3"}) {
    const std::string name(tag);
    const std::size_t opened = occurrences(html, "<" + name + ">") + occurrences(html, "<" + name + " ");
    require(opened == occurrences(html, "</" + name + ">"), "tags are closed", html);
  }
  require(occurrences(html, "<script") == 0 && occurrences(html, "<img") == 0 && occurrences(html, "<iframe") == 0,
          "nothing runs and nothing is loaded", html);
  for (std::size_t at = html.find("<a "); at != std::string::npos; at = html.find("<a ", at + 1)) {
    const auto tag = std::string_view(html).substr(at, html.find('>', at) - at);
    const auto href = tag.find("href=\"");
    require(href != std::string_view::npos, "a link leads somewhere", html);
    const std::string_view target = tag.substr(href + 6, 8);
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    std::string scheme;
    for (const char c : target) scheme += lower(c);
    require(scheme.starts_with('#') || scheme.starts_with("http://") || scheme.starts_with("https://") ||
                scheme.starts_with("mailto:"),
            "links lead to safe places", html);
  }
}

// A marked caption gets a number, a reference the number of what it names (tests/documents/numbering_test.cpp).
bool is_put_into_words(const std::string& text) {
  const documents::SyntaxTree tree(text);
  bool refers = false;
  documents::walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool) {
    refers |= kind == NodeKind::link && cmark_node_get_url(node)[0] == '#';
    return true;
  });
  return refers || !documents::take_captions(tree).empty();
}

void check_markdown(const std::string& text, const std::string& markdown) {
  require(occurrences(markdown, "\n## 1 first\n") >= 1, "the first section is there", markdown);
  require(occurrences(markdown, "\n## 2 second\n") >= 1, "the second section is there", markdown);
  if (!documents::has_readable_markup(markdown) || !documents::has_readable_markup(text)) return;
  if (is_put_into_words(text)) return;
  const bool tags = markdown.find("<em>") != std::string::npos || markdown.find("<strong>") != std::string::npos ||
                    markdown.find("<del>") != std::string::npos;  // which are not read back
  const std::string whole = shape_of(markdown, !tags);
  const std::string part = shape_of(text, !tags);
  const std::size_t first = whole.find(part);
  require(first != std::string::npos && whole.find(part, first + part.size()) != std::string::npos,
          "the Markdown says what the text says", text + "\n---\n" + markdown + "\n---\n" + part + "\n---\n" + whole);
}

void check_json(const std::string& text, const std::string& json) {
  const documents::Document read = documents::document_from_json(json);
  require(read.sections.size() == 2, "both sections are there", json);
  for (const auto& section : read.sections) {
    require(section.content == documents::ContentKind::text && section.markdown == text, "the text is as it was", json);
  }
}

void check_words(const std::string& text) {
  const auto words = documents::count_words(text);
  require(words <= text.size() / 2 + 1, "words are parted", text);
  if (text.find('<') != std::string::npos) return;  // HTML need not end where a paragraph begins
  require(documents::count_words(text + "\n\nTwo *wor*ds\n") == words + 2, "words of a paragraph are added", text);
}

// Nothing: the text is refused.
std::optional<std::string> checked(const std::string& input) {
  const auto plain = [](char c) { return (c >= ' ' && c < 127) || c == '\n' || c == '\t'; };
  const bool ordinary = std::ranges::all_of(input, plain) && input.size() <= documents::kLongestText;
  try {
    std::string text = documents::check_text(input);
    require(!ordinary || text == input, "letters of ASCII stay as they are", input);
    require(documents::check_text(text) == text, "a text that was checked is left alone", text);
    return text;
  } catch (const domain::Error& error) {
    require(!ordinary, "letters of ASCII are taken", input);
    require(error.code() == domain::ErrorCode::invalid && !error.message().empty(), "a refusal says why", input);
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto kept = checked(std::string(reinterpret_cast<const char*>(data), size));
  if (!kept) return 0;
  const std::string& text = *kept;
  check_words(text);
  const documents::Document document = report_of(text);
  const std::string html = documents::to_html(document);
  check_html(html);
  require(html == documents::to_html(document), "the same document gives the same bytes", html);
  check_markdown(text, documents::to_markdown(document));
  check_json(text, documents::to_json(document));
  return 0;
}
