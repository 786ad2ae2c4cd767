// The raised and lowered letters of Unicode: "10⁶", "CO₂".
#pragma once

#include <string>
#include <string_view>

namespace documents {

// The text in raised (or lowered) letters, digits and signs; empty where one of its characters has no such form. UTF-8.
std::string raised(std::string_view text);
std::string lowered(std::string_view text);

// The ordinary form of a raised or lowered character; any other as it is.
std::string_view at_ordinary_height(std::string_view character);

// The first character of a text that is not empty, as bytes.
std::string_view first_character_of(std::string_view text);

}  // namespace documents
