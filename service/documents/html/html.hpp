// The report as one HTML file that needs nothing else: styles for the screen and for A4 paper inside, no
// script.
#pragma once

#include <string>

#include "documents/report/document.hpp"

namespace documents {

std::string to_html(const Document& document);

}  // namespace documents
