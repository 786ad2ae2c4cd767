// A picture in HTML: within the page itself, so that one file holds all of the report; or drawn beside a page that is
// only printed.
#pragma once

#include <cstdint>
#include <string>

#include "documents/picture/drawing.hpp"
#include "documents/picture/smaller_picture.hpp"
#include "documents/report/printed_sizes.hpp"
#include "documents/report/report.hpp"

namespace documents {

// What pictures that are placed again and again may add to a page, in bytes: those of one text, when it is saved; those
// of a whole document, of which some of the texts may have been saved before there was a limit.
constexpr std::uint64_t kMostRepeatedInText = 8 * 1024 * 1024;
constexpr std::uint64_t kMostRepeatedInDocument = 32 * 1024 * 1024;

// In the page; of so many bytes of a file.
constexpr std::uint64_t image_size(std::uint64_t bytes) { return 4 * ((bytes + 2) / 3) + 64; }
inline std::uint64_t image_size(const ShownPicture& picture) {
  return image_size(picture.file->content ? picture.file->content->size() : 0);
}

// Its bytes as an address.
std::string embedded_source(const DocumentPicture& file);
// What lies beside a page that is printed.
struct PrintFiles {
  explicit PrintFiles(const Document& document) : sizes(document) {}

  PrintedSizes sizes;
  Drawings drawings;
  LargePictures large;
};
// The name of the file that is drawn from an SVG, or of the smaller copy of what has more pixels than are printed,
// whatever else shows it. Empty: neither is needed.
std::string file_beside(PrintFiles& files, const ReportPart& part, const ShownPicture& picture);

// <img> with its size and its alternative text.
void write_image(std::string& out, const ShownPicture& picture, const std::string& source);
// The same, of a file with fewer pixels than the picture: shown as large as if it had all.
void write_smaller_image(std::string& out, const ShownPicture& picture, const std::string& source, PictureSize size);

}  // namespace documents
