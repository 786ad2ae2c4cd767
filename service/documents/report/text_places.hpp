// What a text has that references lead to, what it refers to, and which of its charts stand as tables.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace documents {

struct TextPlaces {
  std::vector<std::string> names;       // of its tables and figures; a picture without one is called as its file
  std::vector<std::string> references;  // "#table:permits", "#figure:permits", "#obj-07"; each once
  std::size_t charts_not_drawn = 0;     // tables whose caption says chart, and that cannot be drawn
};

// language: of the text, for its numbers.
TextPlaces places_in(const std::string& markdown, const std::string& language);

}  // namespace documents
