// The pictures of sections.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

// One version of a picture.
struct Picture {
  std::string report;
  std::string section;
  std::string name;
  std::int64_t version = 0;  // from 1, by name; taking it away counts as one
  std::string media_type;    // empty: it was taken away
  std::string sha256;
  std::int64_t bytes = 0;
  std::int64_t width = 0;  // pixels
  std::int64_t height = 0;
  std::optional<std::string> reason;
  Author by;
  Millis saved_at = 0;
  std::int64_t event = 0;

  bool is_removed() const { return media_type.empty(); }
};

// A picture that a text places.
struct PlacedPicture {
  std::string name;
  bool described = false;
};

}  // namespace domain
