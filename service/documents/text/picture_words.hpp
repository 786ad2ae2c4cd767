// A picture of a section in a form: by its name, in the words with which a text places it. A Word file that comes back
// has no picture of its own to be kept.
//   ![What it shows](map.png "Caption")
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace documents {

struct PictureWords {
  std::string name;
  std::string alternative;
  std::string caption;  // may be empty
};

std::string spell(const PictureWords& picture);

struct FoundPicture {
  PictureWords picture;
  std::size_t begin = 0;  // in bytes
  std::size_t end = 0;
};
// The first in a line; a caption may stand between the quotation marks of any language.
std::optional<FoundPicture> find_picture(std::string_view line);

}  // namespace documents
