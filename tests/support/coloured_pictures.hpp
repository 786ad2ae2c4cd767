// Pictures of one colour for tests, in all the ways that files hold colours, and what is seen of a picture.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace support {

using Colour = std::array<int, 3>;

// How a JPEG is coded, beside its colour: one sample of grey, three of colours, four of inks.
struct JpegWay {
  bool progressive = false;
  bool with_brightness = true;  // YCbCr, YCCK; else RGB, CMYK
  bool by_adobe = true;         // its inks have Adobe's marker
  std::uint32_t width = 32;
  std::uint32_t height = 32;
};
std::string jpeg_of(const std::vector<unsigned char>& colour, const JpegWay& way = {});
// profile: any bytes, in pieces as large as a JPEG's parts may be, the last first.
std::string with_profile(const std::string& jpeg, const std::string& profile);

// Of 3 by 3 pixels. bits, colour: of its header; sample: the bytes of each pixel; chunks: before its pixels.
std::string png_of(int bits, int colour, const std::string& sample, const std::string& chunks = "",
                   bool interlaced = false);
std::string icc_chunk(const std::string& profile);
std::string gamma_chunk(std::uint32_t gamma);
std::string primaries_chunk(const std::array<std::uint32_t, 8>& primaries);

// The colour in the middle of a PNG or JPEG, as a program sees it that knows of no colour spaces, no inks, and no more
// than eight bits: without one of these the picture is no such, and the colour -1.
Colour seen(const std::string& picture);

}  // namespace support
