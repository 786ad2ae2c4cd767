// The beginning of a text, for a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace render {

// The whole text, or its beginning of at most so many bytes, no character cut in two, with "..." behind it.
std::string excerpt(std::string_view text, std::size_t most = 80);

}  // namespace render
