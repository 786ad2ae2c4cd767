// Pictures in Word and OpenDocument files, made by the real programs and looked into with unzip.
#include "documents/office/office_pictures.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "documents/process/conversion.hpp"
#include "support/contains.hpp"
#include "support/temporary_folder.hpp"
#include "usecases/frame/converters.hpp"

using documents::OfficeFormat;
using Json = nlohmann::json;
using support::contains;

namespace {

constexpr const char* kSvg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><rect width=\"80\" height=\"40\"/></svg>";

std::string printed_by(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  CHECK_MESSAGE(pclose(pipe) == 0, command);
  return output;
}

// A document of one picture, made by the programs that are installed.
struct Made {
  support::TemporaryFolder folder;
  std::string path;

  explicit Made(OfficeFormat format) : path(folder.file(format == OfficeFormat::docx ? "made.docx" : "made.odt")) {
    usecases::ConverterOptions options;
    options.work_folder = folder.file("work");
    usecases::Converters converters(options);
    const auto programs = converters.programs();
    const std::string& version = programs.at(0).version;
    REQUIRE_MESSAGE((!version.empty() && !programs.at(2).version.empty()), "pandoc or rsvg-convert is not installed");
    std::ofstream(path, std::ios::binary) << converters.run(conversion(format, version));
  }

  static documents::Conversion conversion(OfficeFormat format, const std::string& version) {
    documents::OfficePictures pictures(format);
    Json tree{{"pandoc-api-version", version.starts_with("2.") ? Json{1, 22} : Json{1, 23}}};
    tree["blocks"] = pictures.figure({documents::PictureKind::svg, kSvg, "Five ž permits", 800, 400},
                                     documents::pandoc::words("Caption"));
    tree["meta"]["pictures"] = pictures.for_the_archive();
    const auto input = pictures.beside(tree.dump());
    const std::string extension = format == OfficeFormat::docx ? "docx" : "odt";
    return {documents::Program::pandoc,
            {"--from=json", "--to=" + extension, "--output=report." + extension, "report.json"},
            {{"report.json", input.json}},
            "report." + extension,
            {"LANG=C.UTF-8", "SOURCE_DATE_EPOCH=1760000000"},
            input.drawings};
  }
};

}  // namespace

TEST_CASE("a Word file holds the picture with its alternative text, its caption and its size") {
  const Made made(OfficeFormat::docx);
  const std::string text = printed_by("unzip -p " + made.path + " word/document.xml");
  CHECK(contains(text, "descr=\"Five ž permits\""));
  const std::string size = "<wp:extent cx=\"";
  REQUIRE(contains(text, size));
  const long width = std::stol(text.substr(text.find(size) + size.size()));
  CHECK(width == doctest::Approx(80 * 36'000).epsilon(0.01));  // 36,000 a millimetre, less what pandoc rounds off
  CHECK(contains(text, "Caption</w:t>"));
  CHECK(contains(printed_by("unzip -l " + made.path), "word/media/"));
}

TEST_CASE("an OpenDocument file holds the picture once, with its alternative text, its caption and its size") {
  const Made made(OfficeFormat::odt);
  const std::string text = printed_by("unzip -p " + made.path + " content.xml");
  CHECK(contains(text, "<svg:desc>Five ž permits</svg:desc>"));
  CHECK(contains(text, "svg:width=\"80.0mm\" svg:height=\"40.0mm\""));
  CHECK(contains(text, "xlink:href=\"Pictures/0.png\""));
  CHECK(contains(text, "Caption</text:p>"));
  CHECK(printed_by("unzip -p " + made.path + " Pictures/0.png").substr(1, 3) == "PNG");
  CHECK_FALSE(contains(printed_by("unzip -l " + made.path), "Pictures/1.png"));
}
