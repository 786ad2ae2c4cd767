// Any bytes as a picture: they are refused, or come out as one that is taken as it stands a second time.
#include <zlib.h>

#include <pugixml.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "documents/picture/picture.hpp"
#include "domain/basis/error.hpp"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "broken: " << what << "\n";
  std::abort();
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

// Right checksums in a PNG, which chance would hardly ever find.
void mend_checksums(std::string& png) {
  for (std::size_t at = 8; at + 12 <= png.size();) {
    const std::size_t size = number_at(png, at);
    if (size > png.size() - at - 12) return;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(png.data() + at + 4), static_cast<uInt>(size + 4));
    for (unsigned i = 0; i < 4; ++i) png[at + 8 + size + i] = static_cast<char>(sum >> (24U - 8U * i) & 255U);
    at += size + 12;
  }
}

// Nothing in it runs, or leads out of the file.
void check_svg(const std::string& bytes) {
  for (const char* word : {"<!", "<?"}) require(bytes.find(word) == std::string::npos, word);
  pugi::xml_document document;
  require(document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full), "an SVG is well formed");
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
      for (const char* name : {"script", "image", "foreignObject", "a", "animate", "set", "iframe"}) {
        require(std::string_view(node.name()) != name, name);
      }
      for (const auto& attribute : node.attributes()) check_attribute(attribute.name(), attribute.value());
      if (std::string_view(node.name()) == "style") check_style(node.child_value());
      return true;
    }
    static void check_attribute(std::string_view name, std::string_view value) {
      require(!name.starts_with("on") && (name.find(':') == std::string_view::npos || name.starts_with("xml:")),
              "attributes only show");
      if (name == "href") require(value.starts_with('#'), "links lead into the file");
      if (name != "href" && name != "xmlns") check_style(std::string(value));
    }
    static void check_style(std::string style) {
      for (char& c : style) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      for (const char* word : {"@", "\\", "javascript"}) require(style.find(word) == std::string::npos, word);
      for (auto at = style.find("url("); at != std::string::npos; at = style.find("url(", at + 1)) {
        const auto target = style.find_first_not_of(" \t\r\n\"'", at + 4);
        require(target != std::string::npos && style[target] == '#', "a style shows parts of the file");
      }
    }
  } walker;
  document.traverse(walker);
}

// It begins with its size, and has no parts but those that show it.
void check_png(const documents::CleanPicture& picture) {
  const std::string& png = picture.bytes;
  require(png.starts_with("\x89PNG\r\n\x1a\n") && png.size() >= 33, "a PNG begins as one");
  require(number_at(png, 16) == picture.size.width && number_at(png, 20) == picture.size.height, "its size is its own");
  for (std::size_t at = 8; at < png.size(); at += number_at(png, at) + 12) {
    const std::string type = png.substr(at + 4, 4);
    bool known = false;
    for (const char* part : {"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "pHYs"}) {
      known = known || type == part;
    }
    require(known, "nothing but the picture is in it");
  }
}

// No part before the first pixels tells of anything but how to show them.
void check_jpeg(const std::string& jpeg) {
  require(jpeg.starts_with("\xFF\xD8") && jpeg.ends_with("\xFF\xD9"), "a JPEG begins and ends as one");
  for (std::size_t at = 2; at + 4 <= jpeg.size() && jpeg[at] == '\xFF' && jpeg[at + 1] != '\xDA';) {
    const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
    const std::size_t size = number_at(jpeg, at) & 0xFFFFU;
    require(marker < 0xE0 || ((marker == 0xE0 || marker == 0xEE) && size <= 16), "nothing but the picture is in it");
    at += 2 + size;
  }
}

void check(const std::string& content) {
  documents::CleanPicture picture;
  try {
    picture = documents::clean_picture(content);
  } catch (const domain::Error& error) {
    require(error.code() == domain::ErrorCode::invalid && !error.message().empty(), "a refusal says why");
    return;
  }
  require(picture.size.width > 0 && picture.size.height > 0, "a picture has a size");
  require(picture.size.width <= documents::kLongestSide && picture.size.height <= documents::kLongestSide,
          "sides are bounded");
  require(std::uint64_t{picture.size.width} * picture.size.height <= documents::kMostPixels, "pixels are bounded");
  const auto again = documents::clean_picture(picture.bytes);
  require(again.bytes == picture.bytes && again.changes.empty(), "a clean picture is left alone");
  require(
      again.kind == picture.kind && again.size.width == picture.size.width && again.size.height == picture.size.height,
      "it stays what it is");
  if (picture.kind == documents::PictureKind::svg) check_svg(picture.bytes);
  if (picture.kind == documents::PictureKind::png) check_png(picture);
  if (picture.kind == documents::PictureKind::jpeg) check_jpeg(picture.bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string content(reinterpret_cast<const char*>(data), size);
  if (content.starts_with("\x89PNG")) mend_checksums(content);
  check(content);
  return 0;
}
