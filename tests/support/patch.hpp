// Applies a unified difference as `patch` does, strictly: every line has to fit. Header only, for tests and
// fuzzers.
#pragma once

#include <charconv>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace support {

// Lines with their line ends.
inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

class Patch {
 public:
  Patch(std::string_view old_text, std::string_view diff) : old_(lines_of(old_text)), diff_(lines_of(diff)) {}

  // Errors: std::runtime_error where the difference does not fit the text.
  std::string apply() {
    if (diff_.empty()) return rest();
    require(diff_.size() > 2 && diff_[0].starts_with("--- ") && diff_[1].starts_with("+++ "), "no header");
    at_ = 2;
    while (at_ < diff_.size()) apply_hunk();
    return rest();
  }

 private:
  struct Range {
    std::size_t before = 0;  // lines before it
    std::size_t count = 1;
  };

  static void require(bool holds, const char* what) {
    if (!holds) throw std::runtime_error(what);
  }

  static std::size_t take_number(std::string_view& text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    require(error == std::errc(), "no number in a hunk's header");
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
  }

  static void take(std::string_view& text, std::string_view expected) {
    require(text.starts_with(expected), "a hunk's header is malformed");
    text.remove_prefix(expected.size());
  }

  static Range take_range(std::string_view& text) {
    Range range;
    const std::size_t first = take_number(text);
    if (text.starts_with(',')) {
      take(text, ",");
      range.count = take_number(text);
    }
    range.before = range.count == 0 ? first : first - 1;
    return range;
  }

  void apply_hunk() {
    std::string_view header = diff_[at_++];
    take(header, "@@ -");
    const Range old_range = take_range(header);
    take(header, " +");
    const Range new_range = take_range(header);
    take(header, " @@");
    require(old_range.before >= taken_ && old_range.before <= old_.size(), "a hunk is out of order");
    while (taken_ < old_range.before) keep();
    require(made_ == new_range.before, "a hunk names the wrong new line");
    while (taken_ < old_range.before + old_range.count || made_ < new_range.before + new_range.count) apply_line();
  }

  void apply_line() {
    require(at_ < diff_.size() && !diff_[at_].empty(), "a hunk is cut off");
    const char mark = diff_[at_].front();
    std::string_view text = diff_[at_++].substr(1);
    if (at_ < diff_.size() && diff_[at_].starts_with("\\ ")) {
      text.remove_suffix(1);
      ++at_;
    }
    require(mark == ' ' || mark == '-' || mark == '+', "a line has no mark");
    if (mark != '+') require(taken_ < old_.size() && old_[taken_] == text, "a line differs from the old text");
    if (mark == ' ') return keep();
    if (mark == '-') ++taken_;
    if (mark == '+') {
      result_ += text;
      ++made_;
    }
  }

  void keep() {
    result_ += old_[taken_++];
    ++made_;
  }

  std::string rest() {
    while (taken_ < old_.size()) keep();
    return result_;
  }

  std::vector<std::string_view> old_;
  std::vector<std::string_view> diff_;
  std::size_t at_ = 0;
  std::size_t taken_ = 0;
  std::size_t made_ = 0;
  std::string result_;
};

inline std::string apply_patch(std::string_view old_text, std::string_view diff) {
  return Patch(old_text, diff).apply();
}

}  // namespace support
