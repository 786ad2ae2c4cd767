// A picture made smaller a row at a time: each pixel becomes what lies below it, evenly, parts of pixels too.
#pragma once

#include <cstdint>
#include <vector>

#include "documents/picture/picture.hpp"

namespace documents {

class BoxFilter {
 public:
  // samples: bytes of a pixel; alpha: the last of them, by which the others count. Sides are 65,535 pixels at most, and
  // those of `to` no longer than those of `from`.
  BoxFilter(PictureSize from, PictureSize to, unsigned samples, bool alpha);

  // The next row; the row of the smaller picture that it completes, or null.
  const unsigned char* add(const unsigned char* row);

 private:
  void add_across(const unsigned char* row);
  void add_down(std::uint64_t weight);
  void take_out();

  PictureSize from_;
  PictureSize to_;
  unsigned samples_;
  bool alpha_;
  std::uint64_t left_;                 // of the row that is open, in parts of from_.height
  std::vector<std::uint32_t> across_;  // sums of one row, each over from_.width parts
  std::vector<std::uint64_t> down_;    // sums of the row that is open
  std::vector<unsigned char> made_;
};

}  // namespace documents
