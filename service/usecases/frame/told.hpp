// Messages in the language of whoever is told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/message.hpp"

namespace usecases {

// Those that messages are told in: English first.
const std::vector<std::string>& message_languages();

// The best language for an Accept-Language header: en, or one that db/labels has messages in. Where none fits, en.
std::string message_language(std::string_view accept_language);

// language: as message_language gives it. What is not translated is told in English.
std::string told(const domain::Message& message, std::string_view language);

}  // namespace usecases
