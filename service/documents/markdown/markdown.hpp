// The report as GFM: GitHub, pandoc and the like read the same report from it as the HTML shows.
#pragma once

#include <string>

#include "documents/report/document.hpp"

namespace documents {

std::string to_markdown(const Document& document);

}  // namespace documents
