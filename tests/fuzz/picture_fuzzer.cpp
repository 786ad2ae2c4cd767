// Any bytes as a picture: they are refused, or come out as one that is taken as it stands a second time.
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "domain/error.hpp"
#include "render/picture.hpp"

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

void check(const std::string& content) {
  render::CleanPicture picture;
  try {
    picture = render::clean_picture(content);
  } catch (const domain::Error& error) {
    require(error.code() == domain::ErrorCode::invalid && !error.message().empty(), "a refusal says why");
    return;
  }
  require(picture.size.width > 0 && picture.size.height > 0, "a picture has a size");
  require(picture.size.width <= render::kLongestSide && picture.size.height <= render::kLongestSide,
          "sides are bounded");
  const auto again = render::clean_picture(picture.bytes);
  require(again.bytes == picture.bytes && again.changes.empty(), "a clean picture is left alone");
  require(again.kind == picture.kind && again.size.width == picture.size.width, "it stays what it is");
  if (picture.kind != render::PictureKind::svg) return;
  for (const char* word : {"<script", "<image", "<foreignObject", "<a ", "<!", "<?", "xlink:", "@import"}) {
    require(picture.bytes.find(word) == std::string::npos, word);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string content(reinterpret_cast<const char*>(data), size);
  if (content.starts_with("\x89PNG")) mend_checksums(content);
  check(content);
  return 0;
}
