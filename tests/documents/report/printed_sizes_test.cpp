// How many pixels of its pictures a printed document gets.
#include "documents/report/printed_sizes.hpp"

#include <doctest/doctest.h>

#include "documents/sample_document.hpp"

using namespace sample;
using documents::DocumentPicture;
using documents::PictureSize;
using documents::PrintedSizes;

namespace {

DocumentPicture picture(int number, std::int64_t width, std::int64_t height, const std::string& type = "image/png") {
  const std::string ending = type == "image/svg+xml" ? ".svg" : ".png";
  return {"p" + std::to_string(number) + ending,       type, std::to_string(number), 5, width, height,
          std::make_shared<const std::string>("bytes")};
}

documents::Document showing(const std::vector<DocumentPicture>& pictures) {
  std::string text;
  for (const auto& one : pictures) text += "![A map](" + one.name + ")\n\n";
  auto report = of_texts({text});
  report.sections.front().pictures = pictures;
  return report;
}

std::uint64_t pixels_of(const std::vector<DocumentPicture>& pictures) {
  const PrintedSizes sizes(showing(pictures));
  std::uint64_t sum = 0;
  for (const auto& one : pictures) sum += std::uint64_t{sizes.of(one).width} * sizes.of(one).height;
  return sum;
}

std::vector<DocumentPicture> many(int count, std::int64_t width, std::int64_t height) {
  std::vector<DocumentPicture> pictures;
  for (int i = 0; i < count; ++i) pictures.push_back(picture(i, width, height));
  return pictures;
}

}  // namespace

TEST_CASE("a picture is printed with as many pixels as a page can show, and keeps its shape") {
  const PrintedSizes sizes(showing({}));
  CHECK(sizes.of(picture(1, 2'400, 3'400)) == PictureSize{2'400, 3'400});
  CHECK(sizes.of(picture(1, 9'600, 4'800)) == PictureSize{2'400, 1'200});
  CHECK(sizes.of(picture(1, 5'000, 10'000)) == PictureSize{1'700, 3'400});
  CHECK(sizes.of(picture(1, 10'000, 1)) == PictureSize{2'400, 1});
  CHECK(sizes.of(picture(1, 80, 40, "image/svg+xml")) == PictureSize{1'800, 900});
}

TEST_CASE("many pictures together have no more pixels than the program that prints them can hold") {
  CHECK(pixels_of(many(30, 2'000, 3'000)) == 180'000'000);  // none of them smaller
  for (const int count : {12, 60, 500, 20'000}) {
    CAPTURE(count);
    const auto sum = pixels_of(many(count, 7'000, 7'000));
    CHECK(sum <= documents::kMostPrintedPixels);
    CHECK(sum > (count == 12 ? 60'000'000U : documents::kMostPrintedPixels / 2));
  }
  auto mixed = many(200, 5'000, 5'000);
  for (auto& one : many(200, 300, 300))
    mixed.push_back(picture(1'000 + static_cast<int>(mixed.size()), one.width, one.height));
  CHECK(PrintedSizes(showing(mixed)).of(mixed.back()) == PictureSize{300, 300});
  CHECK(pixels_of(std::vector(100, picture(1, 2'400, 3'400))) == 816'000'000);  // one picture, unpacked once
}
