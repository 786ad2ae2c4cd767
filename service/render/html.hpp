// The report as one HTML file that needs nothing else: styles for the screen and for A4 paper inside, no
// script.
#pragma once

#include <string>

#include "render/document.hpp"

namespace render {

std::string to_html(const Document& document);

}  // namespace render
