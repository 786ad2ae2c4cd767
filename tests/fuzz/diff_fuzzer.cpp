// Two texts, cut at the first zero byte: their difference joins back to both, the unified one makes the new
// of the old.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../support/patch.hpp"
#include "domain/text/diff.hpp"

namespace {

using domain::ChangeKind;

// Without line ends and without blank lines.
std::string lines_with_text(std::string_view text) {
  std::string lines;
  for (std::string_view line : support::lines_of(text)) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos) lines.append(line).append("\n");
  }
  return lines;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check_words(const domain::Change& change) {
  std::string old_text;
  std::string new_text;
  for (const auto& word : change.words) {
    require(word.kind != ChangeKind::change && !word.text.empty());
    if (word.kind != ChangeKind::insert) old_text += word.text;
    if (word.kind != ChangeKind::remove) new_text += word.text;
  }
  require(old_text == change.old_text && new_text == change.new_text);
}

// The text has the paragraph at this line; no line where there is no paragraph.
void check_place(std::string_view text, std::int64_t line, std::string_view paragraph) {
  require((line == 0) == paragraph.empty());
  const auto lines = support::lines_of(text);
  if (line == 0) return;
  require(line > 0 && static_cast<std::size_t>(line) <= lines.size());
  const auto begin = static_cast<std::size_t>(lines[static_cast<std::size_t>(line) - 1].data() - text.data());
  require(text.substr(begin).starts_with(paragraph));
}

void check_kind(const domain::Change& change) {
  require((change.kind == ChangeKind::insert) == change.old_text.empty());
  require((change.kind == ChangeKind::remove) == change.new_text.empty());
  require((change.kind == ChangeKind::equal) == (change.old_text == change.new_text));
  if (change.kind == ChangeKind::change) check_words(change);
}

void check_paragraphs(std::string_view old_text, std::string_view new_text) {
  std::string old_lines;
  std::string new_lines;
  for (const auto& change : domain::diff_texts(old_text, new_text)) {
    check_kind(change);
    check_place(old_text, change.from_line, change.old_text);
    check_place(new_text, change.to_line, change.new_text);
    old_lines += lines_with_text(change.old_text);
    new_lines += lines_with_text(change.new_text);
  }
  require(old_lines == lines_with_text(old_text));
  require(new_lines == lines_with_text(new_text));
}

void check_lines(std::string_view old_text, std::string_view new_text) {
  for (const int context : {0, 3}) {
    const std::string diff = domain::unified_diff(old_text, new_text, "old", "new", context);
    require(support::apply_patch(old_text, diff) == new_text);
    require(diff.empty() == (old_text == new_text));
    const auto lines = support::lines_of(diff);
    require(context > 0 || std::ranges::none_of(lines, [](auto line) { return line.starts_with(' '); }));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view old_text = input.substr(0, input.find('\0'));
  const std::string_view new_text = input.substr(std::min(old_text.size() + 1, size));
  check_paragraphs(old_text, new_text);
  check_lines(old_text, new_text);
  // A text differs nowhere from itself.
  for (const auto& change : domain::diff_texts(new_text, new_text)) require(change.kind == ChangeKind::equal);
  return 0;
}
