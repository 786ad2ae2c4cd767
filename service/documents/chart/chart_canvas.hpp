// What a chart is drawn with: elements of SVG in tenths of a millimetre. No element has an id, so that any number of
// drawings stand in one document, and nothing is left to the reader's program but to draw lines and letters.
#pragma once

#include <string>
#include <string_view>

#include "documents/chart/chart_looks.hpp"

namespace documents {

struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

enum class Anchor { start, middle, end };

// Of a text, whatever way it is read: its left end, its middle or its right end is at x, and it stands on y.
struct Place {
  int x = 0;
  int y = 0;
  Anchor anchor = Anchor::start;
};

// Between bars that belong together, where they are not as thin themselves.
constexpr int gap_behind(int thickness) { return thickness > 12 ? 3 : 0; }

class ChartCanvas {
 public:
  void text(const Place& place, int size, std::string_view text, std::string_view colour = kChartInk);
  // Read from below upwards; ends at the place.
  void turned_text(int x, int y, int size, std::string_view text);
  void line(int x1, int y1, int x2, int y2, std::string_view colour, int width);
  void bar(const Box& box, const SeriesLook& look);
  // With its number in it where there is room.
  void numbered_bar(const Box& box, const SeriesLook& look, std::string_view number, int size);
  // points: "x,y x,y".
  void polyline(const std::string& points, const SeriesLook& look);
  void marker(int x, int y, const SeriesLook& look);

  // The whole drawing, on no ground of its own, so that the watermark of a draft shows through; title and description
  // are for who cannot see it. Nothing can be drawn afterwards.
  std::string finish(int width, int height, std::string_view title, std::string_view description);

 private:
  std::string out_;
};

}  // namespace documents
