// The first words of a text, for a message or a remark.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace documents {

// The text where it has at most so many characters, else that many and "...". The text is UTF-8.
std::string excerpt(std::string_view text, std::size_t most = 80);

}  // namespace documents
