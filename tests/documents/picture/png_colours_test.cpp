// PNG pictures of sixteen bits, or in other colours than sRGB: what documents show of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "converted.hpp"
#include "documents/picture/picture.hpp"
#include "domain/basis/error.hpp"
#include "support/colour_profiles.hpp"
#include "support/coloured_pictures.hpp"
#include "support/contains.hpp"
#include "support/peak_memory.hpp"
#include "support/pictures.hpp"
#include "support/sanitized.hpp"

using namespace support;

namespace {

const std::string kSample = "\xC8\x64\x32";  // 200, 100, 50

// Types of colour.
enum Type { kGrey = 0, kColours = 2, kPalette = 3, kGreyAlpha = 4, kColoursAlpha = 6 };

constexpr std::array<std::uint32_t, 8> kWide{31'270, 32'900, 64'000, 33'000, 21'000, 71'000, 15'000, 6'000};
constexpr std::array<std::uint32_t, 8> kAsSrgb{31'270, 32'900, 64'000, 33'000, 30'000, 60'000, 15'000, 6'000};

std::string srgb_chunk() { return png_chunk("sRGB", std::string(1, '\0')); }

unsigned byte_of(const std::string& bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

}  // namespace

TEST_CASE("a PNG of sixteen bits becomes one of eight, whatever its kind") {
  for (const bool interlaced : {false, true}) {
    CAPTURE(interlaced);
    check_near(converted(png_of(16, kGrey, "\x80\x40", "", interlaced), "16 bits"), {128, 128, 128}, 1);
    const std::string colours("\xFF\0\x80\0\x20\0", 6);
    check_near(converted(png_of(16, kColours, colours, "", interlaced), "16 bits"), {254, 128, 32}, 1);
    const std::string grey_alpha = "\x40\x40\xFF\xFF";
    check_near(converted(png_of(16, kGreyAlpha, grey_alpha, "", interlaced), "16 bits"), {64, 64, 64}, 1);
    const std::string colours_alpha = "\x10\x10\x20\x20\x30\x30\xFF\xFF";
    check_near(converted(png_of(16, kColoursAlpha, colours_alpha, "", interlaced), "16 bits"), {16, 32, 48}, 1);
  }
}

TEST_CASE("what can be seen through in a PNG of sixteen bits stays so") {
  const auto clear = documents::clean_picture(png_of(16, kGrey, "\x80\x40", png_chunk("tRNS", "\x80\x40")));
  CHECK(byte_of(clear.bytes, 24) == 8);
  CHECK(byte_of(clear.bytes, 25) == kGreyAlpha);
  // One colour of sixteen bits is clear, its neighbour, the same in eight bits, is not.
  const std::string near = png_of(16, kColours, std::string("\x80\1\x40\1\x20\1", 6),
                                  png_chunk("tRNS", std::string("\x80\0\x40\0\x20\0", 6)));
  check_near(converted(near, "16 bits"), {128, 64, 32}, 1);
  CHECK(documents::clean_picture(png_of(16, kGrey, "\x80\x40", png_chunk("pHYs", std::string(9, '\1'))))
            .bytes.find("pHYs") != std::string::npos);
}

TEST_CASE("a PNG with a profile is converted where its colours are not those of sRGB") {
  const Colour wanted{228, 99, 43};
  check_near(converted(png_of(8, kColours, kSample, icc_chunk(wide_profile())), "as its colour profile says"), wanted);
  const std::string see_through = png_of(8, kColoursAlpha, kSample + "\x80", icc_chunk(wide_profile()));
  CHECK(byte_of(documents::clean_picture(see_through).bytes, 25) == kColoursAlpha);
  const std::string opaque = png_of(8, kColoursAlpha, kSample + "\xFF", icc_chunk(wide_profile()), true);
  check_near(converted(opaque, "converted"), wanted);
  const std::string deep(std::string("\xC8\xC8\x64\x64\x32\x32", 6));
  check_near(converted(png_of(16, kColours, deep, icc_chunk(wide_profile())), "16 bits a colour made into 8; colours"),
             wanted);
  check_near(converted(png_of(8, kGrey, "\x40", icc_chunk(grey_profile(1))), "converted"), {137, 137, 137});
  check_near(converted(png_of(8, kGreyAlpha, "\x40\xFF", icc_chunk(grey_profile(1))), "converted"), {137, 137, 137});
  // Three pixels of four bits in two bytes.
  const std::string nibbles = png_signature() + png_header(3, 3, 4, kGrey) + icc_chunk(grey_profile(1)) +
                              png_chunk("IDAT", deflated(std::string("\0\x44\x40\0\x44\x40\0\x44\x40", 9))) +
                              png_chunk("IEND", "");
  check_near(converted(nibbles, "converted"), {141, 141, 141});
}

TEST_CASE("the colours of a palette are converted, and its pixels stay") {
  const std::string palette = png_chunk("PLTE", "\xFF\xFF\xFF" + kSample) + png_chunk("tRNS", "\xFF\xFF");
  const std::string drawing = png_of(8, kPalette, "\1", icc_chunk(wide_profile()) + palette);
  check_near(converted(drawing, "converted"), {228, 99, 43});
  const std::string kept = documents::clean_picture(drawing).bytes;
  CHECK(byte_of(kept, 25) == kPalette);
  CHECK(contains(kept, png_of(8, kPalette, "\1").substr(33)));
  CHECK(contains(kept, png_chunk("tRNS", "\xFF\xFF")));
  check_near(converted(png_of(8, kPalette, "\1", gamma_chunk(100'000) + palette), "gamma"), {228, 168, 122}, 4);
}

TEST_CASE("a PNG that says in numbers what its colours are is converted where they are not those of sRGB") {
  check_near(converted(png_of(8, kGrey, "\x40", gamma_chunk(100'000)), "as its gamma and primaries say"),
             {137, 137, 137});
  check_near(converted(png_of(8, kColours, kSample, gamma_chunk(45'455) + primaries_chunk(kWide)), "converted"),
             {228, 99, 43});
  check_near(converted(png_of(8, kColours, kSample, primaries_chunk(kWide)), "converted"), {228, 99, 43});
  // Dark colours of sixteen bits and gamma 1 come out as fine as they are: not in steps of 13.
  const std::string dark("\0\x80", 2);
  check_near(converted(png_of(16, kGrey, dark, gamma_chunk(100'000)), "16 bits"), {6, 6, 6}, 1);
  check_near(converted(png_of(16, kColours, dark + dark + dark, gamma_chunk(100'000)), "16 bits"), {6, 6, 6}, 2);
  check_near(converted(png_of(16, kGreyAlpha, dark + "\xFF\xFF", gamma_chunk(100'000)), "16 bits"), {6, 6, 6}, 1);
}

TEST_CASE("a PNG of eight bits in sRGB keeps its bytes, in whatever words it says so") {
  const std::string plain = png_of(8, kColours, kSample);
  for (const std::string& words :
       {std::string(), gamma_chunk(45'455), srgb_chunk(), gamma_chunk(45'455) + primaries_chunk(kAsSrgb),
        srgb_chunk() + gamma_chunk(45'455) + primaries_chunk(kAsSrgb)}) {
    const std::string png = png_of(8, kColours, kSample, words);
    const auto kept = documents::clean_picture(png);
    CHECK(kept.bytes == png);
    CHECK(kept.changes.empty());
  }
  CHECK(documents::clean_picture(png_of(8, kColours, kSample, icc_chunk(srgb_profile()))).bytes == plain);
}

TEST_CASE("numbers that say otherwise than what goes before them go, and the pixels stay") {
  const std::string plain = png_of(8, kColours, kSample);
  for (const std::string& words :
       {srgb_chunk() + gamma_chunk(100'000), icc_chunk(srgb_profile()) + gamma_chunk(100'000), gamma_chunk(1),
        primaries_chunk({1, 1, 1, 1, 1, 1, 1, 1})}) {
    const auto kept = documents::clean_picture(png_of(8, kColours, kSample, words));
    CHECK(kept.bytes == plain);
    REQUIRE_FALSE(kept.changes.empty());
    CHECK(contains(kept.changes.back(), "gamma and primaries taken out"));
  }
}

TEST_CASE("a profile that is damaged, of other colours or without bounds is told, and the pixels stay") {
  const std::string plain = png_of(8, kColours, kSample);
  std::string without_end;
  without_end.resize(100'000'000);
  for (const std::string& profile :
       {std::string("no profile"), grey_profile(1), press_profile(), wide_profile().substr(0, 300), without_end}) {
    const auto kept = documents::clean_picture(png_of(8, kColours, kSample, icc_chunk(profile)));
    CHECK(kept.bytes == plain);
    CHECK(contains(kept.changes.back(), "profile is damaged or of other colours"));
  }
  CHECK(documents::clean_picture(png_of(8, kColours, kSample, png_chunk("iCCP", "p"))).bytes == plain);
}

TEST_CASE("the largest PNG of sixteen bits is converted a row at a time") {
  std::string row(1, '\0');
  for (int x = 0; x < 10'000; ++x) row += std::string(8, static_cast<char>(x % 100));  // no pixel as the one before
  std::string rows;
  for (int y = 0; y < 5'000; ++y) rows += row;
  std::string large = png_signature() + png_header(10'000, 5'000, 16, kColoursAlpha) + icc_chunk(wide_profile()) +
                      png_chunk("IDAT", deflated(rows, 1)) + png_chunk("IEND", "");
  rows = std::string();
  documents::CleanPicture picture;
  const auto begin = std::chrono::steady_clock::now();
  const long megabytes = peak_megabytes([&] { picture = documents::clean_picture(large); });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  MESSAGE(took.count(), " s, ", megabytes, " MB more");
  CHECK(byte_of(picture.bytes, 24) == 8);
  if (!kSanitized) CHECK(megabytes < 40);  // the files, and a few rows
}

namespace {

std::string points_chunk(int primaries, int transfer, int matrix = 0, int range = 1) {
  return png_chunk("cICP", {static_cast<char>(primaries), static_cast<char>(transfer), static_cast<char>(matrix),
                            static_cast<char>(range)});
}

double light_of_srgb(double code) { return code <= 0.04045 ? code / 12.92 : std::pow((code + 0.055) / 1.055, 2.4); }
double code_of_srgb(double light) {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}
double light_of_video(double code) { return code < 0.0812 ? code / 4.5 : std::pow((code + 0.0993) / 1.0993, 1 / 0.45); }

using Matrix = std::array<std::array<double, 3>, 3>;

// From light in these primaries to that in BT.709's, both by D65 (Display P3 and BT.2087).
constexpr Matrix kSame{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kFromP3{{{1.2249, -0.2247, 0}, {-0.0420, 1.0419, 0}, {-0.0197, -0.0786, 1.0979}}};
constexpr Matrix kFrom2020{{{1.6605, -0.5876, -0.0728}, {-0.1246, 1.1329, -0.0083}, {-0.0182, -0.1006, 1.1187}}};

Colour in_srgb(const Colour& colour, double (*light_of)(double), const Matrix& matrix) {
  Colour out{};
  for (std::size_t i = 0; i < 3; ++i) {
    double light = 0;
    for (std::size_t j = 0; j < 3; ++j) light += matrix[i][j] * light_of(colour[j] / 255.0);
    out[i] = static_cast<int>(std::lround(255 * code_of_srgb(std::clamp(light, 0.0, 1.0))));
  }
  return out;
}

std::string refusal_of(const std::string& png) {
  try {
    documents::clean_picture(png);
    return "none";
  } catch (const domain::Error& error) {
    return error.english();
  }
}

}  // namespace

TEST_CASE("a PNG that says its colours in code points is converted as the standards say") {
  struct Case {
    int primaries, transfer;
    double (*light_of)(double);
    Matrix matrix;
  };
  const std::string change = "as its code points (cICP) say";
  for (const auto& one :
       {Case{12, 13, light_of_srgb, kFromP3}, Case{1, 1, light_of_video, kSame}, Case{9, 14, light_of_video, kFrom2020},
        Case{9, 15, light_of_video, kFrom2020}, Case{9, 13, light_of_srgb, kFrom2020}}) {
    CAPTURE(one.primaries);
    CAPTURE(one.transfer);
    const std::string points = points_chunk(one.primaries, one.transfer);
    for (const Colour& colour :
         {Colour{180, 120, 90}, Colour{100, 140, 120}, Colour{60, 60, 60}, Colour{230, 240, 220}}) {
      const std::string sample{static_cast<char>(colour[0]), static_cast<char>(colour[1]),
                               static_cast<char>(colour[2])};
      const Colour wanted = in_srgb(colour, one.light_of, one.matrix);
      check_near(converted(png_of(8, kColours, sample, points), change), wanted);
      check_near(converted(png_of(8, kColoursAlpha, sample + "\xFF", points, true), change), wanted);
      check_near(converted(png_of(8, kPalette, std::string(1, 0), points + png_chunk("PLTE", sample)), change), wanted);
    }
  }
  const int grey = in_srgb({64, 64, 64}, light_of_video, kSame)[0];
  check_near(converted(png_of(8, kGrey, "\x40", points_chunk(1, 1)), change), {grey, grey, grey});
  check_near(converted(png_of(16, kGrey, "\x40\x40", points_chunk(1, 1)), "16 bits"), {grey, grey, grey});
}

TEST_CASE("code points of sRGB keep a PNG as it is, and go before all else that it says of its colours") {
  const std::string points = points_chunk(1, 13);
  const std::string png = png_of(8, kColours, kSample, points);
  const auto kept = documents::clean_picture(png);
  CHECK(kept.bytes == png);
  CHECK(kept.changes.empty());
  CHECK(documents::clean_picture(png_of(8, kColours, kSample, points + icc_chunk(wide_profile()))).bytes == png);
  CHECK(seen(documents::clean_picture(png_of(8, kColours, kSample, points + gamma_chunk(100'000))).bytes) ==
        Colour{200, 100, 50});
  const Colour wanted = in_srgb({200, 100, 50}, light_of_srgb, kFromP3);
  for (const std::string& other : {srgb_chunk(), gamma_chunk(45'455), icc_chunk(srgb_profile())}) {
    check_near(converted(png_of(8, kColours, kSample, points_chunk(12, 13) + other), "code points"), wanted);
  }
}

TEST_CASE("code points that nobody knows are taken out, and the rest counts") {
  const auto kept = documents::clean_picture(png_of(8, kColours, kSample, points_chunk(2, 2)));
  CHECK(kept.bytes == png_of(8, kColours, kSample));
  REQUIRE(kept.changes.size() == 1);
  CHECK(contains(kept.changes.front(), "code points of colours (cICP) taken out"));
  check_near(converted(png_of(8, kColours, kSample, points_chunk(200, 13) + icc_chunk(wide_profile())), "profile says"),
             {228, 99, 43});
}

TEST_CASE("a PNG of light that cannot be printed, or of a video's colours, is refused in words for who sent it") {
  for (const int transfer : {16, 18}) {
    CHECK(contains(refusal_of(png_of(8, kColours, kSample, points_chunk(9, transfer))), "bright screens (HDR)"));
    CHECK(contains(refusal_of(png_of(16, kColours, "\1\2\3\4\5\6", points_chunk(9, transfer) + srgb_chunk())), "HDR"));
  }
  CHECK(contains(refusal_of(png_of(8, kColours, kSample, points_chunk(1, 1, 1))), "as a video does"));
  CHECK(contains(refusal_of(png_of(8, kColours, kSample, points_chunk(1, 1, 0, 0))), "as a video does"));
  CHECK(contains(refusal_of(png_of(8, kColours, kSample, png_chunk("cICP", "\1"))), "'cICP' in it is wrong"));
  CHECK(contains(refusal_of(png_of(8, kColours, kSample, points_chunk(1, 13) + points_chunk(1, 13))), "wrong place"));
}
