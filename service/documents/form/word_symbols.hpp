// The signs of fonts that have no letters but pictures, in Unicode.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace documents {

class WordSymbols {
 public:
  // data: of "db/documents/symbols.yaml".
  explicit WordSymbols(std::string_view data);

  bool is_font(std::string_view font) const;
  // Empty where it is not known. code: the font's number of the sign, also as Word writes it, from F000 on. A sign of
  // another font is the character itself, unless its number is one that every font uses as it likes.
  std::string unicode(std::string_view font, unsigned code) const;

 private:
  std::map<std::string, std::map<unsigned, std::string>, std::less<>> fonts_;  // by name in small letters
};

}  // namespace documents
