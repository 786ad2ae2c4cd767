#include "support/coloured_pictures.hpp"

// clang-format off
#include <cstdio>
#include <jpeglib.h>  // behind what it wants
// clang-format on

#include <png.h>

#include <cstdlib>

#include "support/pictures.hpp"

namespace support {
namespace {

constexpr Colour kNotSeen{-1, -1, -1};

J_COLOR_SPACE space_of(std::size_t samples, bool with_brightness) {
  if (samples == 1) return JCS_GRAYSCALE;
  if (samples == 3) return with_brightness ? JCS_YCbCr : JCS_RGB;
  return with_brightness ? JCS_YCCK : JCS_CMYK;
}

Colour seen_of_jpeg(const std::string& jpeg) {
  jpeg_error_mgr errors{};
  jpeg_decompress_struct in{};
  in.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&in);
  jpeg_mem_src(&in, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size());
  jpeg_read_header(&in, TRUE);
  Colour colour = kNotSeen;
  if (in.num_components != 4) {
    in.out_color_space = JCS_RGB;
    jpeg_start_decompress(&in);
    std::vector<unsigned char> row(std::size_t{in.output_width} * 3);
    auto* to = row.data();
    while (in.output_scanline <= in.output_height / 2) jpeg_read_scanlines(&in, &to, 1);
    const std::size_t middle = in.output_width / 2 * std::size_t{3};
    colour = {row[middle], row[middle + 1], row[middle + 2]};
  }
  jpeg_destroy_decompress(&in);
  return colour;
}

Colour seen_of_png(const std::string& png) {
  png_image in{};
  in.version = PNG_IMAGE_VERSION;
  Colour colour = kNotSeen;
  if (png_image_begin_read_from_memory(&in, png.data(), png.size()) != 0 && (in.format & PNG_FORMAT_FLAG_LINEAR) == 0) {
    in.format = PNG_FORMAT_RGBA;
    std::vector<unsigned char> pixels(PNG_IMAGE_SIZE(in));
    png_image_finish_read(&in, nullptr, pixels.data(), 0, nullptr);
    const std::size_t middle = (in.height / 2 * std::size_t{in.width} + in.width / 2) * 4;
    colour = {pixels[middle], pixels[middle + 1], pixels[middle + 2]};
  }
  png_image_free(&in);
  return colour;
}

std::string big_endian_number(std::uint32_t number) {
  return {static_cast<char>(number >> 24U), static_cast<char>(number >> 16U & 255U),
          static_cast<char>(number >> 8U & 255U), static_cast<char>(number & 255U)};
}

}  // namespace

std::string jpeg_of(const std::vector<unsigned char>& colour, const JpegWay& way) {
  jpeg_error_mgr errors{};
  jpeg_compress_struct out{};
  out.err = jpeg_std_error(&errors);
  jpeg_create_compress(&out);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&out, &bytes, &size);
  out.image_width = way.width;
  out.image_height = way.height;
  out.input_components = static_cast<int>(colour.size());
  out.in_color_space = space_of(colour.size(), false);
  jpeg_set_defaults(&out);
  jpeg_set_colorspace(&out, space_of(colour.size(), way.with_brightness));
  jpeg_set_quality(&out, 97, TRUE);
  if (!way.by_adobe) out.write_Adobe_marker = FALSE;
  if (way.progressive) jpeg_simple_progression(&out);
  jpeg_start_compress(&out, TRUE);
  std::vector<unsigned char> row;
  for (std::uint32_t x = 0; x < way.width; ++x) row.insert(row.end(), colour.begin(), colour.end());
  auto* from = row.data();
  for (std::uint32_t y = 0; y < way.height; ++y) jpeg_write_scanlines(&out, &from, 1);
  jpeg_finish_compress(&out);
  jpeg_destroy_compress(&out);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return jpeg;
}

std::string with_profile(const std::string& jpeg, const std::string& profile) {
  constexpr std::size_t kPiece = 60'000;
  const std::size_t pieces = (profile.size() + kPiece - 1) / kPiece;
  std::string parts;
  for (std::size_t i = pieces; i > 0; --i) {
    const std::string data = std::string("ICC_PROFILE\0", 12) + static_cast<char>(i) + static_cast<char>(pieces) +
                             profile.substr((i - 1) * kPiece, kPiece);
    const std::size_t size = data.size() + 2;
    parts += std::string{'\xFF', '\xE2', static_cast<char>(size >> 8U), static_cast<char>(size & 255U)} + data;
  }
  return jpeg.substr(0, 2) + parts + jpeg.substr(2);
}

std::string png_of(int bits, int colour, const std::string& sample, const std::string& chunks, bool interlaced) {
  const std::string filter(1, '\0');
  const std::string row = filter + sample + sample + sample;
  // An interlaced picture so small has passes of 1, 1, 2, 1 and 1, and 3 pixels.
  const std::string one = filter + sample;
  const std::string passes = one + one + one + sample + one + one + row;
  return png_signature() + png_header(3, 3, bits, colour, interlaced ? 1 : 0) + chunks +
         png_chunk("IDAT", deflated(interlaced ? passes : row + row + row)) + png_chunk("IEND", "");
}

std::string icc_chunk(const std::string& profile) {
  return png_chunk("iCCP", std::string("p\0\0", 3) + deflated(profile));
}

std::string gamma_chunk(std::uint32_t gamma) { return png_chunk("gAMA", big_endian_number(gamma)); }

std::string primaries_chunk(const std::array<std::uint32_t, 8>& primaries) {
  std::string data;
  for (const auto part : primaries) data += big_endian_number(part);
  return png_chunk("cHRM", data);
}

Colour seen(const std::string& picture) {
  return picture.starts_with("\x89PNG") ? seen_of_png(picture) : seen_of_jpeg(picture);
}

}  // namespace support
