#include "documents/text/emphasis_tags.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/text/syntax_tree.hpp"

namespace documents {
namespace {

struct Spelling {
  std::string_view begin, end;   // as tags
  std::string_view mark, other;  // as marks
  NodeKind kind;
};

constexpr std::array<Spelling, 3> kSpellings{{{"<em>", "</em>", "*", "_", NodeKind::emphasis},
                                              {"<strong>", "</strong>", "**", "__", NodeKind::strong},
                                              {"<del>", "</del>", "~~", "~~", NodeKind::strikethrough}}};

constexpr std::string_view kNothing = "<!-- -->";  // shows nothing, and keeps marks apart

bool has_tags(std::string_view line) {
  return std::ranges::any_of(kSpellings,
                             [&](const Spelling& one) { return line.find(one.begin) != std::string::npos; });
}

enum class Way { other_marks, kept_apart, none };

// The mark in the place of a tag at the head of the text; and the tag's length, 0 where there is none.
std::pair<std::string_view, std::size_t> mark_at(std::string_view text, Way way) {
  for (const Spelling& one : kSpellings) {
    for (const auto tag : {one.begin, one.end}) {
      if (!text.starts_with(tag)) continue;
      const bool emphasis = one.kind == NodeKind::emphasis;
      return {way == Way::none ? "" : way == Way::other_marks && emphasis ? one.other : one.mark, tag.size()};
    }
  }
  return {"", 0};
}

std::string respelled(std::string_view line, Way way) {
  std::string out;
  bool behind_tag = false;
  while (!line.empty()) {
    const auto [mark, length] = mark_at(line, way);
    if (length == 0) {
      out += line.front();
      line.remove_prefix(1);
    } else {
      if (behind_tag && way == Way::kept_apart) out += kNothing;
      out += mark;
      line.remove_prefix(length);
    }
    behind_tag = length != 0;
  }
  return out;
}

struct Shown {
  std::string letters;
  std::vector<std::array<std::size_t, 3>> emphases;  // kind, begin and end among the letters

  bool operator==(const Shown&) const = default;
};

Shown shown_by_marks(const std::string& line) {
  Shown shown;
  std::vector<std::size_t> open;
  walk(SyntaxTree(line).root(), [&](NodeKind kind, cmark_node* node, bool entering) {
    if (kind == NodeKind::text || kind == NodeKind::code) shown.letters += cmark_node_get_literal(node);
    const bool emphasis = std::ranges::find(kSpellings, kind, &Spelling::kind) != kSpellings.end();
    if (emphasis && entering) {
      open.push_back(shown.emphases.size());
      shown.emphases.push_back({static_cast<std::size_t>(kind), shown.letters.size(), 0});
    } else if (emphasis) {
      shown.emphases[open.back()][2] = shown.letters.size();
      open.pop_back();
    }
    return true;
  });
  std::ranges::sort(shown.emphases);
  return shown;
}

// What the tags mean.
Shown shown_by_tags(std::string_view line) {
  Shown shown;
  std::vector<std::size_t> open;
  std::string before;
  while (!line.empty()) {
    const auto found = std::ranges::find_if(
        kSpellings, [&](const Spelling& one) { return line.starts_with(one.begin) || line.starts_with(one.end); });
    if (found == kSpellings.end()) {
      before += line.front();
      line.remove_prefix(1);
      continue;
    }
    const bool begins = line.starts_with(found->begin);
    const std::size_t at = shown_by_marks(before + "x").letters.size() - 1;  // spaces at an end are not shown
    if (begins) {
      open.push_back(shown.emphases.size());
      shown.emphases.push_back({static_cast<std::size_t>(found->kind), at, 0});
    } else if (!open.empty()) {
      shown.emphases[open.back()][2] = at;
      open.pop_back();
    }
    line.remove_prefix(begins ? found->begin.size() : found->end.size());
  }
  shown.letters = shown_by_marks(before).letters;
  std::ranges::sort(shown.emphases);
  return shown;
}

}  // namespace

std::string without_tags(const std::string& line) {
  if (!has_tags(line)) return line;
  const Shown meant = shown_by_tags(line);
  for (const Way way : {Way::other_marks, Way::kept_apart}) {
    std::string marked = respelled(line, way);
    if (shown_by_marks(marked) == meant) return marked;
  }
  return respelled(line, Way::none);
}

}  // namespace documents
