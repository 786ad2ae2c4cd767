#include "render/to_srgb.hpp"

#include <lcms2.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace render {
namespace {

constexpr int kUnseen = 3;  // of 255
constexpr double kPartsOfOne = 100'000;
constexpr double kSteepest = 10;  // of the exponents that a gamma may mean
constexpr std::array<std::uint32_t, 8> kPrimariesOfSrgb{31'270, 32'900, 64'000, 33'000, 30'000, 60'000, 15'000, 6'000};
constexpr std::uint32_t kNearPrimaries = 1'000;
constexpr std::uint32_t kNearGamma = 2'500;  // what programs write for sRGB is anything from 43,000 to 46,000
constexpr std::uint32_t kGammaOfSrgb = 45'455;

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
  if (samples.colours == 1) return from(Profile(cmsCreateGrayProfile(cmsD50_xyY(), curve.get())).get(), samples);
  const auto& parts = none ? kPrimariesOfSrgb : primaries;
  const auto xy = [&](std::size_t i) {
    return cmsCIExyY{parts[2 * i] / kPartsOfOne, parts[2 * i + 1] / kPartsOfOne, 1};
  };
  const cmsCIExyY white = xy(0);
  const cmsCIExyYTRIPLE colours{xy(1), xy(2), xy(3)};
  cmsToneCurve* curves[3] = {curve.get(), curve.get(), curve.get()};
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

}  // namespace render
