// What a published report says of itself on its title page and on the page behind it.
#pragma once

#include <string>
#include <string_view>

#include "domain/localized.hpp"

namespace domain {

// What is empty was not given.
struct Imprint {
  LocalizedText subtitle;
  LocalizedText publisher;
  LocalizedText place;
  std::string issued_on;  // ISO day
  std::string document_number;
  std::string isbn;
  LocalizedText disclaimer;  // paragraphs, a line each
  LocalizedText contact;     // lines
  bool operator==(const Imprint&) const = default;
};

// Ten or thirteen digits, with or without hyphens or blanks between them, whose last one fits the others (ISO 2108).
bool is_isbn(std::string_view text);

}  // namespace domain
