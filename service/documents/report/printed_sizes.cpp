#include "documents/report/printed_sizes.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

namespace documents {
namespace {

// part / whole of a side, rounded, and a pixel at least.
std::uint32_t part_of(std::uint32_t side, std::uint64_t part, std::uint64_t whole) {
  return static_cast<std::uint32_t>(std::max<std::uint64_t>(1, (side * part + whole / 2) / whole));
}

std::uint64_t pixels(PictureSize size) { return std::uint64_t{size.width} * size.height; }

// Of which one or the other is as long as that of the box.
PictureSize filling(PictureSize size, PictureSize box) {
  const bool wide = std::uint64_t{size.width} * box.height > std::uint64_t{size.height} * box.width;
  if (wide) return {box.width, part_of(size.height, box.width, size.width)};
  return {part_of(size.width, box.height, size.height), box.height};
}

}  // namespace

PictureSize within(PictureSize size, PictureSize box) {
  return size.width <= box.width && size.height <= box.height ? size : filling(size, box);
}

PictureSize PrintedSizes::whole(const DocumentPicture& picture) {
  const PictureSize size{static_cast<std::uint32_t>(std::clamp<std::int64_t>(picture.width, 1, UINT32_MAX)),
                         static_cast<std::uint32_t>(std::clamp<std::int64_t>(picture.height, 1, UINT32_MAX))};
  const bool drawn = picture.media_type == media_type_of(PictureKind::svg);
  return drawn ? filling(size, {kDrawnSide, kDrawnSide}) : size;
}

PrintedSizes::PrintedSizes(const Document& document) {
  std::map<std::string_view, PictureSize> all;  // by hash: the same picture is unpacked once
  for (const auto& section : document.sections) {
    for (const auto& picture : section.pictures) all.try_emplace(picture.sha256, whole(picture));
  }
  const auto too_many = [&] {
    return std::accumulate(all.begin(), all.end(), std::uint64_t{0}, [&](std::uint64_t sum, const auto& picture) {
             return sum + pixels(within(picture.second, most_));
           }) > kMostPrintedPixels;
  };
  // In steps, so that another picture more seldom makes all others new.
  while (too_many() && most_.width > 1) most_ = {most_.width * 5 / 6, std::max(1U, most_.height * 5 / 6)};
}

}  // namespace documents
