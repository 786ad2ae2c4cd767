// The report made by the real pandoc and typst, and looked into with unzip and poppler.
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "documents/process/process.hpp"
#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/converting.hpp"
#include "support/unzipped.hpp"

using namespace support;

namespace {

constexpr const char* kOfficeText =
    "## Figures\n\n"
    "Figures *of the year*, with a note.[^1]\n\n"
    "| Area | 2022 | 2025 |\n| --- | --: | --: |\n| Permits | 58 | 91 |\n\n"
    "1. first\n2. second\n\n"
    "[^1]: Rounded <b>figures</b> & more.\n";

// What a shell command prints.
std::string printed_by(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  CHECK_MESSAGE(pclose(pipe) == 0, command);
  return output;
}

// A report with an English and a Turkmen text, and its files.
struct OfficeFiles {
  TemporaryFolder folder;
  TestApp app{with_real_programs()};
  ReportFixture f{app};

  OfficeFiles() {
    REQUIRE(f.save(kOfficeText).status == 201);
    REQUIRE(f.save("Türkmen teksti: ň ž ş ç ý ä ö ü.\n", "obj-07", "tk").status == 201);
  }

  Answer get(const std::string& name, const std::string& language = "en") const {
    return app.with_token(f.coordinator.token()).get(f.path("/" + name + "?language=" + language));
  }
  // The path of the file that the service made.
  std::string file(const std::string& name, const std::string& language = "en") const {
    const auto answer = get(name, language);
    REQUIRE_MESSAGE(answer.status == 200, answer.body.substr(0, 500));
    std::ofstream(folder.file(name), std::ios::binary) << answer.body;
    return folder.file(name);
  }
};

}  // namespace

TEST_CASE("a DOCX has real headings, tables, footnotes, languages and a field of contents") {
  const OfficeFiles files;
  const std::string path = files.file("document.docx");
  CHECK(contains(printed_by("unzip -tq " + path), "No errors"));
  const std::string text = printed_by("unzip -p " + path + " word/document.xml");
  for (const char* part : {"<w:pStyle w:val=\"Heading1\"", "<w:footnoteReference", "<w:tbl>", "<w:tblHeader", "TOC \\",
                           "<w:numPr>", "Permits"}) {
    CAPTURE(part);
    CHECK(contains(text, part));
  }
  CHECK(contains(printed_by("unzip -p " + path + " word/footnotes.xml"), "&lt;b&gt;") == false);  // tags are not shown
  CHECK(contains(printed_by("unzip -p " + path + " word/footnotes.xml"), "figures"));
  const std::string properties = printed_by("unzip -p " + path + " docProps/core.xml");
  CHECK(contains(properties, "<dc:title>"));
  CHECK(contains(properties, "<dc:language>en"));
  CHECK(contains(properties, "2026-01-15T09:00:00Z"));
}

TEST_CASE("an ODT has real headings, tables and footnotes") {
  const OfficeFiles files;
  const std::string path = files.file("document.odt", "tk");
  CHECK(contains(printed_by("unzip -tq " + path), "No errors"));
  const std::string text = printed_by("unzip -p " + path + " content.xml");
  for (const char* part : {"<text:h ", "<text:table-of-content", "ň ž ş ç ý ä ö ü"}) {
    CAPTURE(part);
    CHECK(contains(text, part));
  }
  const std::string english = printed_by("unzip -p " + files.file("document.odt") + " content.xml");
  CHECK(contains(english, "<text:note "));
  CHECK(contains(english, "<table:table"));
}

TEST_CASE("a PDF has A4 pages, bookmarks, a title and all its letters") {
  const OfficeFiles files;
  const std::string path = files.file("document.pdf", "tk");
  const std::string facts = printed_by("pdfinfo " + path);
  CHECK(contains(facts, "A4"));
  CHECK(contains(facts, " Milli hasabat\n"));
  const std::string text = printed_by("pdftotext -layout " + path + " -");
  CHECK(contains(text, "ň ž ş ç ý ä ö ü"));
  CHECK(contains(text, "TÜRKMENISTAN"));
  CHECK(contains(printed_by("pdftohtml -xml -i -stdout " + path), "<outline>"));
  const std::string fonts = printed_by("pdffonts " + path);
  CHECK(contains(fonts, " yes yes "));
  CHECK_FALSE(contains(fonts, " no  "));  // all fonts are in the file
}

TEST_CASE("the same report gives the same files, to the byte, when they are made again") {
  OfficeFiles files;
  for (const char* name : {"document.docx", "document.odt", "document.pdf"}) {
    CAPTURE(name);
    const std::string first = files.get(name).body;
    std::filesystem::remove_all(files.app.database() + ".documents");
    files.app.restart();
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));  // archives know the time to two seconds
    CHECK(files.get(name).body == first);
  }
}

TEST_CASE("the contents of an exported DOCX have pages, and those of one that is fetched have none") {
  const TemporaryFolder folder;
  Config config = with_real_programs();
  config.soffice = support::fake_program(folder, "soffice", support::kSoffice);
  TestApp app{config};
  const ReportFixture f{app};
  REQUIRE(f.save(kOfficeText).status == 201);
  const auto has_page = [](const std::string& docx) {
    return support::unzipped(docx).at("word/document.xml").find(">57</w:t>") != std::string::npos;
  };
  const auto asked = f.coordinator.post(f.path("/exports"), Json{{"formats", {"docx"}}, {"languages", {"en"}}});
  REQUIRE(asked.status == 202);
  const std::string address = asked.header("Location");
  CHECK(support::end_of_export(f.coordinator, address)["state"] == "done");
  const auto files = support::unzipped(f.coordinator.get(address + "/export.zip").body);
  CHECK(has_page(files.at("tkm-2026.en.docx")));
  CHECK_FALSE(has_page(f.coordinator.get(f.path("/document.docx?language=en")).body));
}
