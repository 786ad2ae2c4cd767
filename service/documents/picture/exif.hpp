// The two things of a photo's Exif data that show: how the camera was held, and in what colours it took the photo.
#pragma once

#include <string_view>

namespace documents {

// exif: behind "Exif\0\0". 1 to 8; 1, upright, also where it does not say, or not in a way that makes sense.
unsigned orientation_in(std::string_view exif);

// Whether the colours are those of Adobe RGB (1998): cameras that are set so write no profile, but "R03" as the kind of
// file (DCF 2.0, optional file).
bool in_adobe_rgb(std::string_view exif);

}  // namespace documents
