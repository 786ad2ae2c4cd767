#include "documents/chart/chart_canvas.hpp"

#include <algorithm>

#include "documents/chart/chart_letters.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

std::string attribute(const char* name, int value) {
  return std::string(" ") + name + "=\"" + std::to_string(value) + "\"";
}

std::string attribute(const char* name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(value).append("\"");
}

std::string stroke_between(int x1, int y1, int x2, int y2) {
  return "M" + std::to_string(x1) + " " + std::to_string(y1) + "L" + std::to_string(x2) + " " + std::to_string(y2);
}

// The first multiple of the step that is not smaller.
int first_multiple(int from, int step) { return (from + step - 1) / step * step; }

std::string level_strokes(const Box& box, int step) {
  std::string path;
  for (int y = first_multiple(box.y + 1, step); y < box.y + box.height; y += step)
    path += stroke_between(box.x, y, box.x + box.width, y);
  return path;
}

// From the left edge or the lower one up to the upper edge or the right one: where x + y is a multiple of the step.
std::string rising_strokes(const Box& box, int step) {
  std::string path;
  const int right = box.x + box.width;
  const int bottom = box.y + box.height;
  for (int sum = first_multiple(box.x + box.y + 1, step); sum < right + bottom; sum += step) {
    const int x1 = std::max(box.x, sum - bottom);
    const int x2 = std::min(right, sum - box.y);
    path += stroke_between(x1, sum - x1, x2, sum - x2);
  }
  return path;
}

// The same in a mirror.
std::string falling_strokes(const Box& box, int step) {
  std::string path;
  const int right = box.x + box.width;
  const int bottom = box.y + box.height;
  const int shift = first_multiple(bottom, step);  // keeps the multiples above nought
  for (int sum = first_multiple(box.x - bottom + shift + 1, step); sum < right - box.y + shift; sum += step) {
    const int difference = sum - shift;
    const int x1 = std::max(box.x, difference + box.y);
    const int x2 = std::min(right, difference + bottom);
    path += stroke_between(x1, x1 - difference, x2, x2 - difference);
  }
  return path;
}

std::string strokes(const Box& box, Hatch hatch) {
  switch (hatch) {
    case Hatch::none:
      return "";
    case Hatch::rising:
      return rising_strokes(box, 16);
    case Hatch::falling:
      return falling_strokes(box, 16);
    case Hatch::level:
      return level_strokes(box, 12);
    case Hatch::crossed:
      return rising_strokes(box, 20) + falling_strokes(box, 20);
  }
  return "";
}

constexpr const char* anchor_name(Anchor anchor) {
  return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

// A drawing is laid out from the left. Words that are read from the right say so themselves, in marks of Unicode, which
// every program that draws letters knows: where "direction" is known, it would turn what "start" and "end" mean.
std::string directed(std::string_view text) {
  constexpr const char* kFromRight = "\u2067";
  constexpr const char* kEnd = "\u2069";
  return is_read_from_right(text) ? kFromRight + escaped(text) + kEnd : escaped(text);
}

bool is_hollow(Marker marker) { return marker >= Marker::hollow_circle; }

// Around the place, closed.
std::string marker_path(int x, int y, Marker marker) {
  const auto at = [&](int dx, int dy) { return std::to_string(x + dx) + " " + std::to_string(y + dy); };
  switch (marker) {
    case Marker::circle:
    case Marker::hollow_circle:
      return "M" + at(-10, 0) + "A10 10 0 1 0 " + at(10, 0) + "A10 10 0 1 0 " + at(-10, 0) + "Z";
    case Marker::square:
    case Marker::hollow_square:
      return "M" + at(-9, -9) + "L" + at(9, -9) + "L" + at(9, 9) + "L" + at(-9, 9) + "Z";
    case Marker::triangle:
      return "M" + at(0, -13) + "L" + at(12, 9) + "L" + at(-12, 9) + "Z";
    case Marker::turned_triangle:
      return "M" + at(0, 13) + "L" + at(12, -9) + "L" + at(-12, -9) + "Z";
    case Marker::diamond:
    case Marker::hollow_diamond:
      return "M" + at(0, -13) + "L" + at(13, 0) + "L" + at(0, 13) + "L" + at(-13, 0) + "Z";
  }
  return "";
}

}  // namespace

void ChartCanvas::text(const Place& place, int size, std::string_view text, std::string_view colour) {
  out_ += "<text" + attribute("x", place.x) + attribute("y", place.y) + attribute("font-size", size);
  if (place.anchor != Anchor::start) out_ += attribute("text-anchor", anchor_name(place.anchor));
  if (colour != kChartInk) out_ += attribute("fill", colour);
  out_ += ">" + directed(text) + "</text>\n";
}

void ChartCanvas::turned_text(int x, int y, int size, std::string_view text) {
  out_ += "<text transform=\"translate(" + std::to_string(x) + " " + std::to_string(y) + ") rotate(-90)\"" +
          attribute("font-size", size) + attribute("text-anchor", "end") + ">" + directed(text) + "</text>\n";
}

void ChartCanvas::line(int x1, int y1, int x2, int y2, std::string_view colour, int width) {
  out_ += "<path" + attribute("d", stroke_between(x1, y1, x2, y2)) + attribute("stroke", colour) +
          attribute("stroke-width", width) + "/>\n";
}

void ChartCanvas::bar(const Box& box, const SeriesLook& look) {
  out_ += "<rect" + attribute("x", box.x) + attribute("y", box.y) + attribute("width", box.width) +
          attribute("height", box.height) + attribute("fill", look.colour) + "/>\n";
  const std::string hatching = strokes(box, look.hatch);
  if (hatching.empty()) return;
  out_ += "<path" + attribute("d", hatching) + attribute("stroke", kChartPaper) + attribute("stroke-width", 3) + "/>\n";
}

void ChartCanvas::numbered_bar(const Box& box, const SeriesLook& look, std::string_view number, int size) {
  bar(box, look);
  if (look.number.empty() || width_of(number, size) + 8 > box.width || size + 8 > box.height) return;
  text({box.x + box.width / 2, box.y + box.height / 2 + size / 3, Anchor::middle}, size, number, look.number);
}

void ChartCanvas::polyline(const std::string& points, const SeriesLook& look) {
  out_ += "<polyline" + attribute("points", points) + attribute("fill", "none") + attribute("stroke", look.colour) +
          attribute("stroke-width", 6) + attribute("stroke-linejoin", "round");
  if (!look.dash.empty()) out_ += attribute("stroke-dasharray", look.dash);
  out_ += "/>\n";
}

void ChartCanvas::marker(int x, int y, const SeriesLook& look) {
  out_ += "<path" + attribute("d", marker_path(x, y, look.marker)) +
          attribute("fill", is_hollow(look.marker) ? kChartPaper : look.colour) + attribute("stroke", look.colour) +
          attribute("stroke-width", 4) + "/>\n";
}

std::string ChartCanvas::finish(int width, int height, std::string_view title, std::string_view description) {
  const auto millimetres = [](int tenths) {
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "mm";
  };
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + millimetres(width) + "\" height=\"" +
         millimetres(height) + "\" viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(height) +
         "\" direction=\"ltr\" font-family=\"Liberation Sans, Arial, DejaVu Sans, sans-serif\"" +
         attribute("fill", kChartInk) + ">\n" + "<title>" + escaped(title) + "</title>\n<desc>" + escaped(description) +
         "</desc>\n" + out_ + "</svg>\n";
}

}  // namespace documents
