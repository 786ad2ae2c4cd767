// Two texts, cut at the first zero byte: their difference joins back to both, the unified one makes the new
// of the old.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../support/patch.hpp"
#include "domain/diff.hpp"

namespace {

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
    if (word.kind != domain::ChangeKind::insert) old_text += word.text;
    if (word.kind != domain::ChangeKind::remove) new_text += word.text;
  }
  require(old_text == change.old_text && new_text == change.new_text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view old_text = input.substr(0, input.find('\0'));
  const std::string_view new_text = input.substr(std::min(old_text.size() + 1, size));
  std::string old_lines;
  std::string new_lines;
  for (const auto& change : domain::diff_texts(old_text, new_text)) {
    old_lines += lines_with_text(change.old_text);
    new_lines += lines_with_text(change.new_text);
    if (change.kind == domain::ChangeKind::change) check_words(change);
  }
  require(old_lines == lines_with_text(old_text));
  require(new_lines == lines_with_text(new_text));
  for (const int context : {0, 3}) {
    require(support::apply_patch(old_text, domain::unified_diff(old_text, new_text, "old", "new", context)) ==
            new_text);
  }
  return 0;
}
