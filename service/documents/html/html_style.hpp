// The style sheet of the HTML report: screen (wide, narrow, dark) and A4 paper.
#pragma once

#include <string_view>

namespace documents {

std::string_view style_sheet();

}  // namespace documents
