// Pictures that somebody sent: which are taken, and what of them is kept.
#include "documents/picture/picture.hpp"

#include <doctest/doctest.h>

#include "domain/basis/error.hpp"
#include "support/contains.hpp"
#include "support/pictures.hpp"

using namespace support;
using documents::PictureKind;

namespace {

std::string picture_refusal(const std::string& content) {
  try {
    documents::clean_picture(content);
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::invalid);
    return error.english();
  }
  return "taken";
}

bool refused_for(const std::string& content, const std::string& why) {
  const std::string message = picture_refusal(content);
  CAPTURE(message);
  const bool found = message.find(why) != std::string::npos;
  CHECK(found);
  return found;
}

std::string pixels(std::uint32_t width, std::uint32_t height) {
  std::string rows;
  for (std::uint32_t y = 0; y < height; ++y) rows += std::string(width + 1, '\0');
  return rows;
}

}  // namespace

TEST_CASE("a PNG keeps its pixels and loses what it tells about who made it") {
  const std::string kept = png_chunk("gAMA", std::string("\0\0\xB1\x8F", 4)) + png_chunk("pHYs", std::string(9, '\1'));
  const auto plain = documents::clean_picture(png(3, 2, kept));
  CHECK(plain.kind == PictureKind::png);
  CHECK(plain.bytes == png(3, 2, kept));
  CHECK(plain.changes.empty());
  CHECK(plain.size.width == 3);
  CHECK(plain.size.height == 2);
  const auto cleaned = documents::clean_picture(png(3, 2,
                                                    kept + png_chunk("tEXt", std::string("Author\0Aman", 11)) +
                                                        png_chunk("eXIf", "II") + png_chunk("prVt", "x")) +
                                                "behind");
  CHECK(cleaned.bytes == plain.bytes);
  CHECK(cleaned.changes == std::vector<std::string>{"texts about the picture taken out", "Exif data taken out",
                                                    "part 'prVt' taken out", "bytes behind its end taken out"});
}

TEST_CASE("every kind of PNG is unpacked to the right size") {
  const auto made = [](int bits, int colour, const std::string& rows, int interlaced, const std::string& more) {
    return png_signature() + png_header(9, 9, bits, colour, interlaced) + more + png_chunk("IDAT", deflated(rows)) +
           png_chunk("IEND", "");
  };
  const std::string palette = png_chunk("PLTE", std::string(6, 'p')) + png_chunk("tRNS", std::string(2, 't'));
  CHECK(picture_refusal(made(1, 0, std::string(9 * 3, '\0'), 0, "")) == "taken");
  CHECK(picture_refusal(made(16, 6, std::string(9 * 73, '\0'), 0, "")) == "taken");
  CHECK(picture_refusal(made(1, 3, std::string(9 * 3, '\0'), 0, palette)) == "taken");
  // Passes of 2x2, 1x2, 3x1, 2x3, 5x2, 4x5 and 9x4 pixels.
  const std::size_t interlaced = 2 * 3 + 2 * 2 + 1 * 4 + 3 * 3 + 2 * 6 + 5 * 5 + 4 * 10;
  CHECK(picture_refusal(made(8, 0, std::string(interlaced, '\0'), 1, "")) == "taken");
  CHECK(refused_for(made(8, 0, std::string(interlaced - 1, '\0'), 1, ""), "pixels are missing"));
  CHECK(refused_for(made(1, 3, std::string(9 * 3, '\0'), 0, ""), "palette is missing"));
}

TEST_CASE("a PNG that is cut off anywhere is refused") {
  const std::string whole = png(5, 5, png_chunk("tEXt", "x"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(picture_refusal(whole.substr(0, size)) != "taken");
  }
}

TEST_CASE("a PNG with one byte changed is refused") {
  const std::string whole = png(5, 5);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    CAPTURE(at);
    CHECK(picture_refusal(changed) != "taken");
  }
}

TEST_CASE("a PNG is refused where it is animated, too large, or has other pixels than it says") {
  CHECK(refused_for(png(2, 2, png_chunk("acTL", std::string(8, '\0'))), "animated"));
  CHECK(refused_for(png(2, 2, png_chunk("NEWc", "")), "which no PNG has"));
  const auto with = [](const std::string& header, const std::string& rows) {
    return png_signature() + header + png_chunk("IDAT", deflated(rows)) + png_chunk("IEND", "");
  };
  CHECK(refused_for(with(png_header(10'001, 1, 8, 0), pixels(10'001, 1)), "10001 by 1 pixels"));
  CHECK(refused_for(with(png_header(8000, 8000, 8, 0), ""), "8000 by 8000 pixels"));
  CHECK(refused_for(with(png_header(0, 1, 8, 0), ""), "0 by 1"));
  CHECK(refused_for(with(png_header(2, 2, 3, 0), pixels(2, 2)), "no PNG can be"));
  CHECK(refused_for(with(png_header(2, 2, 8, 0), pixels(2, 3)), "more pixels than it says"));
  CHECK(refused_for(with(png_header(2, 2, 8, 0), "\7\1\1\7\1\1"), "cannot be unpacked"));
  CHECK(refused_for(png_signature() + png_header(2, 2, 8, 0) + png_chunk("IDAT", deflated(pixels(2, 2)) + "more") +
                        png_chunk("IEND", ""),
                    "cannot be unpacked"));
  // A few kilobytes that would unpack to megabytes stop at the size that the header names.
  CHECK(refused_for(with(png_header(2, 2, 8, 0), std::string(5'000'000, '\0')), "more pixels than it says"));
}

TEST_CASE("a JPEG loses comments, Exif data and profiles, and keeps its pixels") {
  const auto plain = documents::clean_picture(jpeg());
  CHECK(plain.kind == PictureKind::jpeg);
  CHECK(plain.bytes == jpeg());
  CHECK(plain.size.width == 32);
  CHECK(plain.size.height == 16);
  CHECK(plain.changes.empty());
  for (const auto& [marker, data] : {std::pair<int, std::string>{0xFE, "made by Aman"},
                                     {0xE1, exif(1)},
                                     {0xE1, "http://ns.adobe.com/xap/1.0/"},
                                     {0xE2, std::string("ICC_PROFILE\0", 12)},
                                     {0xED, "Photoshop 3.0"},
                                     {0xEF, ""}}) {
    CAPTURE(marker);
    const auto cleaned = documents::clean_picture(jpeg_with(marker, data));
    CHECK(cleaned.bytes == jpeg());
    CHECK(cleaned.changes.size() == 1);
  }
  CHECK(documents::clean_picture(jpeg() + "a second picture").bytes == jpeg());
}

TEST_CASE("a photo taken with the camera on its side is turned upright") {
  for (const int orientation : {5, 6, 7, 8}) {
    const auto turned = documents::clean_picture(jpeg_with(0xE1, exif(orientation)));
    CAPTURE(orientation);
    CHECK(turned.size.width == 16);
    CHECK(turned.size.height == 32);
    CHECK_FALSE(contains(turned.bytes, "Exif"));
    CHECK(turned.changes.back() == "turned upright, as its Exif data says");
    CHECK(documents::clean_picture(turned.bytes).bytes == turned.bytes);
  }
  CHECK(documents::clean_picture(jpeg_with(0xE1, exif(3))).size.width == 32);
  CHECK(documents::clean_picture(jpeg_with(0xE1, exif(9))).bytes == jpeg());
}

TEST_CASE("a JPEG that is cut off, of a rare kind or damaged is refused") {
  for (std::size_t size = 3; size < jpeg().size(); ++size) {
    CAPTURE(size);
    CHECK(picture_refusal(jpeg().substr(0, size)) != "taken");
  }
  CHECK(refused_for(jpeg_with(0xC9, std::string(15, '\0')), "rare kind"));
  CHECK(refused_for(jpeg_with(0xDC, std::string(2, '\0')), "that no picture needs"));
  CHECK(refused_for(jpeg_with(0xC0, std::string("\x08\0\x10\0\x20\x01\x01\x11\0", 9)), "two frames"));
  CHECK(refused_for(jpeg_with(0xC0, std::string("\x08\x40\0\x40\0\x01\x01\x11\0", 9)), "16384 by 16384"));
  CHECK(refused_for(jpeg_with(0xC0, std::string("\x08\0\0\0\x20\x01\x01\x11\0", 9)), "32 by 0"));
  CHECK(refused_for("\xFF\xD8\xFF\xD9", "no pixels"));
}

TEST_CASE("what is no PNG, JPEG or SVG is refused, whatever it is called") {
  for (const std::string& content : {std::string("GIF89a"), std::string("%PDF-1.7"), std::string("RIFF....WEBP"),
                                     std::string("BM"), std::string(100, '\0'), std::string("text")}) {
    CHECK(refused_for(content, "not a PNG, JPEG or SVG"));
  }
  CHECK(refused_for("", "empty"));
  CHECK(refused_for(std::string(documents::kLargestPicture + 1, 'x'), "at most 10485760"));
  CHECK(picture_refusal("<html><body/></html>") != "taken");
}
