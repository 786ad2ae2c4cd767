// How a language is written, and whether documents of this service can be.
#pragma once

#include <string>
#include <string_view>

#include "domain/basis/message.hpp"

namespace domain {

// The script of a language tag (ISO 15924): as it says itself ("az-Arab"), else the usual one of the language.
std::string_view script_of(std::string_view language);

// Whether its lines begin on the right, as those of Arabic.
bool runs_from_right(std::string_view language);

// Why no report is written in a language; empty: it may be. Documents are set in the letters of the fonts that come
// with the service: Latin, Cyrillic, Greek, Armenian, Georgian, Arabic and Chinese.
Message objection_to_language(std::string_view language);

}  // namespace domain
