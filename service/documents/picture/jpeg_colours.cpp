#include "documents/picture/jpeg_colours.hpp"

#include <array>
#include <cstdint>

#include "documents/picture/jpeg_rows.hpp"
#include "documents/picture/picture_readers.hpp"
#include "documents/picture/pixel_turn.hpp"
#include "documents/picture/to_srgb.hpp"

namespace documents {
namespace {

// As a PNG would say it.
constexpr std::uint32_t kGammaOfAdobe = 45'470;
constexpr std::array<std::uint32_t, 8> kPrimariesOfAdobe{31'270, 32'900, 64'000, 33'000, 21'000, 71'000, 15'000, 6'000};

std::string change_of_jpeg(bool inks, bool by_profile) {
  if (!inks && !by_profile) return "colours converted from Adobe RGB to sRGB, as its Exif data says";
  if (!inks) return kConvertedByProfile;
  return std::string("colours converted from inks for a press (CMYK) to sRGB, ") +
         (by_profile ? "as its colour profile says" : "without a colour profile: they may look a little different");
}

}  // namespace

std::optional<RecolouredJpeg> jpeg_in_srgb(const std::string& jpeg, const JpegColours& colours) {
  std::optional<ToSrgb> to_srgb;
  const bool profile = !colours.profile.empty();
  const bool inks = colours.channels == 4;
  if (profile) to_srgb = ToSrgb::by_profile(colours.profile, {colours.channels, false, 1, colours.by_adobe});
  if (!profile && colours.adobe_rgb && colours.channels == 3) {
    to_srgb = ToSrgb::by_numbers(kGammaOfAdobe, kPrimariesOfAdobe, {});
  }
  if (!inks && profile && !to_srgb) return RecolouredJpeg{"", kProfileOfNoUse};
  if (!inks && (!to_srgb || to_srgb->changes_nothing())) return std::nullopt;
  const PixelTurn turn;
  const auto convert = [&](const unsigned char* from, unsigned char* to, std::size_t pixels) {
    if (to_srgb) return to_srgb->convert(from, to, pixels);
    inks_to_srgb(from, to, pixels, colours.by_adobe);
  };
  return RecolouredJpeg{recoloured_jpeg(jpeg, colours.channels, convert), change_of_jpeg(inks, profile && to_srgb)};
}

}  // namespace documents
