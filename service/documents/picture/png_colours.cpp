#include "documents/picture/png_colours.hpp"

#include <zlib.h>

#include <algorithm>

#include "documents/picture/picture_readers.hpp"
#include "documents/picture/pixel_turn.hpp"
#include "documents/picture/png_rows.hpp"
#include "documents/picture/to_srgb.hpp"

namespace documents {
namespace {

constexpr unsigned kByPalette = 3;  // type of colour
constexpr unsigned kColoured = 2;   // bits of it
constexpr unsigned kAlpha = 4;
constexpr std::size_t kFirstChunk = 8;
constexpr std::size_t kAroundChunk = 12;

Samples samples_of(const PngColours& colours) {
  const unsigned colour = colours.header.colour;
  if (colour == kByPalette) return {3};  // those of its palette
  return {(colour & kColoured) != 0 ? 3U : 1U, (colour & kAlpha) != 0 || colours.transparent,
          colours.header.bits == 16 ? 2U : 1U};
}

std::string big_endian_bytes(std::uint32_t number) {
  return {static_cast<char>(number >> 24U), static_cast<char>(number >> 16U & 255U),
          static_cast<char>(number >> 8U & 255U), static_cast<char>(number & 255U)};
}

std::string chunk_of(std::string_view type, const std::string& data) {
  const std::string summed = std::string(type) + data;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(summed.data()), static_cast<uInt>(summed.size()));
  return big_endian_bytes(static_cast<std::uint32_t>(data.size())) + summed +
         big_endian_bytes(static_cast<std::uint32_t>(sum));
}

// The pixels stay as they are: without what tells of colours, and with the colours of the palette converted.
std::string with_other_head(std::string_view png, const ToSrgb* to_srgb) {
  std::string out(png.substr(0, kFirstChunk));
  for (std::size_t at = kFirstChunk; at + kAroundChunk <= png.size();) {
    const std::size_t size = big_endian_32(png, at);
    const auto type = png.substr(at + 4, 4);
    std::string data;
    if (type == "PLTE" && to_srgb != nullptr) {
      data.resize(size);
      to_srgb->convert(reinterpret_cast<const unsigned char*>(png.data()) + at + 8,
                       reinterpret_cast<unsigned char*>(data.data()), size / 3);
      out += chunk_of(type, data);
    } else if (type != "gAMA" && type != "cHRM" && type != "sRGB" && type != "cICP") {
      out += png.substr(at, size + kAroundChunk);
    }
    at += size + kAroundChunk;
  }
  return out;
}

// What leads to sRGB, and what is said of it; neither where that is what they are.
struct ColourWay {
  std::optional<ToSrgb> to_srgb;
  std::string change;
  bool overruled = false;  // numbers say otherwise than what goes before them
};

constexpr const char* kNumbersTakenOut =
    "gamma and primaries taken out, as they are not colours, or not those that it names";

// Without what code points say.
ColourWay usual_way_to_srgb(const PngColours& colours) {
  const Samples samples = samples_of(colours);
  std::optional<ToSrgb> by_profile;
  if (!colours.profile.empty()) by_profile = ToSrgb::by_profile(colours.profile, samples);
  std::optional<ToSrgb> by_numbers;
  const bool numbers = colours.gamma != 0 || colours.primaries != std::array<std::uint32_t, 8>{};
  if (numbers) by_numbers = ToSrgb::by_numbers(colours.gamma, colours.primaries, samples);
  const bool otherwise = numbers && (!by_numbers || !by_numbers->changes_nothing());
  ColourWay way;
  if (colours.profile_of_no_use || (!colours.profile.empty() && !by_profile)) way.change = kProfileOfNoUse;
  if (by_profile && !by_profile->changes_nothing()) {
    way = {std::move(by_profile), kConvertedByProfile, otherwise};
  } else if (otherwise && by_numbers && !by_profile && !colours.srgb) {
    way = {std::move(by_numbers), "colours converted to sRGB, as its gamma and primaries say", false};
  } else if (otherwise) {
    way = {std::nullopt, kNumbersTakenOut, true};
  }
  return way;
}

ColourWay way_to_srgb(const PngColours& colours) {
  if (!colours.code_points) return usual_way_to_srgb(colours);
  auto by_points = ToSrgb::by_code_points(*colours.code_points, samples_of(colours));
  if (by_points && !by_points->changes_nothing()) {
    return {std::move(by_points), "colours converted to sRGB, as its code points (cICP) say", false};
  }
  if (by_points) {
    PngColours numbers = colours;
    numbers.profile.clear();
    numbers.profile_of_no_use = false;
    numbers.srgb = true;
    return usual_way_to_srgb(numbers);
  }
  ColourWay way = usual_way_to_srgb(colours);
  way.overruled = true;
  if (way.change.empty()) way.change = "code points of colours (cICP) taken out, as they are unknown";
  return way;
}

}  // namespace

std::string unpacked_profile(std::string_view data) {
  const auto name_end = data.find('\0');
  if (name_end == std::string_view::npos || data.size() < name_end + 3) return "";
  const auto packed = data.substr(name_end + 2);  // behind the name a byte says how: there is one way
  constexpr std::size_t kMostPacked = 1032;       // times smaller
  std::string profile(std::min(kLargestProfile, packed.size() * kMostPacked), '\0');
  auto size = static_cast<uLongf>(profile.size());
  const int result = uncompress(reinterpret_cast<Bytef*>(profile.data()), &size,
                                reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
  profile.resize(result == Z_OK ? size : 0);
  return profile;
}

std::optional<RecolouredPng> png_in_srgb(const std::string& png, const PngColours& colours) {
  const bool deep = colours.header.bits == 16;
  const bool by_palette = colours.header.colour == kByPalette;
  const ColourWay way = way_to_srgb(colours);
  const ToSrgb* to_srgb = way.to_srgb ? &*way.to_srgb : nullptr;
  if (!deep && (by_palette || to_srgb == nullptr)) {
    if (to_srgb != nullptr || way.overruled) return RecolouredPng{with_other_head(png, to_srgb), way.change};
    return way.change.empty() ? std::nullopt : std::optional(RecolouredPng{"", way.change});
  }
  const PixelTurn turn;
  PngWay rows;
  rows.deep = deep && to_srgb != nullptr;
  if (to_srgb != nullptr) {
    rows.convert = [&](const auto* from, auto* to, std::size_t pixels) { to_srgb->convert(from, to, pixels); };
  }
  const std::string depth = deep ? "16 bits a colour made into 8" : "";
  return RecolouredPng{recoloured_png(png, rows), depth + (deep && !way.change.empty() ? "; " : "") + way.change};
}

}  // namespace documents
