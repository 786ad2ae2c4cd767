#include "documents/chart/chart_legend.hpp"

#include <algorithm>

#include "documents/chart/chart_letters.hpp"

namespace documents {
namespace {

constexpr int kGap = 12;   // between a swatch and its name
constexpr int kNext = 40;  // between a name and the next swatch
constexpr int kBetween = 8;

int swatch_width(ChartKind kind) { return kind == ChartKind::line ? 64 : 40; }

void draw_swatch(ChartCanvas& canvas, ChartKind kind, int x, int baseline, const SeriesLook& look) {
  if (kind != ChartKind::line) return canvas.bar({x, baseline - 22, swatch_width(kind), 26}, look);
  const int y = baseline - 10;
  const int end = x + swatch_width(kind);
  canvas.polyline(std::to_string(x) + "," + std::to_string(y) + " " + std::to_string(end) + "," + std::to_string(y),
                  look);
  canvas.marker((x + end) / 2, y, look);
}

bool has_names_from_right(const Chart& chart) {
  const auto from_right = [](std::string_view name) { return is_read_from_right(name); };
  return std::ranges::any_of(chart.series, from_right, &ChartSeries::name) ||
         std::ranges::any_of(chart.categories, from_right);
}

// One after another, from the left or in a mirror of it, with a new row where one is full.
class Legend {
 public:
  Legend(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes)
      : canvas_(canvas), kind_(chart.kind), sizes_(sizes), mirrored_(has_names_from_right(chart)) {}

  void add(const std::string& name, const SeriesLook& look) {
    constexpr std::size_t kMostLines = 3;
    const int size = sizes_.letters;
    const int room = sizes_.width - kEdge - swatch_width(kind_) - kGap;
    const auto wrapped = wrap(name, room, size, kMostLines);
    const auto lines = wrapped ? *wrapped : std::vector{cut_to(name, room, size)};
    const int words = lines.size() > 1 ? room : width_of(name, size);
    if (x_ > kEdge && x_ + swatch_width(kind_) + kGap + words > sizes_.width) next_row();
    draw(lines, look);
    x_ += swatch_width(kind_) + kGap + words + kNext;
  }

  int bottom() const { return baseline_ + 12; }

 private:
  static constexpr int kEdge = 2;

  void next_row() {
    x_ = kEdge;
    baseline_ += line_height(sizes_.letters) + 8;
  }

  // The baseline is that of the last line then.
  void draw(const std::vector<std::string>& lines, const SeriesLook& look) {
    const int swatch = swatch_width(kind_);
    const int words = x_ + swatch + kGap;
    draw_swatch(canvas_, kind_, mirrored_ ? sizes_.width - x_ - swatch : x_, baseline_, look);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i != 0) baseline_ += line_height(sizes_.letters);
      const auto place =
          mirrored_ ? Place{sizes_.width - words, baseline_, Anchor::end} : Place{words, baseline_, Anchor::start};
      canvas_.text(place, sizes_.letters, lines[i]);
    }
  }

  ChartCanvas& canvas_;
  ChartKind kind_;
  const ChartSizes& sizes_;
  bool mirrored_;
  int x_ = kEdge;
  int baseline_ = sizes_.letters + 4;
};

// Beside each other, as many as the slot is wide.
std::vector<std::string> turned_lines(const std::string& name, int slot, const ChartSizes& sizes) {
  const int size = sizes.small_letters;
  const int lines = std::clamp(slot / line_height(size), 1, 3);
  auto wrapped = wrap(name, sizes.longest_turned, size, static_cast<std::size_t>(lines));
  if (wrapped && !wrapped->empty()) return *std::move(wrapped);
  return {cut_to(name, sizes.longest_turned, size)};
}

bool is_whole_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

int line_height(int size) { return size * 6 / 5; }

int draw_head(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes) {
  Legend legend(canvas, chart, sizes);
  for (std::size_t i = 0; i < chart.series.size(); ++i) legend.add(chart.series[i].name, kSeriesLooks.at(i));
  int bottom = legend.bottom();
  if (chart.unit.empty()) return bottom;
  bottom += line_height(sizes.small_letters) + 4;
  canvas.text({0, bottom - 8, Anchor::start}, sizes.small_letters, cut_to(chart.unit, sizes.width, sizes.small_letters),
              kChartSoftInk);
  return bottom;
}

CategoryNames::CategoryNames(const Chart& chart, int slot, const ChartSizes& sizes) : right_(sizes.width) {
  for (const int size : {sizes.letters, sizes.small_letters, sizes.least_letters}) {
    if (fit_lines(chart, slot - kBetween, size)) return;
  }
  if (chart.kind == ChartKind::line && std::ranges::all_of(chart.categories, is_whole_number) &&
      fit_some(chart, slot, sizes.small_letters)) {
    return;
  }
  turn(chart, slot, sizes);
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

bool CategoryNames::fit_some(const Chart& chart, int slot, int size) {
  constexpr std::size_t kMostApart = 5;
  for (every_ = 2; every_ <= kMostApart; ++every_) {
    if (fit_lines(chart, slot * static_cast<int>(every_) - kBetween, size)) return true;
  }
  every_ = 1;
  return false;
}

void CategoryNames::turn(const Chart& chart, int slot, const ChartSizes& sizes) {
  turned_ = true;
  size_ = sizes.small_letters;
  height_ = 0;
  lines_.clear();
  if (slot < size_) every_ = static_cast<std::size_t>((size_ + slot - 1) / slot);
  for (const auto& name : chart.categories) {
    const auto& lines = lines_.emplace_back(turned_lines(name, slot, sizes));
    for (const auto& line : lines) height_ = std::max(height_, width_of(line, size_) + 20);
  }
}

void CategoryNames::draw(ChartCanvas& canvas, std::size_t category, int middle, int y) const {
  if (category % every_ != 0) return;
  const auto& lines = lines_[category];
  const int further = (static_cast<int>(lines.size()) - 1) * line_height(size_);
  int baseline = turned_ ? middle + size_ / 3 - further / 2 : y + 10 + size_;
  for (const auto& line : lines) {
    if (turned_) {
      canvas.turned_text(baseline, y + 12, size_, line);
    } else {
      const int farthest = right_ - (width_of(line, size_) + 1) / 2;
      canvas.text({std::min(middle, farthest), baseline, Anchor::middle}, size_, line);
    }
    baseline += line_height(size_);
  }
}

}  // namespace documents
