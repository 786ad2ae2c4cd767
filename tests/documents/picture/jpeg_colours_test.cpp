// JPEG pictures in other colours than sRGB: what documents show of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

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

TEST_CASE("inks for a press become the colours that they print") {
  for (const bool progressive : {false, true}) {
    for (const bool with_brightness : {false, true}) {
      const JpegWay way{progressive, with_brightness};
      CAPTURE(progressive);
      CAPTURE(with_brightness);
      // As Adobe's programs write them: 255 is no ink.
      check_near(converted(jpeg_of({255, 255, 255, 255}, way), "CMYK"), {255, 255, 255});
      check_near(converted(jpeg_of({0, 255, 255, 255}, way), "CMYK"), {0, 255, 255});
      check_near(converted(jpeg_of({255, 0, 0, 255}, way), "CMYK"), {255, 0, 0});
      check_near(converted(jpeg_of({255, 255, 255, 0}, way), "CMYK"), {0, 0, 0});
      check_near(converted(jpeg_of({255, 128, 255, 128}, way), "without a colour profile"), {128, 64, 128});
    }
    const JpegWay upright{progressive, false, false};
    check_near(converted(jpeg_of({0, 0, 0, 0}, upright), "CMYK"), {255, 255, 255});
    check_near(converted(jpeg_of({255, 0, 0, 0}, upright), "CMYK"), {0, 255, 255});
  }
}

TEST_CASE("inks with the profile of a press become what that press prints") {
  const std::string press = press_profile();
  for (const bool by_adobe : {true, false}) {
    CAPTURE(by_adobe);
    const auto printed = [&](std::vector<unsigned char> inks) {
      if (by_adobe)
        std::ranges::transform(inks, inks.begin(), [](unsigned ink) { return static_cast<unsigned char>(255 - ink); });
      return converted(with_profile(jpeg_of(inks, {false, false, by_adobe}), press), "as its colour profile says");
    };
    check_near(printed({0, 0, 0, 0}), {255, 255, 255});
    check_near(printed({255, 0, 0, 0}), {0, 120, 180});
    check_near(printed({0, 255, 0, 0}), {200, 0, 110});
    check_near(printed({0, 0, 255, 0}), {255, 230, 0});
    check_near(printed({0, 0, 0, 255}), {0, 0, 0});
  }
}

TEST_CASE("a photo with a profile of wider colours is converted, also one of grey") {
  check_near(converted(with_profile(jpeg_of({200, 100, 50}), wide_profile()), "converted"), {228, 99, 43}, 6);
  check_near(converted(with_profile(jpeg_of({200, 100, 50}, {true}), wide_profile()), "converted"), {228, 99, 43}, 6);
  check_near(converted(with_profile(jpeg_of({200, 100, 50}, {false, false}), wide_profile()), "converted"),
             {228, 99, 43}, 6);
  const std::string grey = with_profile(jpeg_of({64}), grey_profile(1));
  check_near(converted(grey, "converted"), {137, 137, 137});
  CHECK(documents::clean_picture(grey).bytes.size() < jpeg_of({64}).size() + 20);  // it stays grey
}

TEST_CASE("a photo of a camera that is set to Adobe RGB is converted, though it has no profile") {
  const auto entry = [](int tag, int type, const std::string& value) {
    return std::string{
               static_cast<char>(tag & 255), static_cast<char>(tag >> 8), static_cast<char>(type), 0, 4, 0, 0, 0} +
           value;
  };
  const auto taken_as = [&](const std::string& kind) {
    const std::string next(4, '\0');
    const std::string one("\1\0", 2);
    const std::string data = std::string("Exif\0\0II*\0\x08\0\0\0", 14) + one +
                             entry(34665, 4, std::string("\x1A\0\0\0", 4)) + next + one +
                             entry(40965, 4, std::string("\x2C\0\0\0", 4)) + next + one + entry(1, 2, kind) + next;
    const std::string plain = jpeg_of({200, 100, 50});
    return plain.substr(0, 2) + jpeg_with(0xE1, data).substr(2, data.size() + 4) + plain.substr(2);
  };
  check_near(converted(taken_as(std::string("R03\0", 4)), "from Adobe RGB"), {228, 99, 43}, 6);
  check_near(converted(with_profile(taken_as(std::string("R03\0", 4)), srgb_profile()), "profile"), {200, 100, 50});
  CHECK(documents::clean_picture(taken_as(std::string("R98\0", 4))).bytes == jpeg_of({200, 100, 50}));
}

TEST_CASE("a photo in sRGB keeps its bytes, whatever its profile is") {
  const std::string plain = jpeg_of({200, 100, 50});
  CHECK(documents::clean_picture(plain).bytes == plain);
  const auto srgb = documents::clean_picture(with_profile(plain, srgb_profile()));
  CHECK(srgb.bytes == plain);
  CHECK(srgb.changes == std::vector<std::string>{"colour profile taken out"});
  for (const std::string& profile : {std::string("no profile"), grey_profile(1), press_profile(),
                                     wide_profile().substr(0, 200), wide_profile() + std::string(5'000'000, '\0')}) {
    const auto kept = documents::clean_picture(with_profile(plain, profile));
    CHECK(kept.bytes == plain);
    CHECK(contains(kept.changes.back(), "profile is damaged or of other colours"));
  }
}

TEST_CASE("a photo is turned upright and converted at once, and keeps how fine and how large it prints") {
  std::string photo = with_profile(jpeg_of({200, 100, 50}, {false, true, true, 32, 16}), wide_profile());
  photo.insert(2, jpeg_with(0xE1, exif(6)).substr(2, exif(6).size() + 4));
  const auto picture = documents::clean_picture(photo);
  CHECK(picture.size.width == 16);
  check_near(seen(picture.bytes), {228, 99, 43}, 6);
  std::string dense = jpeg_of({200, 100, 50});
  const auto density = dense.find("JFIF") + 7;
  dense.replace(density, 5, std::string("\1\1\x2C\1\x2C", 5));  // 300 dots an inch
  CHECK(
      contains(documents::clean_picture(with_profile(dense, wide_profile())).bytes, std::string("\1\1\x2C\1\x2C", 5)));
}

TEST_CASE("inks that are damaged are refused, and so are those in more passes than a program codes") {
  std::string damaged = jpeg_of({0, 255, 255, 255});
  damaged[damaged.find("\xFF\xC4") + 5] = '\x7F';  // a table of codes that cannot be
  CHECK_THROWS_WITH_AS(documents::clean_picture(damaged), "The JPEG is damaged: its pixels cannot be unpacked.",
                       domain::Error);
  const std::string progressive = jpeg_of({0, 255, 255, 255}, {true});
  const auto last = progressive.rfind("\xFF\xDA");
  std::string slow = progressive.substr(0, last);
  const std::string scan = progressive.substr(last, progressive.size() - 2 - last);
  for (int i = 0; i < 150; ++i) slow += scan;
  CHECK_THROWS_WITH_AS(documents::clean_picture(slow + "\xFF\xD9"),
                       "The JPEG is damaged: its pixels cannot be unpacked.", domain::Error);
}

TEST_CASE("the largest picture of inks is converted a row at a time") {
  const std::string press = press_profile();
  for (const bool progressive : {false, true}) {
    const std::string large =
        with_profile(jpeg_of({0, 255, 255, 255}, {progressive, true, true, 10'000, 5'000}), press);
    documents::CleanPicture picture;
    const auto begin = std::chrono::steady_clock::now();
    const long megabytes = peak_megabytes([&] { picture = documents::clean_picture(large); });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    MESSAGE("progressive: ", progressive, ", ", took.count(), " s, ", megabytes, " MB more");
    check_near(seen(picture.bytes), {0, 120, 180}, 6);
    if (!kSanitized) CHECK(megabytes < (progressive ? 480 : 40));  // two bytes a sample; the files and a few rows
  }
}
