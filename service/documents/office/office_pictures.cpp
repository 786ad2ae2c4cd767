#include "documents/office/office_pictures.hpp"

#include <algorithm>
#include <utility>

namespace documents {

using pandoc::Json;

namespace {

std::string open_document_frame(const Picture& picture, const std::string& path, int number) {
  return "<draw:frame draw:name=\"Picture " + std::to_string(number) + "\" text:anchor-type=\"as-char\" svg:width=\"" +
         pandoc::millimetres(picture.width) + "\" svg:height=\"" + pandoc::millimetres(picture.height) +
         "\"><draw:image xlink:href=\"" + path +
         "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:desc>" +
         pandoc::xml(picture.alternative) + "</svg:desc></draw:frame>";
}

}  // namespace

Json OfficePictures::figure(const Picture& picture, Json caption) {
  Json out = Json::array();
  if (!caption.empty()) {
    out.push_back(pandoc::block_of({.id = {}, .style = "Caption", .language = {}},
                                   Json::array({pandoc::paragraph(std::move(caption))})));
  }
  // Pandoc 2 takes a picture that is alone in its paragraph for a figure only where its title says so: ours has none.
  out.push_back(pandoc::paragraph(Json::array({in_line(picture)})));
  return out;
}

Json OfficePictures::in_line(const Picture& picture) {
  const File& file = file_of(picture);
  ++shown_;
  if (format_ == OfficeFormat::docx) {
    return pandoc::image(file.name, picture.alternative, picture.width, picture.height);
  }
  return pandoc::raw_inline("opendocument", open_document_frame(picture, file.in_odt, shown_));
}

Json OfficePictures::for_the_archive() const {
  Json list = Json::array();
  if (format_ == OfficeFormat::docx) return pandoc::element("MetaList", std::move(list));
  for (const auto& file : files_) {
    list.push_back(pandoc::element("MetaInlines", Json::array({pandoc::image(file.name, "", 10, 10)})));
  }
  return pandoc::element("MetaList", std::move(list));
}

PandocTree OfficePictures::beside(std::string json) const {
  PandocTree tree{std::move(json), {}, {}, {}};
  for (const auto& file : files_) {
    if (file.kind == PictureKind::svg) {
      tree.drawings[file.name] = {file.bytes, file.place};
    } else {
      tree.pictures[file.name] = file.bytes;
    }
  }
  return tree;
}

const OfficePictures::File& OfficePictures::file_of(const Picture& picture) {
  const auto known = std::ranges::find_if(
      files_, [&](const File& file) { return file.kind == picture.kind && file.bytes == picture.bytes; });
  if (known != files_.end()) return *known;
  const std::string extension = picture.kind == PictureKind::jpeg ? ".jpg" : ".png";
  const std::size_t count = files_.size();
  files_.push_back({picture.kind, picture.bytes, picture.place, "picture-" + std::to_string(count + 1) + extension,
                    "Pictures/" + std::to_string(count) + extension});
  return files_.back();
}

}  // namespace documents
