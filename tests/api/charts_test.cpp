// A chart in the files that the real programs make.
#include <doctest/doctest.h>

#include <fstream>

#include "documents/process/process.hpp"
#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/converting.hpp"

using namespace support;

namespace {

constexpr const char* kChartText =
    "**Table.** Permits of the year (chart: bar)\n\n"
    "| Area | 2022 | 2025 |\n| --- | --: | --: |\n| Permits | 58 | 91 |\n| Orders | 1,204 | n/a |\n";

struct Files {
  TemporaryFolder folder;
  TestApp app{with_real_programs()};
  ReportFixture f{app};

  Files() { REQUIRE(f.save(kChartText).status == 201); }

  std::string get(const std::string& name) const {
    const auto answer = app.with_token(f.coordinator.token()).get(f.path("/" + name + "?language=en&select=latest"));
    REQUIRE_MESSAGE(answer.status == 200, answer.body.substr(0, 500));
    return answer.body;
  }
  // What a command prints about the file, whose path comes behind it.
  std::string printed(const std::string& command, const std::string& name, const std::string& rest) const {
    const std::string path = folder.file(name);
    std::ofstream(path, std::ios::binary) << get(name);
    FILE* pipe = popen((command + " " + path + " " + rest).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    char buffer[4096];
    for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
    CHECK(pclose(pipe) == 0);
    return output;
  }
};

}  // namespace

TEST_CASE("a chart is saved without complaint, and stands in every document") {
  const Files files;
  CHECK(contains(files.get("document.html"), "<svg xmlns="));
  CHECK(contains(files.get("document.md"), "Permits of the year\n\n|"));
  CHECK(contains(files.get("document.json"), "(chart: bar)"));
  const auto pdf = files.printed("pdftotext -layout", "document.pdf", "-");
  CHECK(contains(pdf, "1,204"));
  CHECK(contains(pdf, "Figures behind the charts"));
}

TEST_CASE("a Word file has the chart as a picture with alternative text, and leads to its numbers and back") {
  const Files files;
  const auto text = files.printed("unzip -p", "document.docx", "word/document.xml");
  CHECK(contains(text, "descr=\"Table. Permits of the year. Bar chart; series: 2; categories: 2. Numbers: Annex"));
  for (const char* name : {"figure-1", "figure-1-numbers"}) {
    CAPTURE(name);
    CHECK(contains(text, std::string("w:name=\"") + name + "\""));
    CHECK(contains(text, std::string("w:anchor=\"") + name + "\""));
  }
  CHECK(stands_before(text, "<w:drawing>", "1,204"));
}

TEST_CASE("an OpenDocument file has the chart as a picture with alternative text, and leads to its numbers and back") {
  const Files files;
  const auto text = files.printed("unzip -p", "document.odt", "content.xml");
  CHECK(contains(text, "<svg:desc>Table. Permits of the year. Bar chart; series: 2; categories: 2. Numbers: Annex"));
  for (const char* name : {"figure-1", "figure-1-numbers"}) {
    CAPTURE(name);
    CHECK(contains(text, std::string("text:name=\"") + name + "\""));
    CHECK(contains(text, std::string("xlink:href=\"#") + name + "\""));
  }
}
