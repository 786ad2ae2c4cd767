// Text as HTML text and attribute values.
#pragma once

#include <string>
#include <string_view>

namespace documents {

void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

}  // namespace documents
