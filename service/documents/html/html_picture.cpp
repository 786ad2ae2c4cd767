#include "documents/html/html_picture.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>

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

// How much of its size a side has, with four digits behind the point.
std::string part_of_size(PictureSize size, PictureSize whole) {
  std::array<char, 16> text{};
  const double part = static_cast<double>(std::max(size.width, size.height)) / std::max(whole.width, whole.height);
  return {text.data(), std::to_chars(text.begin(), text.end(), part, std::chars_format::fixed, 4).ptr};
}

void write_styled_image(std::string& out, const ShownPicture& picture, const std::string& source,
                        const std::string& style) {
  out += "<img src=\"" + source + "\" alt=\"" + escaped(picture.alternative) + "\" width=\"" +
         std::to_string(picture.file->width) + "\" height=\"" + std::to_string(picture.file->height) + "\"" + style +
         ">";
}

}  // namespace

std::string embedded_source(const DocumentPicture& file) {
  std::string source = "data:" + file.media_type + ";base64,";
  if (file.content) append_base64(source, *file.content);
  return source;
}

std::string file_beside(PrintFiles& files, const ReportPart& part, const ShownPicture& picture) {
  const DocumentPicture& file = *picture.file;
  const PictureSize size = files.sizes.of(file);
  const bool smaller = size != PrintedSizes::whole(file);
  if (file.media_type == media_type_of(PictureKind::svg)) {
    std::string name = "drawing-" + file.sha256 + ".png";
    files.drawings.try_emplace(
        name, SvgDrawing{file.content ? *file.content : "", place_of(part, picture), smaller ? size : PictureSize{}});
    return name;
  }
  if (!smaller || !file.content) return "";
  const bool jpeg = file.media_type == media_type_of(PictureKind::jpeg);
  std::string name = "picture-" + file.sha256 + (jpeg ? ".jpg" : ".png");
  files.large.try_emplace(name, LargePicture{file.content, size});
  return name;
}

void write_image(std::string& out, const ShownPicture& picture, const std::string& source) {
  write_styled_image(out, picture, source, "");
}

void write_smaller_image(std::string& out, const ShownPicture& picture, const std::string& source, PictureSize size) {
  const PictureSize whole = PrintedSizes::whole(*picture.file);
  const bool smaller = size != whole;
  const std::string style = " style=\"image-resolution: " + part_of_size(size, whole) + "dppx\"";
  write_styled_image(out, picture, source, smaller ? style : "");
}

}  // namespace documents
