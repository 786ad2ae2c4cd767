// What a chart is drawn for. The unit is a tenth of a millimetre on paper.
#pragma once

namespace documents {

enum class ChartPaper {
  page,   // as wide as the text of a page, and of a large window
  phone,  // a window of 360 px shows 331 px of text: letters of 24 are 12 px high there
};

struct ChartSizes {
  int width = 0;
  int plot = 0;            // height of the plot, where its bars stand and its lines run
  int letters = 0;         // of words
  int small_letters = 0;   // of numbers, and of words that need it
  int least_letters = 0;   // of names that would have to be turned else
  int longest_turned = 0;  // of the names that are read from below
};

constexpr ChartSizes sizes_of(ChartPaper paper) {
  return paper == ChartPaper::page ? ChartSizes{1600, 640, 28, 26, 23, 480} : ChartSizes{660, 440, 24, 24, 24, 220};
}

}  // namespace documents
