// What stands around the values of a chart: the names of its series and the unit above, the names of its categories
// and what they are below.
#pragma once

#include <string>
#include <vector>

#include "documents/chart/chart.hpp"
#include "documents/chart/chart_canvas.hpp"
#include "documents/chart/chart_sizes.hpp"

namespace documents {

// From one baseline to the next.
int line_height(int size);

// The series in their order, from the right where their names are read so; below them the unit. Returns where it ends,
// downwards.
int draw_head(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes);

// The names of the categories below the axis: in lines where they fit, else turned. Of years and other whole numbers
// along a line that do not fit, every second one, or third.
class CategoryNames {
 public:
  // slot: how wide each of them may be.
  CategoryNames(const Chart& chart, int slot, const ChartSizes& sizes);

  int height() const { return height_; }
  // middle: of the category, downwards from y.
  void draw(ChartCanvas& canvas, std::size_t category, int middle, int y) const;

 private:
  bool fit_lines(const Chart& chart, int slot, int size);
  bool fit_some(const Chart& chart, int slot, int size);
  void turn(const Chart& chart, int slot, const ChartSizes& sizes);

  std::vector<std::vector<std::string>> lines_;  // by category
  std::size_t every_ = 1;                        // from one that is written to the next
  int right_ = 0;                                // edge of the paper
  int size_ = 0;
  bool turned_ = false;
  int height_ = 0;
};

}  // namespace documents
