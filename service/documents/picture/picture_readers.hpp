// One reader for each kind of picture: behind clean_picture().
#pragma once

#include <string>
#include <string_view>

#include "documents/picture/picture.hpp"
#include "domain/basis/message.hpp"

namespace documents {

CleanPicture read_png(std::string_view content);
CleanPicture read_jpeg(std::string_view content);
CleanPicture read_svg(std::string_view content);

// Error: invalid "invalid_picture".
[[noreturn]] void refuse_picture(const domain::Message& why);
// Error where it has no pixel, or more than a report takes.
void check_size(PictureSize size);
// What is told of colours (to_srgb.hpp).
constexpr const char* kConvertedByProfile = "colours converted to sRGB, as its colour profile says";
constexpr const char* kProfileOfNoUse = "shown in sRGB, as its colour profile is damaged or of other colours";

// Says a change once.
void note_change(CleanPicture& picture, const std::string& change);

inline std::uint32_t big_endian_16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) << 8U |
                                    static_cast<unsigned char>(bytes[at + 1]));
}
inline std::uint32_t big_endian_32(std::string_view bytes, std::size_t at) {
  return big_endian_16(bytes, at) << 16U | big_endian_16(bytes, at + 2);
}

}  // namespace documents
