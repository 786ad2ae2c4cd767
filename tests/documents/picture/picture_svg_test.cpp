// SVG pictures: what of them is kept, and that nothing that is kept can do harm.
#include <doctest/doctest.h>

#include "documents/picture/picture.hpp"
#include "domain/basis/error.hpp"
#include "support/contains.hpp"
#include "support/pictures.hpp"

using namespace support;

namespace {

std::string cleaned(const std::string& inside) { return documents::clean_picture(svg(inside)).bytes; }

std::string svg_refusal(const std::string& content) {
  try {
    documents::clean_picture(content);
  } catch (const domain::Error& error) {
    CHECK(error.kind() == "invalid_picture");
    return error.english();
  }
  return "taken";
}

}  // namespace

TEST_CASE("a plain drawing is kept as it is") {
  const std::string drawing =
      svg("<title>Карта</title><style>.road{stroke:#444}</style><defs><linearGradient id=\"g\"><stop offset=\"0\"/>"
          "</linearGradient></defs><g transform=\"scale(2)\"><path class=\"road\" d=\"M0 0L9 9\" fill=\"url(#g)\"/>"
          "<text x=\"1\" y=\"2\" font-size=\"4\">Aşgabat &amp; <tspan>Mary</tspan></text><use href=\"#g\"/></g>");
  const auto picture = documents::clean_picture(drawing);
  CHECK(picture.bytes == drawing);
  CHECK(picture.changes.empty());
  CHECK(picture.size.width == 80);
  CHECK(picture.size.height == 40);
}

TEST_CASE("nothing that runs, loads or leads elsewhere stays in a drawing") {
  for (const char* hostile : {"<script>alert(1)</script>",
                              "<g onclick=\"alert(1)\"/>",
                              "<foreignObject><p>x</p></foreignObject>",
                              "<image href=\"https://evil.example/x.png\"/>",
                              "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
                              "<use href=\"https://evil.example/x.svg#a\"/>",
                              "<rect fill=\"url(https://evil.example/x)\"/>",
                              "<rect style=\"fill:URL( 'https://evil.example/x')\"/>",
                              "<style>@import 'https://evil.example/x';</style>",
                              "<style>rect{fill:u\\72l(https://evil.example)}</style>",
                              "<style>a<![CDATA[@import 'x evil.example']]></style>",
                              "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                              "<set attributeName=\"onload\" to=\"evil\"/>",
                              "<a href=\"javascript:alert(1)\"><rect/></a>",
                              "<a xlink:href=\"https://evil.example\"><text>x</text></a>",
                              "<filter id=\"f\"><feImage href=\"https://evil.example\"/></filter>",
                              "<handler>evil</handler>",
                              "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
                              "<iframe src=\"https://evil.example\"/>",
                              "<rect xml:base=\"https://evil.example/\"/>",
                              "<metadata>evil</metadata>"}) {
    CAPTURE(hostile);
    const auto picture = documents::clean_picture(svg(hostile));
    for (const char* word : {"script", "evil", "alert", "onclick", "http://www.w3.org/1999", "import", "data:", "<p>"})
      CHECK_FALSE(contains(picture.bytes, word));
    CHECK_FALSE(picture.changes.empty());
    CHECK(documents::clean_picture(picture.bytes).bytes == picture.bytes);
  }
}

TEST_CASE("style sheets from elsewhere, comments and declarations are dropped") {
  const std::string picture = documents::clean_picture(
                                  "\xEF\xBB\xBF<?xml version=\"1.0\"?><?xml-stylesheet href=\"https://evil.example\"?>"
                                  "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"><!-- evil -->" +
                                  svg("<rect/><!-- evil -->"))
                                  .bytes;
  CHECK(picture == svg("<rect/>").replace(svg("").find("></svg>"), 1, ">"));
  CHECK(contains(svg_refusal("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg("&a;")), "entities"));
}

TEST_CASE("what a link shows stays, and a part of the same file may be shown again") {
  CHECK(contains(cleaned("<a href=\"https://x.example\"><rect/></a>"), "<g><rect/></g>"));
  CHECK(contains(cleaned("<text><a href=\"https://x.example\">Mary</a></text>"), "<text><tspan>Mary</tspan></text>"));
  CHECK(contains(cleaned("<g id=\"a\"/><use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#a\"/>"),
                 "<use href=\"#a\"/>"));
}

TEST_CASE("a drawing that shows itself, or grows without bound, is refused") {
  CHECK(contains(svg_refusal(svg("<g id=\"a\"><use href=\"#a\"/></g>")), "within that part"));
  CHECK(contains(svg_refusal(svg("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>")), "within"));
  std::string laughs = "<g id=\"l0\"><rect/></g>";
  for (int i = 1; i < 10; ++i) {
    laughs += "<g id=\"l" + std::to_string(i) + "\">";
    for (int use = 0; use < 10; ++use) laughs += "<use href=\"#l" + std::to_string(i - 1) + "\"/>";
    laughs += "</g>";
  }
  CHECK(contains(svg_refusal(svg(laughs)), "too many elements"));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<g>";
  for (int i = 0; i < 300; ++i) deep += "</g>";
  CHECK(contains(svg_refusal(svg(deep)), "levels deep"));
}

TEST_CASE("a drawing says how large it is, in whatever unit") {
  const auto size = [](const std::string& attributes) {
    const auto found = documents::clean_picture(svg("", attributes)).size;
    return std::to_string(found.width) + "x" + std::to_string(found.height);
  };
  CHECK(size("width=\"100\" height=\"50\"") == "100x50");
  CHECK(size("width=\"1in\" height=\"12pt\"") == "96x16");
  CHECK(size("viewBox=\"0 0 300 150\"") == "300x150");
  CHECK(size("width=\"100%\" height=\"100%\" viewBox=\"0,0,300,150\"") == "300x150");
  CHECK(size("width=\"600\" viewBox=\"0 0 300 150\"") == "600x300");
  CHECK(size("viewBox=\"0 0 40000 20000\"") == "2000x1000");
  for (const char* attributes :
       {"", "width=\"5\"", "viewBox=\"0 0 0 1\"", "viewBox=\"0 0 nan 1\"", "viewBox=\"0 0 1\"",
        "width=\"-5\" height=\"5\"", "viewBox=\"0 0 100 50 x\"", "width=\"0x10\" height=\"5\""}) {
    CAPTURE(attributes);
    CHECK(contains(svg_refusal(svg("", attributes)), "how large"));
  }
  CHECK(contains(svg_refusal(svg("", "viewBox=\"0 0 1e999 1\"")), "the number 1e999"));
}

TEST_CASE("a drawing that other readers of XML would not take is refused") {
  CHECK(svg_refusal("<svg width=\"5\" height=\"5\"/>") != "taken");
  CHECK(svg_refusal(svg("<rect>").substr(0, 60)) != "taken");
  CHECK(contains(svg_refusal(svg("<text>\xFF\xFE</text>")), "UTF-8"));
  CHECK(contains(svg_refusal(svg("<text>&#1;</text>")), "control"));
  CHECK(cleaned("<rect x=\"1\" x=\"2\"/>").find("x=\"2\"") == std::string::npos);
}
