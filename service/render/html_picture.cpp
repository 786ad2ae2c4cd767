#include "render/html_picture.hpp"

#include <openssl/evp.h>

#include "render/html_escape.hpp"

namespace render {
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

void write_image(std::string& out, const ShownPicture& picture) {
  out += "<img src=\"data:" + picture.file->media_type + ";base64,";
  if (picture.file->content) append_base64(out, *picture.file->content);
  out += "\" alt=\"" + escaped(picture.alternative) + "\" width=\"" + std::to_string(picture.file->width) +
         "\" height=\"" + std::to_string(picture.file->height) + "\">";
}

}  // namespace render
