// What stays of a text whichever word processor it went through.
#pragma once

#include <string>
#include <string_view>

namespace render {

// Letters and digits alone, without spaces, marks and signs; raised and lowered digits as ordinary ones. UTF-8.
std::string bare_letters(std::string_view text);

// The text with raised (or lowered) digits and signs; empty where one of its characters has no such form.
std::string raised(std::string_view text);
std::string lowered(std::string_view text);

}  // namespace render
