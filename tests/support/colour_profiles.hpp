// Colour profiles (ICC) for tests, made by the library.
#pragma once

#include <string>

namespace support {

std::string srgb_profile();
// Adobe RGB (1998), in essence.
std::string wide_profile();
std::string grey_profile(double gamma);
// Of a press whose cyan prints as 0, 120, 180, its magenta as 200, 0, 110 and its yellow as 255, 230, 0.
std::string press_profile();

}  // namespace support
