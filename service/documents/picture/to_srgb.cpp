#include "documents/picture/to_srgb.hpp"

#include <lcms2.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace documents {
namespace {

constexpr int kUnseen = 3;  // of 255
constexpr double kPartsOfOne = 100'000;
constexpr double kSteepest = 10;  // of the exponents that a gamma may mean
constexpr std::array<std::uint32_t, 8> kPrimariesOfSrgb{31'270, 32'900, 64'000, 33'000, 30'000, 60'000, 15'000, 6'000};
constexpr std::uint32_t kNearPrimaries = 1'000;
constexpr std::uint32_t kNearGamma = 2'500;  // what programs write for sRGB is anything from 43,000 to 46,000
constexpr std::uint32_t kGammaOfSrgb = 45'455;

// White, red, green and blue by the number that H.273 has for them, in parts of 100,000.
struct NumberedPrimaries {
  unsigned number;
  std::array<std::uint32_t, 8> parts;
};
constexpr std::array<NumberedPrimaries, 7> kNumberedPrimaries{{
    {1, kPrimariesOfSrgb},                                                  // BT.709
    {5, {31'270, 32'900, 64'000, 33'000, 29'000, 60'000, 15'000, 6'000}},   // BT.601, 625 lines
    {6, {31'270, 32'900, 63'000, 34'000, 31'000, 59'500, 15'500, 7'000}},   // BT.601, 525 lines
    {7, {31'270, 32'900, 63'000, 34'000, 31'000, 59'500, 15'500, 7'000}},   // SMPTE 240M
    {9, {31'270, 32'900, 70'800, 29'200, 17'000, 79'700, 13'100, 4'600}},   // BT.2020
    {11, {31'400, 35'100, 68'000, 32'000, 26'500, 69'000, 15'000, 6'000}},  // DCI-P3
    {12, {31'270, 32'900, 68'000, 32'000, 26'500, 69'000, 15'000, 6'000}},  // Display P3
}};

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using Curve = std::unique_ptr<cmsToneCurve, FreeCurve>;

Curve curve_of_srgb() {
  const cmsFloat64Number numbers[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  return Curve(cmsBuildParametricToneCurve(nullptr, 4, numbers));
}

// Of BT.709, BT.601 and BT.2020: the light that a camera codes so.
Curve curve_of_video() {
  constexpr double kAlpha = 1.09929682680944;
  constexpr double kBeta = 0.018053968510807;
  const cmsFloat64Number numbers[5] = {1 / 0.45, 1 / kAlpha, (kAlpha - 1) / kAlpha, 1 / 4.5, 4.5 * kBeta};
  return Curve(cmsBuildParametricToneCurve(nullptr, 4, numbers));
}

// By the number that H.273 has for it; null: none that is known here.
Curve curve_of(unsigned transfer) {
  switch (transfer) {
    case 1:
    case 6:
    case 14:
    case 15:
      return curve_of_video();
    case 4:
      return Curve(cmsBuildGamma(nullptr, 2.2));
    case 5:
      return Curve(cmsBuildGamma(nullptr, 2.8));
    case 8:
      return Curve(cmsBuildGamma(nullptr, 1));
    case 13:
      return curve_of_srgb();
    default:
      return nullptr;
  }
}

cmsUInt32Number pixels_of(Samples samples) {
  const cmsUInt32Number alpha = samples.alpha ? 1 : 0;
  if (samples.colours == 4) return samples.inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8;
  const cmsUInt32Number space = samples.colours == 1 ? PT_GRAY : PT_RGB;
  return COLORSPACE_SH(space) | EXTRA_SH(alpha) | CHANNELS_SH(samples.colours) | BYTES_SH(samples.bytes);
}

// Of a device and of the colours of this picture: not one that links two devices, or only names colours.
bool speaks_of(void* profile, Samples samples) {
  const auto kind = cmsGetDeviceClass(profile);
  if (kind != cmsSigInputClass && kind != cmsSigDisplayClass && kind != cmsSigOutputClass &&
      kind != cmsSigColorSpaceClass) {
    return false;
  }
  const auto space = cmsGetColorSpace(profile);
  return (space == cmsSigGrayData && samples.colours == 1) || (space == cmsSigRgbData && samples.colours == 3) ||
         (space == cmsSigCmykData && samples.colours == 4);
}

// A profile may say the same once more in any number of steps, which hostile ones make work for hours of: what it
// must say besides is enough.
void drop_long_ways(void* profile) {
  for (const auto tag : {cmsSigDToB0Tag, cmsSigDToB1Tag, cmsSigDToB2Tag, cmsSigDToB3Tag}) {
    if (cmsIsTag(profile, tag)) cmsWriteTag(profile, tag, nullptr);
  }
}

// Colours that lie evenly over all that there are, as samples.
std::vector<unsigned char> some_colours(Samples samples) {
  constexpr unsigned kStep = 17;
  constexpr unsigned kSteps = 16;
  std::vector<unsigned char> all;
  const unsigned count = samples.colours == 1 ? kSteps : kSteps * kSteps * kSteps;
  for (unsigned i = 0; i < count; ++i) {
    unsigned rest = i;
    for (unsigned sample = 0; sample < samples.colours + (samples.alpha ? 1 : 0); ++sample, rest /= kSteps) {
      all.insert(all.end(), samples.bytes, static_cast<unsigned char>(rest % kSteps * kStep));
    }
  }
  return all;
}

std::uint32_t apart(std::uint32_t one, std::uint32_t other) { return one > other ? one - other : other - one; }

}  // namespace

void ToSrgb::Delete::operator()(void* transform) const { cmsDeleteTransform(transform); }

std::optional<ToSrgb> ToSrgb::from(void* profile, Samples samples) {
  if (profile == nullptr || !speaks_of(profile, samples)) return std::nullopt;
  if (samples.colours == 1) return by_table(profile, samples);
  const Profile srgb(cmsCreate_sRGBProfile());
  // Of 16 bits the usual quick way knows 33 steps of light: too few where colours are linear in it.
  const cmsUInt32Number flags = cmsFLAGS_BLACKPOINTCOMPENSATION | (samples.alpha ? cmsFLAGS_COPY_ALPHA : 0U) |
                                (samples.bytes == 2 ? cmsFLAGS_CLUT_PRE_LINEARIZATION : 0U);
  void* transform = cmsCreateTransform(profile, pixels_of(samples), srgb.get(), pixels_of({3, samples.alpha}),
                                       INTENT_RELATIVE_COLORIMETRIC, flags);
  if (transform == nullptr) return std::nullopt;
  return ToSrgb(transform, samples);
}

// Of greys there are so few that each is converted once, exactly.
std::optional<ToSrgb> ToSrgb::by_table(void* profile, Samples samples) {
  const Profile srgb(cmsCreateGrayProfile(cmsD50_xyY(), curve_of_srgb().get()));
  ToSrgb made(cmsCreateTransform(profile, TYPE_GRAY_16, srgb.get(), TYPE_GRAY_8, INTENT_RELATIVE_COLORIMETRIC,
                                 cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE),
              samples);
  if (!made.transform_) return std::nullopt;
  std::vector<std::uint16_t> all(samples.bytes == 2 ? 65'536 : 256);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint16_t>(i * 65'535 / (all.size() - 1));
  made.greys_.resize(all.size());
  cmsDoTransform(made.transform_.get(), all.data(), made.greys_.data(), static_cast<cmsUInt32Number>(all.size()));
  return made;
}

std::optional<ToSrgb> ToSrgb::by_profile(std::string_view icc, Samples samples) {
  if (icc.size() > kLargestProfile) return std::nullopt;
  const Profile profile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
  if (profile) drop_long_ways(profile.get());
  return from(profile.get(), samples);
}

std::optional<ToSrgb> ToSrgb::by_numbers(std::uint32_t gamma, const std::array<std::uint32_t, 8>& primaries,
                                         Samples samples) {
  const double exponent = gamma == 0 ? 1 : kPartsOfOne / gamma;
  if (exponent > kSteepest || exponent < 1 / kSteepest) return std::nullopt;
  const bool none = std::ranges::all_of(primaries, [](std::uint32_t part) { return part == 0; });
  const bool usual = none || std::ranges::equal(primaries, kPrimariesOfSrgb, [](auto one, auto other) {
                       return apart(one, other) <= kNearPrimaries;
                     });
  const bool as_srgb = gamma == 0 || (usual && apart(gamma, kGammaOfSrgb) <= kNearGamma);
  const Curve curve = as_srgb ? curve_of_srgb() : Curve(cmsBuildGamma(nullptr, exponent));
  return by_curve(curve.get(), none ? kPrimariesOfSrgb : primaries, samples);
}

std::optional<ToSrgb> ToSrgb::by_code_points(CodePoints points, Samples samples) {
  const auto primaries = std::ranges::find(kNumberedPrimaries, points.primaries, &NumberedPrimaries::number);
  const Curve curve = curve_of(points.transfer);
  if (primaries == kNumberedPrimaries.end() || !curve) return std::nullopt;
  return by_curve(curve.get(), primaries->parts, samples);
}

std::optional<ToSrgb> ToSrgb::by_curve(void* of_all, const std::array<std::uint32_t, 8>& parts, Samples samples) {
  auto* curve = static_cast<cmsToneCurve*>(of_all);
  if (samples.colours == 1) return from(Profile(cmsCreateGrayProfile(cmsD50_xyY(), curve)).get(), samples);
  const auto xy = [&](std::size_t i) {
    return cmsCIExyY{parts[2 * i] / kPartsOfOne, parts[2 * i + 1] / kPartsOfOne, 1};
  };
  const cmsCIExyY white = xy(0);
  const cmsCIExyYTRIPLE colours{xy(1), xy(2), xy(3)};
  cmsToneCurve* curves[3] = {curve, curve, curve};
  return from(Profile(cmsCreateRGBProfile(&white, &colours, curves)).get(), samples);
}

bool ToSrgb::changes_nothing() const {
  if (samples_.colours == 4) return false;
  const auto in = some_colours(samples_);
  std::vector<unsigned char> out(in.size() / samples_.bytes);
  convert(in.data(), out.data(), out.size() / (samples_.colours + (samples_.alpha ? 1 : 0)));
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (std::abs(int{in[i * samples_.bytes]} - int{out[i]}) > kUnseen) return false;
  }
  return true;
}

void ToSrgb::convert(const unsigned char* from, unsigned char* to, std::size_t pixels) const {
  if (!greys_.empty()) return look_up(from, to, pixels);
  cmsDoTransform(transform_.get(), from, to, static_cast<cmsUInt32Number>(pixels));
}

void ToSrgb::look_up(const unsigned char* from, unsigned char* to, std::size_t pixels) const {
  const auto next = [&] {
    std::uint16_t sample = *from;
    if (samples_.bytes == 2) std::memcpy(&sample, from, sizeof sample);
    from += samples_.bytes;
    return sample;
  };
  for (std::size_t i = 0; i < pixels; ++i) {
    *to++ = greys_[next()];
    if (!samples_.alpha) continue;
    const unsigned alpha = next();
    *to++ = static_cast<unsigned char>(samples_.bytes == 2 ? (alpha * 255 + 32'767) / 65'535 : alpha);
  }
}

void inks_to_srgb(const unsigned char* from, unsigned char* to, std::size_t pixels, bool inverted) {
  for (std::size_t pixel = 0; pixel < pixels; ++pixel, from += 4, to += 3) {
    const auto light = [&](int ink) { return inverted ? unsigned{from[ink]} : 255U - from[ink]; };
    for (int ink = 0; ink < 3; ++ink) to[ink] = static_cast<unsigned char>((light(ink) * light(3) + 127) / 255);
  }
}

}  // namespace documents
