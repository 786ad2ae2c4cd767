#include "documents/text/markup_limits.hpp"
#include "documents/text/ascii.hpp"

#include <algorithm>
#include <cstddef>

namespace documents {
namespace {

constexpr std::size_t kMostMarkers = 64;
constexpr std::size_t kDeepestMarker = 256;
constexpr std::size_t kMostColumns = 1000;
constexpr std::size_t kMostPaddedCells = 200'000;
constexpr std::size_t kMostImages = 500;
constexpr std::size_t kMostDeclarations = 200;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Bytes of the quote or list marker at the head of a line: ">", "-", "12."; 0 where there is none.
std::size_t marker_length(std::string_view line) {
  if (line.empty()) return 0;
  if (line.front() == '>') return 1;
  std::size_t end = 1;
  if (is_digit(line.front())) {
    while (end < line.size() && is_digit(line[end])) ++end;
    if (end == line.size() || (line[end] != '.' && line[end] != ')')) return 0;
    ++end;
  } else if (line.front() != '-' && line.front() != '*' && line.front() != '+') {
    return 0;
  }
  return end == line.size() || is_blank(line[end]) ? end : 0;
}

bool is_rule(std::string_view line) { return line.find_first_not_of("-*_ \t") == std::string_view::npos; }

bool nests_too_deep(std::string_view line) {
  if (is_rule(line)) return false;
  std::size_t at = 0;
  std::size_t markers = 0;
  std::size_t columns = 0;  // before the last marker, a tab taken for four
  for (;;) {
    for (; at < line.size() && is_blank(line[at]); ++at) columns += line[at] == '\t' ? 4 : 1;
    const std::size_t length = marker_length(line.substr(at));
    if (length == 0) return false;
    if (++markers > kMostMarkers || columns > kDeepestMarker) return true;
    at += length;
    columns += length;
  }
}

// What is counted over the lines of one block.
struct Block {
  std::size_t lines = 0;
  std::size_t pipes = 0;
  std::size_t columns = 0;
  std::size_t images = 0;
  std::size_t declarations = 0;

  void add(std::string_view line) {
    ++lines;
    std::size_t pipes_here = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char next = i + 1 < line.size() ? line[i + 1] : '\0';
      if (line[i] == '|') ++pipes_here;
      if (line[i] == '!' && next == '[') ++images;
      if (line[i] == '<' && next == '!') ++declarations;
    }
    pipes += pipes_here;
    columns = std::max(columns, pipes_here);
  }

  bool readable() const {
    return columns <= kMostColumns && columns * lines <= 2 * pipes + kMostPaddedCells && images <= kMostImages &&
           declarations <= kMostDeclarations;
  }
};

}  // namespace

bool has_readable_markup(std::string_view text) {
  Block block;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
      block = {};
      continue;
    }
    if (nests_too_deep(line)) return false;
    block.add(line);
    if (!block.readable()) return false;
  }
  return true;
}

}  // namespace documents
