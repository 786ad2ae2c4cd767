// SVG pictures that the programs which make documents may not be able to draw: refused when they are sent, and named
// where one was kept before.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "support/contains.hpp"
#include "support/picture_desk.hpp"

using namespace support;

namespace {

// Its drawing program refuses a stubborn picture once there is a file "strict".
struct StrictDesk {
  TemporaryFolder folder;
  PictureDesk desk{config(folder)};

  static Config config(const TemporaryFolder& folder) {
    Config config = with_converters(folder);
    config.documents = folder.file("documents");
    config.rsvg_convert =
        fake_program(folder, "rsvg-convert",
                     "[ -e " + folder.file("strict") + " ] && grep -q stubborn picture.svg && exit 1\n" + kRsvgConvert);
    return config;
  }
  // What was drawn before is forgotten, as after a time or with a new version of the program.
  void be_strict() const {
    std::ofstream(folder.file("strict")) << "x";
    if (!std::filesystem::exists(folder.file("documents"))) return;
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("documents"))) {
      if (entry.is_regular_file()) std::filesystem::remove(entry.path());
    }
  }
};

// Each was taken once, and made every PDF of its report fail, or is one of their kind.
constexpr const char* kHard[] = {
    "<rect width=\"9\" height=\"9\" opacity=\"50%\"/>",
    "<rect width=\"calc(50% + 1px)\" height=\"9\" stroke-width=\"thin\" rx=\"a\"/>",
    "<svg viewBox=\"a b c d\"><rect width=\"50%\" height=\"9\"/></svg>",
    "<path d=\"M0 0A1e300 1e300 0 0 1 9 9\"/>",
    "<path d=\"M0 0A1e7 1e-7 0 1 1 9 9a0 0 0 0 0 1 1\"/>",
    "<path d=\"M0 0Lx\"/><polygon points=\"1 2 3\"/><path d=\"garbage\"/>",
    "<marker id=\"m\"><path d=\"M0 0L9 9\" marker-end=\"url(#m)\"/></marker><path d=\"M0 0L9 9\" "
    "marker-end=\"url(#m)\"/>",
    "<mask id=\"m\"><rect width=\"9\" height=\"9\" mask=\"url(#m)\"/></mask><rect width=\"9\" height=\"9\" "
    "mask=\"url(#m)\"/>",
    "<pattern id=\"p\" width=\"0\" height=\"0\"><rect/></pattern><rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>",
    "<linearGradient id=\"g\"><stop offset=\"x\"/></linearGradient><rect width=\"9\" height=\"9\" fill=\"url(#g)\"/>",
    "<g transform=\"scale(0)\"><rect width=\"9\" height=\"9\"/></g><g transform=\"matrix(1 2 2 4 0 "
    "0)\"><text>a</text></g>",
    "<text x=\"9\" y=\"a\" font-size=\"0\" letter-spacing=\"1e8\">a<tspan dx=\"1 b\">c</tspan></text>",
    "<use href=\"#none\"/><rect fill=\"url(#none)\" width=\"9\" height=\"9\"/><textPath href=\"#none\">x</textPath>",
};

}  // namespace

TEST_CASE("a drawing that cannot be drawn is refused when it is sent, and nothing of it is kept") {
  const StrictDesk strict;
  strict.be_strict();
  const auto refused = strict.desk.send("map.svg", svg("<text>stubborn</text>"));
  CHECK(refused.status == 422);
  CHECK(refused.code() == "invalid_picture");
  CHECK(contains(refused.body, "save it as a PNG"));
  CHECK(strict.desk.f.writer.get(strict.desk.path("map.svg")).status == 404);
  CHECK(strict.desk.send("map.svg", svg("<text>docile</text>")).status == 201);
}

TEST_CASE("a document and an edition that fail for a picture name it and its section") {
  const StrictDesk strict;
  const auto& desk = strict.desk;
  REQUIRE(desk.f.save("![The border](map.svg)").status == 201);
  REQUIRE(desk.send("map.svg", svg("<text>stubborn</text>")).status == 201);
  for (const char* extension : {"pdf", "docx", "odt"}) desk.document(extension);
  strict.be_strict();
  REQUIRE(desk.send("other.png", png(1, 1)).status == 201);
  for (const char* extension : {"pdf", "docx", "odt"}) {
    const auto failed = desk.f.coordinator.get(desk.f.path("/document." + std::string(extension)));
    CHECK(failed.status == 502);
    CHECK(contains(failed.body, "the picture 'map.svg' of the section 'obj-07' cannot be drawn"));
  }
  const auto edition = freeze_edition(desk.f.coordinator, desk.f.path(), {{"name", "x"}, {"kind", "draft"}});
  CHECK(edition.json().value("state", "") == "failed");
  CHECK(contains(edition.body, "'map.svg' of the section 'obj-07'"));
  CHECK(contains(desk.document("html"), "data:image/svg+xml;base64,"));
}

TEST_CASE("whatever is taken as a picture, the report that shows it can be printed") {
  const PictureDesk desk(with_real_programs());
  std::string text;
  int taken = 0;
  for (const char* inside : kHard) {
    CAPTURE(inside);
    const std::string name = "p" + std::to_string(++taken) + ".svg";
    const int status = desk.send(name, svg(inside)).status;
    CHECK((status == 201 || status == 422));
    text += "![x](" + name + ")\n\n";
  }
  REQUIRE(desk.f.save(text).status == 201);
  const std::string pdf = desk.document("pdf");
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(contains(pdf, "/Subtype/Image"));
  CHECK_FALSE(contains(pdf, "/Interpolate true"));  // not allowed in PDF/A
  CHECK(desk.document("docx").starts_with("PK"));
}
