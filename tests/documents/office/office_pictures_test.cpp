#include "documents/office/office_pictures.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using documents::OfficeFormat;
using documents::OfficePictures;
using documents::Picture;
using documents::PictureKind;
using Json = nlohmann::json;

namespace {

const Picture kPhoto{PictureKind::jpeg, "jpeg bytes", "A <bridge> & a road", 1600, 905};
const Picture kDrawing{PictureKind::svg, "<svg/>", "A line", 800, 400};

}  // namespace

TEST_CASE("a picture for Word carries its alternative text and its size, under its caption") {
  OfficePictures pictures(OfficeFormat::docx);
  const Json blocks = pictures.figure(kPhoto, documents::pandoc::words("Figure 1"));
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0]["c"][0][2] == Json::array({Json::array({"custom-style", "Caption"})}));
  const Json image = blocks[1]["c"][0];
  CHECK(image["t"] == "Image");
  CHECK(image["c"][0][2] == Json::parse(R"([["width", "160.0mm"], ["height", "90.5mm"]])"));
  CHECK(image["c"][1] == Json::array({documents::pandoc::string("A <bridge> & a road")}));
  CHECK(image["c"][2] == Json::parse(R"(["picture-1.jpg", ""])"));
  CHECK(pictures.for_the_archive()["c"].empty());
}

TEST_CASE("a picture for OpenDocument is our own frame, and pandoc is told to pack the file") {
  OfficePictures pictures(OfficeFormat::odt);
  const Json blocks = pictures.figure(kPhoto, Json::array());
  REQUIRE(blocks.size() == 1);
  const std::string frame = blocks[0]["c"][0]["c"][1];
  CHECK(frame.find("xlink:href=\"Pictures/0.jpg\"") != std::string::npos);
  CHECK(frame.find("<svg:desc>A &lt;bridge&gt; &amp; a road</svg:desc>") != std::string::npos);
  CHECK(pictures.for_the_archive()["c"][0]["c"][0]["c"][2][0] == "picture-1.jpg");
}

TEST_CASE("the same picture lies beside the tree once, and an SVG among what is to be drawn") {
  OfficePictures pictures(OfficeFormat::docx);
  for (const auto& picture : {kPhoto, kDrawing, kPhoto}) pictures.figure(picture, Json::array());
  const auto tree = pictures.beside("{}");
  CHECK(tree.json == "{}");
  CHECK(tree.pictures == std::map<std::string, std::string>{{"picture-1.jpg", "jpeg bytes"}});
  CHECK(tree.drawings == documents::Drawings{{"picture-2.png", {"<svg/>", {}}}});
}
