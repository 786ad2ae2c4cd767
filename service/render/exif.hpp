// The one thing of a photo's Exif data that shows: how the camera was held.
#pragma once

#include <string_view>

namespace render {

// exif: behind "Exif\0\0". 1 to 8; 1, upright, also where it does not say, or not in a way that makes sense.
unsigned orientation_in(std::string_view exif);

}  // namespace render
