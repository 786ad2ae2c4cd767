// The report as GFM: GitHub, pandoc and the like read the same report from it as the HTML shows.
#pragma once

#include <string>

#include "documents/report/document.hpp"

namespace render {

std::string to_markdown(const Document& document);

}  // namespace render
