// What a published report says of itself on its title page and on the page behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/basis/localized.hpp"

namespace domain {

// The emblem or logo above the title.
struct Emblem {
  std::int64_t version = 0;  // that of the report which had it first
  std::string media_type;
  std::string sha256;
  std::int64_t bytes = 0;
  std::int64_t width = 0;  // pixels, of an SVG those of CSS
  std::int64_t height = 0;
  bool operator==(const Emblem&) const = default;
};

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
  std::optional<Emblem> emblem;
  bool operator==(const Imprint&) const = default;
};

// Ten or thirteen digits, with or without hyphens or blanks between them, whose last one fits the others (ISO 2108).
bool is_isbn(std::string_view text);

}  // namespace domain
