// The styles that a Word file defines.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace documents {

class WordStyles {
 public:
  // root: of "word/styles.xml"; may be empty.
  explicit WordStyles(const pugi::xml_node& root);

  // Whether a style, or one that it is based on, has this name, in small letters, or number.
  bool is_kind_of(std::string_view number, std::string_view name) const;
  // Whether text in it is hidden.
  bool hides(std::string_view number) const;

 private:
  struct Style {
    std::string name;  // in small letters
    std::string base;  // number
    std::optional<bool> hides;
  };
  std::map<std::string, Style, std::less<>> styles_;  // by number
};

// Makes captions ordinary paragraphs, which stay where they stand: pandoc gives each to the first table of the file
// that has none.
void plain_captions(pugi::xml_node node, const WordStyles& styles);

}  // namespace documents
