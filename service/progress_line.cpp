#include "progress_line.hpp"

#include <algorithm>
#include <utility>

namespace {

constexpr int kWidth = 25;  // of the bar, in characters

std::string bar(int percent) {
  const auto filled = static_cast<std::size_t>(std::clamp(percent, 0, 100) * kWidth / 100);
  return "[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + "] ";
}

}  // namespace

void ProgressLine::show(int percent, const std::string& step) {
  std::string text = std::to_string(percent) + " % " + step;
  if (text == shown_) return;
  shown_ = std::move(text);
  if (terminal_) {
    out_ << "\r" << bar(percent) << shown_ << "\033[K" << std::flush;
  } else {
    out_ << shown_ << "\n" << std::flush;
  }
}

void ProgressLine::end() {
  if (terminal_ && !shown_.empty()) out_ << "\n" << std::flush;
  shown_.clear();
}
