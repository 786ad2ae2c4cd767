// SVG pictures: values that not every program can draw, and parts that show each other.
#include <doctest/doctest.h>

#include <algorithm>

#include "documents/picture/picture.hpp"
#include "documents/picture/svg_graph.hpp"
#include "domain/basis/error.hpp"
#include "support/contains.hpp"
#include "support/pictures.hpp"

using namespace support;

namespace {

documents::CleanPicture taken(const std::string& inside) {
  auto picture = documents::clean_picture(svg(inside));
  const auto again = documents::clean_picture(picture.bytes);
  CHECK(again.bytes == picture.bytes);
  CHECK(again.changes.empty());
  return picture;
}

std::string refusal_of_svg(const std::string& inside) {
  try {
    documents::clean_picture(svg(inside));
  } catch (const domain::Error& error) {
    return error.english();
  }
  return "taken";
}

std::string many_times(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

bool said(const documents::CleanPicture& picture, const std::string& what) {
  return std::ranges::any_of(picture.changes, [&](const std::string& change) { return contains(change, what); });
}

}  // namespace

TEST_CASE("an attribute of a value that it cannot have is taken out, and that is said") {
  for (const std::string attribute : {"width=\"calc(50% + 1px)\"",
                                      "width=\"wide\"",
                                      "width=\"0x10\"",
                                      "x=\"1,2,a\"",
                                      "r=\"-1\"",
                                      "cx=\"1furlong\"",
                                      "opacity=\"half\"",
                                      "opacity=\"1px\"",
                                      "stroke-width=\"-2\"",
                                      "stroke-width=\"1 2\"",
                                      "stroke-dasharray=\"1 a\"",
                                      "font-size=\"nan\"",
                                      "font-size=\"var(--x)\"",
                                      "transform=\"rotate(a)\"",
                                      "transform=\"matrix(1 0 0 1 0)\"",
                                      "transform=\"spin(1)\"",
                                      "transform=\"scale(2\"",
                                      "points=\"1 2 3\"",
                                      "points=\"1 2 b 3\"",
                                      "d=\"L1 1\"",
                                      "d=\"none\"",
                                      "viewBox=\"a b c d\"",
                                      "viewBox=\"0 0 50% 5\"",
                                      "viewBox=\"0 0 -5 5\"",
                                      "viewBox=\"0 0 0 5\"",
                                      "fill=\"light-dark(#000,#fff)\"",
                                      "fill=\"#12345\"",
                                      "fill=\"rgb(1,2)\"",
                                      "fill=\"rgb(calc(1),2,3)\"",

                                      "mask=\"url(#a) url(#b)\"",
                                      "clip-path=\"circle(50%)\"",
                                      "marker-end=\"#a\"",
                                      "orient=\"calc(1deg)\"",
                                      "textLength=\"inf\"",
                                      "offset=\"1em\"",
                                      "letter-spacing=\"1e\""}) {
    CAPTURE(attribute);
    const std::string name = attribute.substr(0, attribute.find('='));
    const auto picture = taken("<path " + attribute + " class=\"x\"/>");
    CHECK(contains(picture.bytes, "<path class=\"x\"/>"));
    CHECK(said(picture, "'" + name + "'"));
    const bool property =
        contains(" opacity stroke-width font-size fill stroke mask clip-path marker-end ", " " + name + " ");
    if (!property) continue;
    const std::string value = attribute.substr(name.size() + 2);
    const auto styled = taken("<g style=\"" + name + ":" + value + "/>");
    CHECK(contains(styled.bytes, "<g/>"));
    CHECK(said(styled, "the style '" + name + "'"));
  }
}

TEST_CASE("what attributes may be stays as it is") {
  for (const std::string attribute : {"width=\"50%\"",
                                      "x=\"1 2,3\"",
                                      "x=\"-.5em\"",
                                      "opacity=\"0.50\"",
                                      "opacity=\".5\"",
                                      "d=\"M10-5.5.5.5l1-1a1 1 0 0110 10Z\"",
                                      "d=\"\"",
                                      "d=\"M0,0 10,10z m5 5\"",
                                      "points=\"1,2 3,4\"",
                                      "points=\"\"",
                                      "transform=\"rotate(45) translate(1,2)scale(2)\"",
                                      "transform=\"rotate(-45 1 2), skewX(.1)\"",
                                      "fill=\"#abcd\"",
                                      "fill=\"rgb(10%, 20%, 30%)\"",
                                      "fill=\"none\"",
                                      "fill=\"url(#g) none\"",
                                      "stroke=\"hsl(120deg 50% 50% / .5)\"",
                                      "stroke=\"currentColor\"",
                                      "mask=\"url('#m')\"",
                                      "clip-path=\"none\"",
                                      "stroke-dasharray=\"1, 2 3\"",
                                      "stroke-dasharray=\"none\"",
                                      "font-size=\"medium\"",
                                      "font-family=\"'Noto Sans', serif\"",
                                      "orient=\"auto-start-reverse\"",
                                      "orient=\"45deg\"",
                                      "viewBox=\"0,0,1e3 5\"",
                                      "style=\"fill:red;stroke:url(#g) none;opacity:.5!important\"",
                                      "preserveAspectRatio=\"xMidYMid meet\""}) {
    CAPTURE(attribute);
    const auto picture = taken("<path " + attribute + "/>");
    CHECK(contains(picture.bytes, "<path " + attribute + "/>"));
    CHECK(picture.changes.empty());
  }
}

TEST_CASE("a share that is written as a percentage is written as a number") {
  const auto picture = taken("<rect opacity=\"50%\" fill-opacity=\"1.5\" style=\"stroke-opacity:25%\"/>");
  CHECK(contains(picture.bytes, "<rect opacity=\"0.5\" fill-opacity=\"1\" style=\"stroke-opacity:0.25\"/>"));
  CHECK(said(picture, "'opacity' written as a number"));
}

TEST_CASE("a number too large to draw with is refused wherever it stands, and named") {
  for (const char* inside :
       {"<path d=\"M0 0A1e300 1e300 0 0 1 9 9\"/>", "<path d=\"M0 0L-1e9 0\"/>", "<rect x=\"1e999\"/>",
        "<polygon points=\"1 2 3 200000000\"/>", "<g transform=\"scale(1e12)\"/>", "<svg viewBox=\"0 0 1e20 1\"/>",
        "<rect style=\"stroke-width:1e300\"/>", "<style>rect{font-size:999999999px}</style>",
        "<rect fill=\"rgb(1e40,0,0)\"/>"}) {
    CAPTURE(inside);
    CHECK(contains(refusal_of_svg(inside), "numbers from -100000000 to 100000000"));
  }
  CHECK(refusal_of_svg("<path d=\"M-100000000 1e8L1.5e-300 0\"/>") == "taken");
}

TEST_CASE("a path is drawn up to its first fault") {
  const auto picture = taken("<path d=\"M0 0L1 1Lx 5L2 2\"/>");
  CHECK(contains(picture.bytes, "d=\"M0 0L1 1"));
  CHECK_FALSE(contains(picture.bytes, "2 2"));
  CHECK(said(picture, "the end of a path"));
}

TEST_CASE("a part that shows itself is refused, by whatever it does so") {
  for (const char* inside :
       {"<marker id=\"m\"><path d=\"M0 0L1 1\" marker-end=\"url(#m)\"/></marker><path d=\"M0 0L1 1\"/>",
        "<mask id=\"m\"><rect mask=\"url(#m)\"/></mask>",
        "<clipPath id=\"m\" clip-path=\"url('#m')\"><rect/></clipPath>",
        "<pattern id=\"m\"><rect fill=\"url(#m)\"/></pattern>",
        "<pattern id=\"m\"><rect stroke=\"url( #m )\"/></pattern>",
        "<pattern id=\"m\"><rect style=\"fill:url(#m)\"/></pattern>", "<pattern id=\"m\" href=\"#m\"/>",
        "<linearGradient id=\"m\" href=\"#n\"/><radialGradient id=\"n\" href=\"#m\"/>",
        "<style>.a{fill:url(#m)}</style><pattern id=\"m\"><rect class=\"b a\"/></pattern>",
        "<style>g > path{marker:url(#m)}</style><marker id=\"m\"><g><path d=\"M0 0L1 1\"/></g></marker>",
        "<g fill=\"url(#m)\"><pattern id=\"m\"><rect/></pattern></g>",
        "<g marker-mid=\"url(#m)\"><marker id=\"m\"><g><line/></g></marker></g>",
        "<pattern id=\"m\"><rect mask=\"url(#n)\"/></pattern><mask id=\"n\"><rect fill=\"url(#m)\"/></mask>",
        "<symbol id=\"m\"><use href=\"#m\"/></symbol>"}) {
    CAPTURE(inside);
    CHECK(contains(refusal_of_svg(inside), "within that part"));
  }
  CHECK(refusal_of_svg("<pattern id=\"m\"><rect fill=\"none\"/></pattern><rect fill=\"url(#m)\"/>") == "taken");
}

TEST_CASE("what is shown is bounded, each part as often as it is shown") {
  std::string markers = "<marker id=\"m0\"><rect/></marker>";
  for (int i = 1; i < 6; ++i) {
    markers += "<marker id=\"m" + std::to_string(i) + "\"><path d=\"M0 0" + many_times("L1 1", 30) +
               "\" marker-mid=\"url(#m" + std::to_string(i - 1) + ")\"/></marker>";
  }
  CHECK(contains(refusal_of_svg(markers), "too many elements or points"));
  const std::size_t points = documents::kMostShown - 10;  // an element counts as five, and there are two
  CHECK(refusal_of_svg("<polyline points=\"" + many_times("1 2 ", points) + "\"/>") == "taken");
  CHECK(contains(refusal_of_svg("<polyline points=\"" + many_times("1 2 ", points + 1) + "\"/>"), "too many"));
  CHECK(contains(refusal_of_svg("<path d=\"M0 0" + many_times("h1", points) + "\"/>"), "too many"));
  CHECK(contains(refusal_of_svg("<text>" + many_times("a", points + 1) + "</text>"), "too many"));
  CHECK(contains(refusal_of_svg(many_times("<g/>", 200'000)), "too many"));
  CHECK(contains(refusal_of_svg("<style>" + many_times("a{fill:red}", 2001) + "</style>"), "more than 2000 rules"));
}

TEST_CASE("of a style sheet the properties that show something are kept") {
  const auto picture = taken(
      "<style type=\"text/css\"><![CDATA[ .st0 { fill : #FFF ; } /* road */ .st1 > g.x { stroke:red !important; foo: "
      "1; "
      "-inkscape-x: 2 } rect:not(.a) { fill: red } ]]></style>");
  CHECK(contains(picture.bytes, "<style>.st0{fill:#FFF}.st1 &gt; g.x{stroke:red!important}</style>"));
  CHECK(said(picture, "the style 'foo'"));
  CHECK(said(picture, "a rule of a style sheet"));
  CHECK(picture.changes.size() == 2);
}

TEST_CASE("of a switch the first branch that can be drawn stays") {
  const std::string label = "<switch><foreignObject><p>Mary</p></foreignObject><text>Mary</text></switch>";
  CHECK(contains(taken(label).bytes, "<g><text>Mary</text></g>"));
  CHECK(said(taken(label), "a 'switch'"));
  const auto hint = taken(
      "<switch><g requiredFeatures=\"http://www.w3.org/TR/SVG11/feature#Extensibility\"/>"
      "<a href=\"https://www.drawio.com\"><text>Text is not SVG - cannot display</text></a></switch>");
  CHECK_FALSE(contains(hint.bytes, "cannot display"));
  CHECK(contains(taken("<switch><text systemLanguage=\"de\">Karte</text><text systemLanguage=\"ru\">Карта</text>"
                       "<text>Map</text></switch>")
                     .bytes,
                 "<g><text>Map</text></g>"));
  CHECK(contains(
      taken("<switch><text systemLanguage=\"de\">Karte</text><text systemLanguage=\"ru\">x</text></switch>").bytes,
      "<g><text>Karte</text></g>"));
  CHECK(contains(
      taken("<switch><g requiredExtensions=\"http://x\"><rect/></g><switch><image/><circle/></switch></switch>").bytes,
      "<g><g><circle/></g></g>"));
}

TEST_CASE("who sends a drawing whose words are only HTML and a picture of it is told that they are missing") {
  const auto label = taken(
      "<switch><foreignObject requiredFeatures=\"http://www.w3.org/TR/SVG11/feature#Extensibility\"><div>Mary</div>"
      "</foreignObject><image width=\"9\" height=\"9\" xlink:href=\"data:image/png;base64,AAAA\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\"/></switch><rect/>");
  CHECK(said(label, "a 'switch' of which nothing can be drawn"));
  CHECK_FALSE(said(label, "but the first"));
}
