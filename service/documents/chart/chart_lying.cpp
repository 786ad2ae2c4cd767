#include "documents/chart/chart_lying.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "documents/chart/chart_legend.hpp"
#include "documents/chart/chart_letters.hpp"
#include "documents/chart/chart_scale.hpp"

namespace documents {
namespace {

constexpr int kBarHeight = 28;
constexpr int kStackHeight = 44;
constexpr int kBarGap = 4;
constexpr int kCategoryGap = 24;
constexpr int kBesideNumber = 8;

class LyingDrawing {
 public:
  LyingDrawing(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes, std::string_view language)
      : canvas_(canvas), chart_(chart), sizes_(sizes), language_(language), range_(range_of(chart)) {
    take_room();
  }

  int draw() {
    y_ = draw_head(canvas_, chart_, sizes_) + 8;
    if (!chart_.category_title.empty()) words(chart_.category_title, kChartSoftInk);
    for (std::size_t category = 0; category < chart_.categories.size(); ++category) {
      words(chart_.categories[category], kChartInk);
      const int top = y_;
      chart_.kind == ChartKind::bar ? bars(category) : stack(category);
      if (range_.low < 0) canvas_.line(x_of(0), top - kBarGap, x_of(0), y_, kChartInk, 3);
      y_ += kCategoryGap;
    }
    return y_;
  }

 private:
  std::string value_text(std::int64_t value) const { return spell_value(chart_, value, language_); }

  int room_for(std::int64_t value) const { return width_of(value_text(value), sizes_.letters) + kBesideNumber; }

  // Numbers stand behind the ends of the bars, or, where that leaves no room for bars, above them.
  void take_room() {
    constexpr int kLeastPlot = 160;
    int left = 0;
    int right = chart_.kind == ChartKind::stacked ? room_for(range_.high) : 0;
    for (const auto& series : chart_.series) {
      for (const auto& value : series.values) {
        if (!value) continue;
        int& side = *value < 0 ? left : right;
        side = std::max(side, room_for(*value));
      }
    }
    numbers_above_ = left + right + kLeastPlot > sizes_.width;
    left_ = numbers_above_ ? 0 : left;
    right_ = sizes_.width - (numbers_above_ ? 0 : right);
  }

  int x_of(std::int64_t value) const {
    const std::int64_t range = std::max<std::int64_t>(range_.high - range_.low, 1);
    return left_ + static_cast<int>(((value - range_.low) * (right_ - left_) + range / 2) / range);
  }

  void words(const std::string& name, std::string_view colour) {
    constexpr std::size_t kMostLines = 4;
    const auto wrapped = wrap(name, sizes_.width, sizes_.letters, kMostLines);
    for (const auto& line : wrapped ? *wrapped : std::vector{cut_to(name, sizes_.width, sizes_.letters)}) {
      y_ += line_height(sizes_.letters);
      canvas_.text({0, y_, Anchor::start}, sizes_.letters, line, colour);
    }
    y_ += 10;
  }

  // From the nearer value to the farther one.
  Box between(std::int64_t near, std::int64_t far, int height) const {
    constexpr int kSeen = 2;  // of a value that is not nought
    const int from = x_of(near);
    const int width = std::max(std::abs(x_of(far) - from), kSeen);
    return {far < near ? from - width : from, y_, width, height};
  }

  void bars(std::size_t category) {
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const auto value = chart_.series[i].values[category];
      if (value && numbers_above_) number(0, *value, Anchor::start);
      if (value && *value != 0) canvas_.bar(between(0, *value, kBarHeight), kSeriesLooks.at(i));
      if (value && !numbers_above_) number_behind(*value, kBarHeight);
      y_ += kBarHeight + kBarGap;
    }
  }

  void number(int x, std::int64_t value, Anchor anchor) {
    y_ += line_height(sizes_.letters);
    canvas_.text({x, y_ - 6, anchor}, sizes_.letters, value_text(value));
  }

  void number_behind(std::int64_t value, int height) {
    const int baseline = y_ + height / 2 + sizes_.letters / 3;
    canvas_.text(value < 0 ? Place{x_of(value) - kBesideNumber, baseline, Anchor::end}
                           : Place{x_of(value) + kBesideNumber, baseline, Anchor::start},
                 sizes_.letters, value_text(value));
  }

  void stack(std::size_t category) {
    std::int64_t before = 0;
    bool complete = true;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const auto value = chart_.series[i].values[category];
      complete = complete && value;
      if (!value || *value == 0) continue;
      Box box = between(before, before + *value, kStackHeight);
      box.width -= gap_behind(box.width);
      canvas_.numbered_bar(box, kSeriesLooks.at(i), value_text(*value), sizes_.letters);
      before += *value;
    }
    if (complete) number_behind(before, kStackHeight);
    y_ += kStackHeight;
  }

  ChartCanvas& canvas_;
  const Chart& chart_;
  const ChartSizes& sizes_;
  std::string_view language_;
  ChartRange range_;
  int left_ = 0;
  int right_ = 0;
  bool numbers_above_ = false;
  int y_ = 0;  // where the next is drawn
};

}  // namespace

int draw_lying(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes, std::string_view language) {
  return LyingDrawing(canvas, chart, sizes, language).draw();
}

}  // namespace documents
