// The pixels of a PNG changed a row at a time, so that a large one takes no more memory than a small one; only of an
// interlaced one all are held.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "documents/picture/picture.hpp"

namespace documents {

struct PngWay {
  bool deep = false;  // 16 bits a sample are handed over as they are, in this machine's order of bytes; else 8
  // from: samples of one row: grey or red, green, blue, then alpha where the PNG has any transparency; to: the same, a
  // byte each. Empty: as they are.
  std::function<void(const unsigned char* from, unsigned char* to, std::size_t pixels)> convert;
  PictureSize size = {};  // of what is written, no larger than what is read; 0: as large
  std::function<void()> each_row = {};
};

// The PNG with 8 bits a sample and without chunks that tell of colours; a palette is spelt out. Error: domain::Error,
// invalid "invalid_picture", where the pixels cannot be unpacked.
std::string recoloured_png(const std::string& png, const PngWay& way);

// The PNG with 8 bits a sample and fewer pixels, without what tells of colours or of its size on paper. each_row:
// before each that is read; what it throws ends the work. Empty: the pixels cannot be unpacked, or are fewer already.
std::string smaller_png(const std::string& png, PictureSize size, const std::function<void()>& each_row);

}  // namespace documents
