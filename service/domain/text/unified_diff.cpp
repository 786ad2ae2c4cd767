// The unified form of a difference: declared in diff.hpp.
#include <algorithm>

#include "domain/text/diff.hpp"
#include "domain/text/sequence_diff.hpp"

namespace domain {
namespace {

// Lines with their line ends, so that a missing one at the end of the text makes a difference.
std::vector<std::string_view> lines_with_ends(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

struct Line {
  char mark;
  std::string_view text;
  std::size_t old_number;  // lines of the old text before it
  std::size_t new_number;
};

std::vector<Line> marked_lines(std::string_view old_text, std::string_view new_text) {
  const auto old_lines = lines_with_ends(old_text);
  const auto new_lines = lines_with_ends(new_text);
  std::vector<Line> lines;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Edit edit : diff_sequences(old_lines, new_lines)) {
    const char mark = edit == Edit::keep ? ' ' : edit == Edit::remove ? '-' : '+';
    lines.push_back({mark, edit == Edit::insert ? new_lines[j] : old_lines[i], i, j});
    i += edit == Edit::insert ? 0U : 1U;
    j += edit == Edit::remove ? 0U : 1U;
  }
  return lines;
}

std::string range(std::size_t before, std::size_t count) {
  const std::size_t first = count == 0 ? before : before + 1;
  return std::to_string(first) + (count == 1 ? "" : "," + std::to_string(count));
}

void write_hunk(std::string& out, const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  std::size_t old_count = 0;
  std::size_t new_count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    old_count += lines[i].mark == '+' ? 0U : 1U;
    new_count += lines[i].mark == '-' ? 0U : 1U;
  }
  out +=
      "@@ -" + range(lines[begin].old_number, old_count) + " +" + range(lines[begin].new_number, new_count) + " @@\n";
  for (std::size_t i = begin; i < end; ++i) {
    out += lines[i].mark;
    out += lines[i].text;
    if (!lines[i].text.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

}  // namespace

std::string unified_diff(std::string_view old_text, std::string_view new_text, std::string_view old_name,
                         std::string_view new_name, int context) {
  if (old_text == new_text) return "";
  const auto lines = marked_lines(old_text, new_text);
  const auto around = static_cast<std::size_t>(context);
  std::string out = "--- " + std::string(old_name) + "\n+++ " + std::string(new_name) + "\n";
  std::size_t i = 0;
  while (i < lines.size()) {
    if (lines[i].mark == ' ') {
      ++i;
      continue;
    }
    const std::size_t begin = i - std::min(i, around);
    std::size_t last_change = i;
    for (std::size_t next = i; next < lines.size() && next <= last_change + 2 * around + 1; ++next) {
      if (lines[next].mark != ' ') last_change = next;
    }
    const std::size_t end = std::min(lines.size(), last_change + around + 1);
    write_hunk(out, lines, begin, end);
    i = end;
  }
  return out;
}

}  // namespace domain
