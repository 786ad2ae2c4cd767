// A picture in HTML: within the page itself, so that one file holds all of the report.
#pragma once

#include <string>

#include "render/report.hpp"

namespace render {

// <img> with its bytes, its size and its alternative text.
void write_image(std::string& out, const ShownPicture& picture);

}  // namespace render
