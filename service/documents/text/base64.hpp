// Bytes as base64, on one line.
#pragma once

#include <string>
#include <string_view>

namespace documents {

void append_base64(std::string& out, std::string_view bytes);

}  // namespace documents
