// What stays of a text whichever word processor it went through.
#pragma once

#include <string>
#include <string_view>

namespace documents {

// Letters and digits alone, without spaces, marks and signs; raised and lowered digits as ordinary ones. UTF-8.
std::string bare_letters(std::string_view text);

}  // namespace documents
