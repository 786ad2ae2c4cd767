// PNG pictures of 16 bits, or in other colours than sRGB, made into ordinary ones: some programs print the first white
// and take no notice of the others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "documents/picture/png_pixels.hpp"
#include "documents/picture/to_srgb.hpp"

namespace documents {

// What a PNG says of its colours. What says more goes before: code points, then a profile, then the word sRGB, then
// numbers.
struct PngColours {
  PngHeader header;
  bool transparent = false;               // by tRNS
  std::optional<CodePoints> code_points;  // of cICP
  std::string profile;                    // of iCCP, unpacked; empty: none
  bool profile_of_no_use = false;         // it cannot be unpacked
  bool srgb = false;
  std::uint32_t gamma = 0;                   // of gAMA; 0: not given
  std::array<std::uint32_t, 8> primaries{};  // of cHRM; all 0: not given
};

struct RecolouredPng {
  std::string bytes;   // empty: what was there stays
  std::string change;  // for who sent it
};

// The data of iCCP. Empty: it is damaged, or larger than kLargestProfile.
std::string unpacked_profile(std::string_view data);

// png: has nothing but what shows it. Nothing: it has 8 bits or less, and the colours of sRGB. Errors: invalid
// "invalid_picture" where the pixels are damaged; unavailable (pixel_turn.hpp).
std::optional<RecolouredPng> png_in_srgb(const std::string& png, const PngColours& colours);

}  // namespace documents
