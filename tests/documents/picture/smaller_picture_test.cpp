// Pictures with fewer pixels, for documents that cannot show them all.
#include "documents/picture/smaller_picture.hpp"

#include <doctest/doctest.h>
#include <png.h>

#include <chrono>
#include <vector>

#include "converted.hpp"
#include "support/coloured_pictures.hpp"
#include "support/peak_memory.hpp"
#include "support/pictures.hpp"
#include "support/sanitized.hpp"

using namespace support;
using documents::PictureSize;

namespace {

// Types of colour of a PNG.
enum Png { kGreyPng = 0, kColoursPng = 2, kPalettePng = 3, kGreyAlphaPng = 4, kColoursAlphaPng = 6 };

using Pixel = std::array<int, 4>;  // red, green, blue, alpha

std::string smaller(const std::string& picture, PictureSize size) {
  return documents::smaller_picture(picture, size, [] {});
}

// rows: of the samples of a picture of eight bits.
std::string png_of_rows(PictureSize size, int colour, const std::vector<std::string>& rows) {
  std::string all;
  for (const auto& row : rows) all += std::string(1, '\0') + row;
  return png_signature() + png_header(size.width, size.height, 8, colour) + png_chunk("IDAT", deflated(all)) +
         png_chunk("IEND", "");
}

std::vector<Pixel> pixels_of(const std::string& png, PictureSize size) {
  png_image in{};
  in.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&in, png.data(), png.size()) != 0);
  CHECK(PictureSize{in.width, in.height} == size);
  in.format = PNG_FORMAT_RGBA;
  std::vector<unsigned char> bytes(PNG_IMAGE_SIZE(in));
  png_image_finish_read(&in, nullptr, bytes.data(), 0, nullptr);
  std::vector<Pixel> pixels;
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    pixels.push_back({bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]});
  }
  return pixels;
}

Pixel grey_pixel(int light) { return {light, light, light, 255}; }

struct Cost {
  long megabytes = 0;
  double seconds = 0;
  std::string made;
};
Cost cost_of(const std::string& picture, PictureSize size) {
  Cost cost;
  const auto begin = std::chrono::steady_clock::now();
  cost.megabytes = peak_megabytes([&] { cost.made = smaller(picture, size); });
  cost.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  MESSAGE(cost.seconds, " s, ", cost.megabytes, " MB more, ", cost.made.size(), " bytes");
  return cost;
}

std::string large_png(int colour, std::size_t samples, bool interlaced) {
  std::string row(1, '\0');
  for (std::size_t x = 0; x < 10'000; ++x) row += std::string(samples, static_cast<char>(x / 100 * 2));
  std::string rows;
  // Interlaced rows are as long where all have one colour: what the passes hold is zero then.
  if (interlaced) rows.assign(50'000'000 * samples + 40'000, '\0');
  for (int y = 0; !interlaced && y < 5'000; ++y) rows += row;
  return png_signature() + png_header(10'000, 5'000, 8, colour, interlaced ? 1 : 0) +
         png_chunk("IDAT", deflated(rows, 1)) + png_chunk("IEND", "");
}

}  // namespace

TEST_CASE("a pixel of a smaller picture is the mean of those below it, and of parts of pixels") {
  const auto halves = smaller(png_of_rows({4, 2}, kGreyPng, {"\x10\x20\x64\x64", "\x30\x40\x64\x64"}), {2, 1});
  CHECK(pixels_of(halves, {2, 1}) == std::vector{grey_pixel(0x28), grey_pixel(0x64)});
  const auto parts = smaller(png_of_rows({3, 1}, kGreyPng, {std::string("\0\x5A\xFF", 3)}), {2, 1});
  CHECK(pixels_of(parts, {2, 1}) == std::vector{grey_pixel(30), grey_pixel(200)});
  const auto down = smaller(png_of_rows({1, 3}, kGreyPng, {std::string(1, '\0'), "\x5A", "\xFF"}), {1, 2});
  CHECK(pixels_of(down, {1, 2}) == std::vector{grey_pixel(30), grey_pixel(200)});
}

TEST_CASE("what cannot be seen of a picture lends no colour to what can when it is made smaller") {
  const std::string clear_red("\xFF\0\0\0", 4);
  const std::string blue("\0\0\xFF\xFF", 4);
  const auto edge = smaller(png_of_rows({4, 1}, kColoursAlphaPng, {clear_red + blue + clear_red + clear_red}), {2, 1});
  CHECK(pixels_of(edge, {2, 1}) == std::vector{Pixel{0, 0, 255, 128}, Pixel{0, 0, 0, 0}});
  const auto grey_edge = smaller(png_of_rows({2, 1}, kGreyAlphaPng, {std::string("\xFF\0\x40\xFF", 4)}), {1, 1});
  CHECK(pixels_of(grey_edge, {1, 1}) == std::vector{Pixel{64, 64, 64, 128}});
}

TEST_CASE("pictures of every kind keep the colour of their areas when they are made smaller") {
  const std::string sample = "\xC8\x64\x32";
  const Colour wanted{200, 100, 50};
  const std::string palette = png_chunk("PLTE", "\xFF\xFF\xFF" + sample);
  for (const bool interlaced : {false, true}) {
    CAPTURE(interlaced);
    check_near(seen(smaller(png_of(8, kColoursPng, sample, "", interlaced), {2, 2})), wanted, 0);
    check_near(seen(smaller(png_of(8, kPalettePng, "\1", palette, interlaced), {2, 2})), wanted, 0);
    check_near(seen(smaller(png_of(8, kGreyPng, "\x40", "", interlaced), {2, 1})), {64, 64, 64}, 0);
    check_near(seen(smaller(png_of(16, kGreyPng, "\x40\x40", "", interlaced), {2, 2})), {64, 64, 64}, 0);
    check_near(seen(smaller(png_of(8, kColoursAlphaPng, sample + "\x80", "", interlaced), {1, 1})), wanted, 1);
  }
  CHECK(smaller(png_of(8, kColoursPng, sample, "", true), {2, 2}) == smaller(png_of(8, kColoursPng, sample), {2, 2}));
  for (const bool progressive : {false, true}) {
    JpegWay way;
    way.progressive = progressive;
    way.width = 5'000;
    way.height = 300;
    const std::string made = smaller(jpeg_of({200, 100, 50}, way), {1'700, 102});
    check_near(seen(made), wanted);
    CHECK(documents::clean_picture(made).size == PictureSize{1'700, 102});
    check_near(seen(smaller(jpeg_of({64}, way), {2'400, 144})), {64, 64, 64});
  }
}

TEST_CASE("the same picture made smaller again is the same file") {
  const std::string png = png_of_bytes(500'000);
  CHECK(smaller(png, {1'000, 30}) == smaller(png, {1'000, 30}));
  const std::string jpeg = jpeg_of({200, 100, 50});
  CHECK(smaller(jpeg, {20, 20}) == smaller(jpeg, {20, 20}));
}

TEST_CASE("what cannot be made smaller is told, and who has no more patience ends the work") {
  CHECK(smaller(png(9, 9).substr(0, 50), {2, 2}).empty());
  CHECK(smaller(png(9, 9), {10, 9}).empty());
  CHECK(smaller(jpeg().substr(0, 100), {2, 2}).empty());
  CHECK(smaller(jpeg(), {33, 2}).empty());
  CHECK(smaller(jpeg_of({0, 0, 0, 0}), {2, 2}).empty());  // inks
  CHECK(smaller("<svg/>", {2, 2}).empty());
  int rows = 0;
  const auto impatient = [&] {
    if (++rows > 3) throw std::runtime_error("no more");
  };
  CHECK_THROWS_AS(documents::smaller_picture(png(9, 9), {2, 2}, impatient), std::runtime_error);
  CHECK_THROWS_AS(documents::smaller_picture(jpeg(), {2, 2}, impatient), std::runtime_error);
  CHECK_FALSE(smaller(png(9, 9), {2, 2}).empty());  // others come after it
}

TEST_CASE("the largest pictures are made smaller in a few seconds, with memory for some rows") {
  const auto png = cost_of(large_png(kColoursAlphaPng, 4, false), {2'400, 1'200});
  CHECK_FALSE(png.made.empty());
  JpegWay way;
  way.width = 10'000;
  way.height = 5'000;
  const auto jpeg = cost_of(jpeg_of({200, 100, 50}, way), {2'400, 1'200});
  check_near(seen(jpeg.made), {200, 100, 50});
  const auto interlaced = cost_of(large_png(kColoursPng, 3, true), {2'400, 1'200});
  CHECK_FALSE(interlaced.made.empty());
  if (kSanitized) return;
  CHECK(png.megabytes < 20);
  CHECK(jpeg.megabytes < 20);
  CHECK(interlaced.megabytes < 200);  // all its pixels, of one picture at a time
  CHECK(png.seconds + jpeg.seconds + interlaced.seconds < 60);
}
