#include "documents/pdf/print_files.hpp"

#include <algorithm>
#include <utility>

#include "documents/picture/picture.hpp"

namespace documents {
namespace {

// Typst unpacks a picture to lay it out, and keeps it until it ends. One that a drawing shows it only passes on.
std::string drawing_around(const std::string& picture, PictureSize size) {
  const std::string sides =
      "width=\"" + std::to_string(size.width) + "\" height=\"" + std::to_string(size.height) + "\"";
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + sides + "><image href=\"" + picture + "\" " + sides +
         " preserveAspectRatio=\"none\"/></svg>";
}

}  // namespace

std::string PrintFiles::name_of(const DocumentPicture& file, domain::Message place) {
  std::string picture = add_picture(file, std::move(place));
  std::string name = picture + ".svg";
  files.try_emplace(name, drawing_around(picture, sizes_.of(file)));
  return name;
}

std::string PrintFiles::add_picture(const DocumentPicture& file, domain::Message place) {
  const PictureSize size = sizes_.of(file);
  const bool smaller = size != PrintedSizes::whole(file);
  if (file.media_type == media_type_of(PictureKind::svg)) {
    std::string name = "drawing-" + file.sha256 + ".png";
    drawings.try_emplace(
        name, SvgDrawing{file.content ? *file.content : "", std::move(place), smaller ? size : PictureSize{}});
    return name;
  }
  const bool jpeg = file.media_type == media_type_of(PictureKind::jpeg);
  std::string name = "picture-" + file.sha256 + (jpeg ? ".jpg" : ".png");
  if (smaller && file.content) {
    large.try_emplace(name, LargePicture{file.content, size});
  } else {
    files.try_emplace(name, file.content ? *file.content : "");
  }
  return name;
}

std::string PrintFiles::add_chart(int number, std::string svg) {
  std::string name = "chart-" + std::to_string(number) + ".svg";
  files[name] = std::move(svg);
  return name;
}

PaperSize paper_size(const DocumentPicture& picture, double room) {
  constexpr double kPixel = 25.4 / 96;  // as browsers show it
  const auto width = static_cast<double>(std::max<std::int64_t>(picture.width, 1));
  const auto height = static_cast<double>(std::max<std::int64_t>(picture.height, 1));
  const double shown = std::min(width * kPixel, room);
  return {shown, shown * height / width};
}

}  // namespace documents
