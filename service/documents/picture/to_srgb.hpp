// Colours of a picture as sRGB, which is what every program takes colours for that nobody says more of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace documents {

// Of one pixel.
struct Samples {
  unsigned colours = 3;   // 1: grey, 3: red, green, blue, 4: inks (CMYK)
  bool alpha = false;     // one more, which stays as it is
  unsigned bytes = 1;     // of each; two as this machine has them
  bool inverted = false;  // inks: 255 is no ink, as Adobe's programs write it
};

// What pictures are, in the numbers of ITU-T H.273.
struct CodePoints {
  unsigned primaries = 2;  // 2: not said
  unsigned transfer = 2;
};
constexpr unsigned kTransferOfPq = 16;  // light beyond what paper or an ordinary screen shows (HDR)
constexpr unsigned kTransferOfHlg = 18;

constexpr std::size_t kLargestProfile = 4 * 1024 * 1024;  // bytes; those of presses have up to three million

class ToSrgb {
 public:
  // icc: a profile by the International Color Consortium. Nothing: it is damaged, too large, or one of other colours.
  static std::optional<ToSrgb> by_profile(std::string_view icc, Samples samples);
  // As a PNG says it in gAMA and cHRM, in parts of 100,000. gamma 0: the curve of sRGB; primaries (x and y of white,
  // red, green and blue) all 0: those of sRGB. Nothing: there can be no such colours.
  static std::optional<ToSrgb> by_numbers(std::uint32_t gamma, const std::array<std::uint32_t, 8>& primaries,
                                          Samples samples);
  // Nothing: none that are known here, or those of light that cannot be printed.
  static std::optional<ToSrgb> by_code_points(CodePoints points, Samples samples);

  // What comes out is what goes in, as far as an eye could tell.
  bool changes_nothing() const;
  // A byte a sample comes out: one of grey, three of anything else, and alpha.
  void convert(const unsigned char* from, unsigned char* to, std::size_t pixels) const;

 private:
  struct Delete {
    void operator()(void* transform) const;
  };
  ToSrgb(void* transform, Samples samples) : transform_(transform), samples_(samples) {}
  static std::optional<ToSrgb> from(void* profile, Samples samples);
  static std::optional<ToSrgb> by_curve(void* curve, const std::array<std::uint32_t, 8>& primaries, Samples samples);
  static std::optional<ToSrgb> by_table(void* profile, Samples samples);
  void look_up(const unsigned char* from, unsigned char* to, std::size_t pixels) const;

  std::unique_ptr<void, Delete> transform_;
  Samples samples_;
  std::vector<unsigned char> greys_;  // what each becomes
};

// Inks without a profile, as browsers show them: four bytes a pixel go in, three come out.
void inks_to_srgb(const unsigned char* from, unsigned char* to, std::size_t pixels, bool inverted);

}  // namespace documents
