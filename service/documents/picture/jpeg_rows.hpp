// The pixels of a JPEG changed a row at a time, so that a large one takes no more memory than a small one; only of a
// progressive one all is held, two bytes a sample.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "documents/picture/picture.hpp"

namespace documents {

// from: samples of one row as they are in the file (1: grey, 3: red, green, blue; 4: inks); to: grey or red, green,
// blue.
using ConvertRow = std::function<void(const unsigned char* from, unsigned char* to, std::size_t pixels)>;

// channels: of the JPEG. What is written is as fine as what is read. Errors: domain::Error, invalid "invalid_picture"
// where the pixels cannot be unpacked, or are coded in more passes than any program does.
std::string recoloured_jpeg(const std::string& jpeg, unsigned channels, const ConvertRow& convert);

// The JPEG with fewer pixels, coded as finely. each_row: before each that is read; what it throws ends the work. Empty:
// the pixels cannot be unpacked, are fewer already, or are inks.
std::string smaller_jpeg(const std::string& jpeg, PictureSize size, const std::function<void()>& each_row);

}  // namespace documents
