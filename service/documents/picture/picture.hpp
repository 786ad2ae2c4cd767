// Pictures that somebody sent: checked by what is in them, whatever they are called, and cleaned of all that is not the
// picture itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/text/picture_name.hpp"

namespace documents {

constexpr std::size_t kLargestPicture = 10 * 1024 * 1024;  // bytes
constexpr std::uint32_t kLongestSide = 10'000;             // pixels
constexpr std::uint64_t kMostPixels = 50'000'000;

struct PictureSize {
  std::uint32_t width = 0;  // pixels, of an SVG those of CSS
  std::uint32_t height = 0;

  bool operator==(const PictureSize&) const = default;
};

struct CleanPicture {
  PictureKind kind = PictureKind::png;
  std::string bytes;  // what is kept
  PictureSize size;
  std::vector<std::string> changes;  // what was taken out or done, a few words each
};

// Errors: domain::Error, invalid "invalid_picture", in words for who sent it: another kind of file, damaged, cut off,
// too large, animated.
CleanPicture clean_picture(const std::string& content);

}  // namespace documents
