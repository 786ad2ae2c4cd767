// A picture in HTML: within the page itself, so that one file holds all of the report.
#pragma once

#include <cstdint>
#include <string>

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
// <img> with its size and its alternative text.
void write_image(std::string& out, const ShownPicture& picture, const std::string& source);

}  // namespace documents
