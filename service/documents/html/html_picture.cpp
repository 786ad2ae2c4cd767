#include "documents/html/html_picture.hpp"

#include <openssl/evp.h>

#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

void append_base64(std::string& out, const std::string& bytes) {
  const std::size_t begin = out.size();
  const std::size_t size = 4 * ((bytes.size() + 2) / 3);
  out.resize(begin + size + 1);  // it writes a zero byte behind
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data() + begin),
                  reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(begin + size);
}

}  // namespace

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
