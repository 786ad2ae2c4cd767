#include "documents/text/not_shown.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "documents/text/html_tags.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/picture_name.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr std::size_t kMostTold = 20;

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// "[^Note 1]: See there." in lists and quotes, too: the label as it is written; empty: no footnote is defined.
std::string_view label_defined_in(std::string_view line) {
  const auto begin = line.find_first_not_of(" >");
  if (begin == std::string_view::npos || !line.substr(begin).starts_with("[^")) return {};
  line.remove_prefix(begin + 2);
  const auto end = line.find(']');
  if (end == std::string_view::npos || end == 0 || !line.substr(end).starts_with("]:")) return {};
  return line.substr(0, end);
}

// How many cells a row has as it is written.
int cells_in(std::string_view line) {
  const auto begin = line.find_first_not_of(" >\t");
  const auto end = line.find_last_not_of(" \t");
  if (begin == std::string_view::npos) return 0;
  line = line.substr(begin, end - begin + 1);
  int bars = 0;
  bool last_is_bar = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    last_is_bar = line[i] == '|' && (i == 0 || line[i - 1] != '\\');
    bars += last_is_bar ? 1 : 0;
  }
  return bars + 1 - (line.front() == '|' ? 1 : 0) - (last_is_bar && line.size() > 1 ? 1 : 0);
}

bool begins_with_head_line(std::string_view text) { return text.starts_with("---") || text.starts_with("+++"); }

class LossFinder {
 public:
  explicit LossFinder(const std::string& markdown) : lines_(split_lines(markdown)) {}

  void read(cmark_node* root) {
    head_of_file();
    walk_all(root);
    footnotes();
    marks_without_text();
  }

  void tell(int line, domain::Message message) { found_.push_back({line, std::move(message)}); }

  std::vector<NotShown> take() {
    std::ranges::stable_sort(found_, {}, &NotShown::line);
    if (found_.size() > kMostTold) {
      const std::size_t more = found_.size() - kMostTold + 1;
      found_.resize(kMostTold - 1);
      found_.push_back({found_.back().line, say("And {0} more parts of the text are not shown.", more)});
    }
    return std::move(found_);
  }

 private:
  void walk_all(cmark_node* root) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root), cmark_iter_free);
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
      if (event == CMARK_EVENT_ENTER) look_at(cmark_iter_get_node(iter.get()));
    }
  }

  void look_at(cmark_node* node) {
    const int own_line = cmark_node_get_start_line(node);
    if (own_line > 0) line_ = own_line;
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HTML_BLOCK:
        hide(node);
        return html_block(cmark_node_get_literal(node));
      case CMARK_NODE_HTML_INLINE:
        return tag(tag_in(cmark_node_get_literal(node)));
      case CMARK_NODE_CODE_BLOCK:
        return hide(node);
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        shown_notes_.insert(line_);
        return;
      case CMARK_NODE_TEXT:
        return text(cmark_node_get_literal(node));
      case CMARK_NODE_LINK:
        if (!is_allowed_target(cmark_node_get_url(node))) {
          tell(line_, say("The link to '{0}' is left out and its text stays: links lead to http, https and mailto "
                          "addresses, and to sections (#obj-07).",
                          std::string(cmark_node_get_url(node)).substr(0, 60)));
        }
        return;
      case CMARK_NODE_IMAGE:
        if (!is_picture_name(cmark_node_get_url(node))) {
          tell(line_, say("The picture '{0}' is not shown, only its alternative text: send it to the section's "
                          "pictures, and place it by its name.",
                          std::string(cmark_node_get_url(node)).substr(0, 60)));
        }
        return;
      default:
        if (kind_of(node) == NodeKind::row) row(node);
    }
  }

  // Lines in which nothing is read.
  void hide(cmark_node* node) {
    for (int line = cmark_node_get_start_line(node); line <= cmark_node_get_end_line(node); ++line)
      hidden_.insert(line);
  }

  void html_block(std::string_view literal) {
    if (literal.substr(literal.find_first_not_of(' ')).starts_with("<!--")) return;
    tell(line_, say("A block of HTML is not shown, nor anything in it. Write it in Markdown."));
  }

  void tag(const HtmlTag& tag) {
    if (tag.name.empty() || tag.closing || is_kept_tag(tag.name) || !tags_.insert(tag.name).second) return;
    tell(line_, say("The HTML tag <{0}> is left out; the words inside it stay.", tag.name));
  }

  // A mark without a text is text itself.
  void text(std::string_view literal) {
    for (auto at = literal.find("[^"); at != std::string_view::npos; at = literal.find("[^", at + 1)) {
      const auto end = literal.find_first_of(" ]", at);
      if (end == std::string_view::npos || literal[end] != ']' || end == at + 2) continue;
      const std::string mark(literal.substr(at, end + 1 - at));
      if (marks_.size() < kMostTold) marks_.insert(mark);
    }
  }

  void marks_without_text() {
    for (const auto& mark : marks_) {
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        const auto at = lines_[i].find(mark);
        const bool written = at != std::string_view::npos && (at == 0 || lines_[i][at - 1] != '\\');
        if (!written || hidden_.contains(static_cast<int>(i) + 1)) continue;
        tell(static_cast<int>(i) + 1, say("The footnote '{0}' has no text: add a line '{1}: ...'.", mark, mark));
        break;
      }
    }
  }

  void row(cmark_node* node) {
    const int columns = cmark_gfm_extensions_get_table_columns(cmark_node_parent(node));
    const auto index = static_cast<std::size_t>(cmark_node_get_start_line(node)) - 1;
    if (index >= lines_.size()) return;
    const int surplus = cells_in(lines_[index]) - columns;
    if (surplus <= 0) return;
    tell(line_, say("This row has more cells than the table has columns ({0}), and the rest is not shown. Cells lost: "
                    "{1}. A bar that belongs to the text is written \\|.",
                    columns, surplus));
  }

  void footnotes() {
    std::set<std::string_view> known;
    for (const int line : shown_notes_) known.insert(label_defined_in(lines_.at(static_cast<std::size_t>(line) - 1)));
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const int line = static_cast<int>(i) + 1;
      const auto label = label_defined_in(lines_[i]);
      if (label.empty() || shown_notes_.contains(line) || hidden_.contains(line)) continue;
      const std::string name = "[^" + std::string(label) + "]";
      tell(line, known.contains(label) ? say("The footnote {0} already has a text; this one is not shown.", name)
                                       : say("The footnote {0} is not shown: nothing in the text refers to it.", name));
    }
  }

  // "---", then "title: ...": programs keep such things there; here they become a heading.
  void head_of_file() {
    if (lines_.front() != "---" && lines_.front() != "+++") return;
    for (std::size_t i = 1; i < lines_.size() && !lines_[i].empty(); ++i) {
      if (lines_[i] != lines_.front() && lines_[i] != "...") continue;
      if (i == 1) return;
      return tell(1, say("The text begins with the head of a file (front matter). That is not part of the text, but "
                         "would be shown in the documents: take it out."));
    }
  }

  std::vector<std::string_view> lines_;
  std::vector<NotShown> found_;
  std::set<std::string> tags_;
  std::set<std::string> marks_;  // of footnotes, that stand as text
  std::set<int> shown_notes_;
  std::set<int> hidden_;
  int line_ = 1;
};

// root: null where the markup is too much.
std::vector<NotShown> list_not_shown(cmark_node* root, const std::string& markdown) {
  const bool whole = markdown.find_first_of("<[|") == std::string::npos && !begins_with_head_line(markdown);
  if (root != nullptr && whole) return {};
  LossFinder finder(markdown);
  if (root != nullptr) {
    finder.read(root);
  } else {
    finder.tell(1, say("The text has more markup than can be read, so it is shown as it was typed: its lists or "
                       "quotations are too deep, or a table is too wide."));
  }
  return finder.take();
}

}  // namespace

ReadText read_text(const std::string& markdown) {
  std::vector<NotShown> not_shown;
  SyntaxTree tree(markdown, [&](cmark_node* root) { not_shown = list_not_shown(root, markdown); });
  return {std::move(tree), std::move(not_shown)};
}

}  // namespace documents
