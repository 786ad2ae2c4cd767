#include "documents/chart/chart_svg.hpp"

#include <algorithm>

#include "documents/chart/chart_canvas.hpp"
#include "documents/chart/chart_legend.hpp"
#include "documents/chart/chart_letters.hpp"
#include "documents/chart/chart_number.hpp"
#include "documents/chart/chart_scale.hpp"

namespace documents {
namespace {

constexpr int kWidth = 1600;
constexpr int kPlotHeight = 640;
constexpr int kTickSize = 26;
constexpr int kValueSize = 22;

// A tick is written with no more decimals than the step needs.
std::string tick_text(const Chart& chart, std::int64_t tick, std::int64_t step, std::string_view language) {
  int decimals = chart.decimals;
  for (; decimals > 0 && step % 10 == 0; --decimals) {
    step /= 10;
    tick /= 10;
  }
  return spell_value(tick, decimals, chart.percent, language);
}

class Drawing {
 public:
  Drawing(const Chart& chart, std::string_view language)
      : chart_(chart), language_(language), scale_(scale_of(chart)) {}

  ChartDrawing draw(std::string_view title, std::string_view description) {
    top_ = draw_legend(canvas_, chart_, kWidth) + kValueSize + 20;
    left_ = widest_tick() + 24;
    const CategoryNames names(chart_, slot_begin(1) - slot_begin(0));
    const int height = top_ + kPlotHeight + names.height() + (scale_.low < 0 ? kValueSize : 0);
    ticks();
    chart_.kind == ChartKind::line ? lines() : bars();
    canvas_.line(left_, y_of(0), kWidth, y_of(0), kChartInk, 3);
    const int below = top_ + kPlotHeight + (scale_.low < 0 ? kValueSize : 0);
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) names.draw(canvas_, i, middle(i), below);
    return {canvas_.finish(kWidth, height, title, description), kWidth, height};
  }

 private:
  int widest_tick() const {
    int widest = 0;
    for (std::int64_t tick = scale_.low; tick <= scale_.high; tick += scale_.step)
      widest = std::max(widest, width_of(tick_text(chart_, tick, scale_.step, language_), kTickSize));
    return widest;
  }

  int y_of(std::int64_t value) const {
    const std::int64_t range = scale_.high - scale_.low;
    return top_ + static_cast<int>(((scale_.high - value) * kPlotHeight + range / 2) / range);
  }

  int slot_begin(std::size_t category) const {
    return left_ + static_cast<int>(category) * (kWidth - left_) / static_cast<int>(chart_.categories.size());
  }

  int middle(std::size_t category) const { return (slot_begin(category) + slot_begin(category + 1)) / 2; }

  void ticks() {
    for (std::int64_t tick = scale_.low; tick <= scale_.high; tick += scale_.step) {
      const int y = y_of(tick);
      canvas_.line(left_, y, kWidth, y, kChartSoftInk, 2);
      canvas_.text(left_ - 12, y + kTickSize / 3, kTickSize, Anchor::end,
                   tick_text(chart_, tick, scale_.step, language_));
    }
  }

  // A tenth of the room stays free on each side of a category's bars.
  Box room_for_bars(std::size_t category) const {
    const int begin = slot_begin(category);
    const int width = slot_begin(category + 1) - begin;
    return {begin + width / 10, 0, width - 2 * (width / 10), 0};
  }

  static Box between(int x, int width, int y1, int y2) {
    return {x, std::min(y1, y2), width, std::max(y1, y2) - std::min(y1, y2)};
  }

  void bars() {
    const bool numbers = chart_.kind == ChartKind::bar && values_fit();
    for (std::size_t category = 0; category < chart_.categories.size(); ++category) {
      chart_.kind == ChartKind::bar ? bars_beside(category, numbers) : bars_above(category);
    }
  }

  int bar_begin(const Box& room, std::size_t series) const {
    return room.x + room.width * static_cast<int>(series) / static_cast<int>(chart_.series.size());
  }

  void bars_beside(std::size_t category, bool numbers) {
    const Box room = room_for_bars(category);
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const auto value = chart_.series[i].values[category];
      if (!value) continue;
      const int x = bar_begin(room, i);
      const int width = bar_begin(room, i + 1) - x;
      canvas_.bar(between(x, width, y_of(*value), y_of(0)), kSeriesLooks.at(i));
      if (!numbers) continue;
      const int baseline = *value < 0 ? y_of(*value) + kValueSize : y_of(*value) - 8;
      canvas_.text(x + width / 2, baseline, kValueSize, Anchor::middle, value_text(*value));
    }
  }

  std::string value_text(std::int64_t value) const {
    return spell_value(value, chart_.decimals, chart_.percent, language_);
  }

  // Whether every number can stand over its own bar.
  bool values_fit() const {
    const Box room = room_for_bars(0);
    const int bar = room.width / static_cast<int>(chart_.series.size());
    return std::ranges::all_of(chart_.series, [&](const ChartSeries& series) {
      return std::ranges::all_of(
          series.values, [&](const auto& value) { return !value || width_of(value_text(*value), kValueSize) <= bar; });
    });
  }

  void bars_above(std::size_t category) {
    const Box room = room_for_bars(category);
    const int width = std::min(room.width, 200);
    std::int64_t below = 0;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const auto value = chart_.series[i].values[category];
      if (!value || *value == 0) continue;
      canvas_.bar(between(room.x + (room.width - width) / 2, width, y_of(below + *value), y_of(below)),
                  kSeriesLooks.at(i));
      below += *value;
    }
  }

  // A value that is missing parts the line.
  void lines() {
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const auto& values = chart_.series[i].values;
      std::string points;
      for (std::size_t category = 0; category <= values.size(); ++category) {
        if (category < values.size() && values[category]) {
          if (!points.empty()) points += ' ';
          points += std::to_string(middle(category)) + "," + std::to_string(y_of(*values[category]));
        } else {
          if (points.find(' ') != std::string::npos) canvas_.polyline(points, kSeriesLooks.at(i));
          points.clear();
        }
      }
      for (std::size_t category = 0; category < values.size(); ++category) {
        if (values[category]) canvas_.marker(middle(category), y_of(*values[category]), kSeriesLooks.at(i));
      }
    }
  }

  const Chart& chart_;
  std::string_view language_;
  ChartScale scale_;
  ChartCanvas canvas_;
  int top_ = 0;
  int left_ = 0;
};

}  // namespace

ChartDrawing draw_chart(const Chart& chart, std::string_view title, std::string_view description,
                        std::string_view language) {
  return Drawing(chart, language).draw(title, description);
}

}  // namespace documents
