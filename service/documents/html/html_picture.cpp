#include "documents/html/html_picture.hpp"

#include "documents/text/base64.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {

std::string embedded_source(const DocumentPicture& file) {
  std::string source = "data:" + file.media_type + ";base64,";
  if (file.content) append_base64(source, *file.content);
  return source;
}

void write_image(std::string& out, const ShownPicture& picture, const std::string& source) {
  out += "<img src=\"" + source + "\" alt=\"" + escaped(picture.alternative) + "\" width=\"" +
         std::to_string(picture.file->width) + "\" height=\"" + std::to_string(picture.file->height) + "\">";
}

}  // namespace documents
