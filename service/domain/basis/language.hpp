// Languages as BCP 47 tags of the form that reports use: "en", "sr-Latn", "zh-Hant-TW".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace domain {

bool is_language_tag(std::string_view tag);

// "sr" of "sr-Latn".
std::string_view primary_language(std::string_view tag);

// "sr-Latn" of "sr-Latn-RS"; nothing of "sr".
std::string_view less_specific(std::string_view tag);

// The best of the available languages for an Accept-Language header (RFC 4647 lookup, q values); the fallback where
// none fits.
std::string negotiate_language(std::string_view accept_language, const std::vector<std::string>& available,
                               const std::string& fallback);

}  // namespace domain
