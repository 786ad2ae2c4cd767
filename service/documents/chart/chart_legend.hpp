// What stands around the values of a chart: the names of its series above, those of its categories below.
#pragma once

#include <string>
#include <vector>

#include "documents/chart/chart.hpp"
#include "documents/chart/chart_canvas.hpp"

namespace documents {

// Returns where it ends, downwards.
int draw_legend(ChartCanvas& canvas, const Chart& chart, int width);

// The names of the categories below the axis: in lines where they fit, else turned.
class CategoryNames {
 public:
  // slot: how wide each of them may be.
  CategoryNames(const Chart& chart, int slot);

  int height() const { return height_; }
  // middle: of the category, downwards from y.
  void draw(ChartCanvas& canvas, std::size_t category, int middle, int y) const;

 private:
  bool fit_lines(const Chart& chart, int slot, int size);

  std::vector<std::vector<std::string>> lines_;  // by category
  int size_ = 0;
  bool turned_ = false;
  int height_ = 0;
};

}  // namespace documents
