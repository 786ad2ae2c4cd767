// Pictures that somebody sent: checked by what is in them, whatever they are called, and cleaned of all that is not the
// picture itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace render {

constexpr std::size_t kLargestPicture = 10 * 1024 * 1024;  // bytes
constexpr std::uint32_t kLongestSide = 10'000;             // pixels
constexpr std::uint64_t kMostPixels = 50'000'000;

enum class PictureKind { png, jpeg, svg };

std::string_view media_type_of(PictureKind kind);  // "image/png"
std::optional<PictureKind> kind_of_media_type(std::string_view media_type);

// What a picture may be called: "map.png", in small Latin letters, digits, and . - _ between them.
bool is_picture_name(std::string_view name);
// The kind that the ending of such a name stands for.
PictureKind kind_of_name(std::string_view name);

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

}  // namespace render
