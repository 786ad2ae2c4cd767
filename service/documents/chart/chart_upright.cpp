#include "documents/chart/chart_upright.hpp"

#include <algorithm>
#include <string>

#include "documents/chart/chart_legend.hpp"
#include "documents/chart/chart_letters.hpp"
#include "documents/chart/chart_scale.hpp"

namespace documents {
namespace {

constexpr int kSliver = 2;  // a value that is not nought is seen

class UprightDrawing {
 public:
  UprightDrawing(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes, std::string_view language)
      : canvas_(canvas), chart_(chart), sizes_(sizes), language_(language), scale_(scale_of(chart)) {}

  int draw() {
    top_ = draw_head(canvas_, chart_, sizes_) + sizes_.small_letters + 18;
    left_ = widest_tick() + 24;
    ticks();
    chart_.kind == ChartKind::line ? lines() : bars();
    canvas_.line(left_, y_of(0), sizes_.width, y_of(0), kChartInk, 3);
    return category_axis(top_ + sizes_.plot + (scale_.low < 0 ? sizes_.small_letters : 0));
  }

 private:
  int widest_tick() const {
    int widest = 0;
    for (std::int64_t tick = scale_.low; tick <= scale_.high; tick += scale_.step)
      widest = std::max(widest, width_of(spell_tick(chart_, scale_, tick, language_), sizes_.small_letters));
    return widest;
  }

  int y_of(std::int64_t value) const {
    const std::int64_t range = scale_.high - scale_.low;
    return top_ + static_cast<int>(((scale_.high - value) * sizes_.plot + range / 2) / range);
  }

  int slot_begin(std::size_t category) const {
    return left_ + static_cast<int>(category) * (sizes_.width - left_) / static_cast<int>(chart_.categories.size());
  }

  int middle(std::size_t category) const { return (slot_begin(category) + slot_begin(category + 1)) / 2; }

  void ticks() {
    for (std::int64_t tick = scale_.low; tick <= scale_.high; tick += scale_.step) {
      const int y = y_of(tick);
      canvas_.line(left_, y, sizes_.width, y, kChartGrid, 2);
      canvas_.text({left_ - 12, y + sizes_.small_letters / 3, Anchor::end}, sizes_.small_letters,
                   spell_tick(chart_, scale_, tick, language_), kChartSoftInk);
    }
  }

  // Returns where it ends, downwards.
  int category_axis(int y) {
    const CategoryNames names(chart_, slot_begin(1) - slot_begin(0), sizes_);
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) names.draw(canvas_, i, middle(i), y);
    const int bottom = y + names.height();
    if (chart_.category_title.empty()) return bottom;
    const int size = sizes_.small_letters;
    canvas_.text({(left_ + sizes_.width) / 2, bottom + size, Anchor::middle}, size,
                 cut_to(chart_.category_title, sizes_.width - left_, size), kChartSoftInk);
    return bottom + size + 12;
  }

  // A tenth of the room at least stays free on each side of a category's bars.
  Box room_for_bars(std::size_t category) const {
    constexpr int kWidestBar = 200;
    const int slot = slot_begin(category + 1) - slot_begin(category);
    const int beside = chart_.kind == ChartKind::bar ? static_cast<int>(chart_.series.size()) : 1;
    const int width = std::min(slot - 2 * (slot / 10), beside * kWidestBar);
    return {slot_begin(category) + (slot - width) / 2, 0, width, 0};
  }

  // From the nearer value to the farther one.
  Box between(int x, int width, std::int64_t near, std::int64_t far) const {
    const int from = y_of(near);
    const int height = std::max(std::abs(y_of(far) - from), kSliver);
    return {x, far < near ? from : from - height, width, height};
  }

  std::string value_text(std::int64_t value) const { return spell_value(chart_, value, language_); }

  void bars() {
    const bool numbers = chart_.kind == ChartKind::bar && values_fit(bar_width(room_for_bars(0)));
    for (std::size_t category = 0; category < chart_.categories.size(); ++category) {
      chart_.kind == ChartKind::bar ? bars_beside(category, numbers) : bars_above(category);
    }
  }

  int bar_width(const Box& room) const { return room.width / static_cast<int>(chart_.series.size()); }

  int bar_begin(const Box& room, std::size_t series) const {
    return room.x + room.width * static_cast<int>(series) / static_cast<int>(chart_.series.size());
  }

  void bars_beside(std::size_t category, bool numbers) {
    const Box room = room_for_bars(category);
    const int gap = chart_.series.size() > 1 ? gap_behind(bar_width(room)) : 0;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const auto value = chart_.series[i].values[category];
      if (!value) continue;
      const int x = bar_begin(room, i);
      const int width = bar_begin(room, i + 1) - x;
      if (*value != 0) canvas_.bar(between(x, width - gap, 0, *value), kSeriesLooks.at(i));
      if (numbers) number_at(x + width / 2, y_of(*value), *value);
    }
  }

  // Beyond the end of a bar.
  void number_at(int x, int y, std::int64_t value) {
    const int baseline = value < 0 ? y + sizes_.small_letters : y - 8;
    canvas_.text({x, baseline, Anchor::middle}, sizes_.small_letters, value_text(value));
  }

  // Whether every number can be written in so much room.
  bool values_fit(int room) const {
    return std::ranges::all_of(chart_.series, [&](const ChartSeries& series) {
      return std::ranges::all_of(series.values, [&](const auto& value) {
        return !value || width_of(value_text(*value), sizes_.small_letters) <= room;
      });
    });
  }

  void bars_above(std::size_t category) {
    const Box room = room_for_bars(category);
    std::int64_t below = 0;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const auto value = chart_.series[i].values[category];
      if (!value || *value == 0) continue;
      Box box = between(room.x, room.width, below, below + *value);
      const int gap = gap_behind(box.height);
      box.y += gap;
      box.height -= gap;
      canvas_.numbered_bar(box, kSeriesLooks.at(i), value_text(*value), sizes_.small_letters);
      below += *value;
    }
  }

  void lines() {
    for (std::size_t i = 0; i < chart_.series.size(); ++i) line(i);
    if (chart_.series.size() != 1 || !values_fit(slot_begin(1) - slot_begin(0))) return;
    const auto& values = chart_.series.front().values;
    for (std::size_t category = 0; category < values.size(); ++category) {
      if (!values[category]) continue;
      const int away = *values[category] < 0 ? 14 : -14;  // from the marker
      number_at(middle(category), y_of(*values[category]) + away, *values[category]);
    }
  }

  // A value that is missing parts the line.
  void line(std::size_t series) {
    const auto& values = chart_.series[series].values;
    std::string points;
    for (std::size_t category = 0; category <= values.size(); ++category) {
      if (category < values.size() && values[category]) {
        if (!points.empty()) points += ' ';
        points += std::to_string(middle(category)) + "," + std::to_string(y_of(*values[category]));
      } else {
        if (points.find(' ') != std::string::npos) canvas_.polyline(points, kSeriesLooks.at(series));
        points.clear();
      }
    }
    markers(series);
  }

  // As many as have room beside each other, and one at each value that stands alone.
  void markers(std::size_t series) {
    constexpr int kMarkerRoom = 30;
    const auto& values = chart_.series[series].values;
    const int slot = slot_begin(1) - slot_begin(0);
    const auto every = static_cast<std::size_t>((kMarkerRoom + slot - 1) / slot);
    const auto is_there = [&](std::size_t category) { return category < values.size() && values[category]; };
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool alone = !is_there(i + 1) && (i == 0 || !is_there(i - 1));
      if (values[i] && (i % every == 0 || alone)) canvas_.marker(middle(i), y_of(*values[i]), kSeriesLooks.at(series));
    }
  }

  ChartCanvas& canvas_;
  const Chart& chart_;
  const ChartSizes& sizes_;
  std::string_view language_;
  ChartScale scale_;
  int top_ = 0;
  int left_ = 0;
};

}  // namespace

int draw_upright(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes, std::string_view language) {
  return UprightDrawing(canvas, chart, sizes, language).draw();
}

}  // namespace documents
