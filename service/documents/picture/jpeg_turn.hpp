// A JPEG turned the way it was taken, without loss: by libjpeg-turbo.
#pragma once

#include <string>

namespace documents {

// orientation: of its Exif data, 2 to 8. What does not fill a whole block at the edge (up to 15 pixels) goes. One
// picture at a time, for a large one takes some hundred megabytes. Errors: domain::Error where it cannot be decoded;
// unavailable (pixel_turn.hpp).
std::string turn_jpeg(const std::string& jpeg, unsigned orientation);

}  // namespace documents
