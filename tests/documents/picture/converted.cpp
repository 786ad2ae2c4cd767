#include "converted.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "documents/picture/picture.hpp"
#include "support/contains.hpp"

support::Colour converted(const std::string& content, const std::string& change) {
  const auto picture = documents::clean_picture(content);
  const auto again = documents::clean_picture(picture.bytes);
  CHECK(again.bytes == picture.bytes);
  CHECK(again.changes.empty());
  CHECK(std::ranges::any_of(picture.changes, [&](const auto& told) { return support::contains(told, change); }));
  return support::seen(picture.bytes);
}

void check_near(const support::Colour& is, const support::Colour& wanted, int off) {
  CAPTURE(is[0]);
  CAPTURE(is[1]);
  CAPTURE(is[2]);
  for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(is[i] - wanted[i]) <= off);
}
