// JPEG pictures in other colours than sRGB, as inks for a press or with a profile of their own, made into ordinary
// ones: no program for documents shows them right.
#pragma once

#include <optional>
#include <string>

namespace documents {

struct JpegColours {
  unsigned channels = 3;   // 1: grey, 3: colours, 4: inks
  bool by_adobe = false;   // its inks are inverted
  bool adobe_rgb = false;  // of a camera that is set so, where there is no profile
  std::string profile;     // ICC; empty: none
};

struct RecolouredJpeg {
  std::string bytes;   // empty: what was there stays
  std::string change;  // for who sent it
};

// jpeg: has nothing but what shows it. Nothing: its colours are those of sRGB, or nobody says more. Errors: invalid
// "invalid_picture" where the pixels are damaged; unavailable (pixel_turn.hpp).
std::optional<RecolouredJpeg> jpeg_in_srgb(const std::string& jpeg, const JpegColours& colours);

}  // namespace documents
