#include "documents/chart/chart_legend.hpp"

#include <algorithm>
#include <array>

#include "documents/chart/chart_letters.hpp"

namespace documents {
namespace {

constexpr int kSize = 28;
constexpr int kRow = 42;
constexpr int kSwatch = 64;
constexpr int kGap = 14;   // between a swatch and its name
constexpr int kNext = 40;  // between a name and the next swatch

int line_height(int size) { return size * 6 / 5; }

void draw_swatch(ChartCanvas& canvas, ChartKind kind, int x, int baseline, const SeriesLook& look) {
  if (kind != ChartKind::line) return canvas.bar({x, baseline - 24, kSwatch, 28}, look);
  const int y = baseline - 10;
  canvas.polyline(
      std::to_string(x) + "," + std::to_string(y) + " " + std::to_string(x + kSwatch) + "," + std::to_string(y), look);
  canvas.marker(x + kSwatch / 2, y, look);
}

// Beside each other, as many as the slot is wide.
std::vector<std::string> turned_lines(const std::string& name, int slot, int size) {
  constexpr int kLongest = 480;
  const int lines = std::clamp(slot / line_height(size), 1, 3);
  if (auto wrapped = wrap(name, kLongest, size, static_cast<std::size_t>(lines)); wrapped && !wrapped->empty()) {
    return *std::move(wrapped);
  }
  return {cut_to(name, kLongest, size)};
}

}  // namespace

int draw_legend(ChartCanvas& canvas, const Chart& chart, int width) {
  int x = 2;
  int baseline = 32;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const std::string name = cut_to(chart.series[i].name, width - kSwatch - kGap, kSize);
    const int wide = kSwatch + kGap + width_of(name, kSize);
    if (x > 2 && x + wide > width) {
      x = 2;
      baseline += kRow;
    }
    draw_swatch(canvas, chart.kind, x, baseline, kSeriesLooks.at(i));
    canvas.text(x + kSwatch + kGap, baseline, kSize, Anchor::start, name);
    x += wide + kNext;
  }
  return baseline + 12;
}

CategoryNames::CategoryNames(const Chart& chart, int slot) {
  constexpr int kBetween = 8;
  constexpr int kTurnedSize = 26;
  for (const int size : {28, 26, 24}) {
    if (fit_lines(chart, slot - kBetween, size)) return;
  }
  turned_ = true;
  size_ = kTurnedSize;
  height_ = 0;
  lines_.clear();
  for (const auto& name : chart.categories) {
    const auto& lines = lines_.emplace_back(turned_lines(name, slot, size_));
    for (const auto& line : lines) height_ = std::max(height_, width_of(line, size_) + 20);
  }
}

bool CategoryNames::fit_lines(const Chart& chart, int slot, int size) {
  constexpr std::size_t kMostLines = 5;
  size_ = size;
  lines_.clear();
  std::size_t most = 1;
  for (const auto& name : chart.categories) {
    auto lines = wrap(name, slot, size, kMostLines);
    if (!lines) return false;
    most = std::max(most, lines->size());
    lines_.push_back(*std::move(lines));
  }
  height_ = static_cast<int>(most) * line_height(size) + 18;
  return true;
}

void CategoryNames::draw(ChartCanvas& canvas, std::size_t category, int middle, int y) const {
  const auto& lines = lines_[category];
  const int further = (static_cast<int>(lines.size()) - 1) * line_height(size_);
  int baseline = turned_ ? middle + size_ / 3 - further / 2 : y + 10 + size_;
  for (const auto& line : lines) {
    if (turned_) {
      canvas.turned_text(baseline, y + 12, size_, line);
    } else {
      canvas.text(middle, baseline, size_, Anchor::middle, line);
    }
    baseline += line_height(size_);
  }
}

}  // namespace documents
