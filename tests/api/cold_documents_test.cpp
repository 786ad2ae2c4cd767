// How often the database is asked for a document: an unchanged one costs no SQL, a changed one is looked at once.
#include <doctest/doctest.h>

#include "support/api_app.hpp"
#include "support/converting.hpp"
#include "support/statements.hpp"

using namespace support;

namespace {

using Statements = std::vector<std::string>;

const std::string kRow = "SELECT id, format, format_version, country";
const std::string kVersions = "SELECT title, forum_date, time_zone, imprint FROM report_versions";
const std::string kSections = "SELECT report, id, position, state";
const std::string kSectionsThen = "SELECT s.report, s.id, s.position, v.state";

struct Counting {
  StatementsRead statements;
  TemporaryFolder programs;
  TestApp app{with_converters(programs)};
  ReportFixture f{app};

  void change(const std::string& text) {
    app.advance(1000);
    REQUIRE(f.save(text).status < 300);
  }
  Statements asked_for(const std::string& path) {
    statements.take();
    REQUIRE(f.coordinator.get(f.path(path)).status == 200);
    return statements.take();
  }
};

}  // namespace

TEST_CASE("a changed report is opened once for a document, in one look") {
  Counting c;
  for (const std::string file : {"document.md", "document.html", "document.json"}) {
    CAPTURE(file);
    c.change("The text of " + file);
    const auto asked = c.asked_for("/" + file);
    CHECK(count_beginning(asked, "BEGIN") == 1);
    CHECK(count_beginning(asked, kRow) == 1);
    CHECK(count_beginning(asked, kSections) == 1);
    CHECK(count_beginning(asked, kVersions) == 0);
    CHECK(count_beginning(asked, kSectionsThen) == 0);
    CHECK(asked.size() <= 12);
  }
}

TEST_CASE("a changed report is opened once for a document that a program makes, before it is begun") {
  Counting c;
  for (const std::string file : {"document.docx", "document.odt", "document.pdf"}) {
    CAPTURE(file);
    c.change("The text of " + file);
    const auto asked = c.asked_for("/" + file);
    CHECK(count_beginning(asked, "BEGIN") == 2);
    CHECK(count_beginning(asked, kRow) == 1);
    CHECK(count_beginning(asked, kSections) == 1);
    CHECK(count_beginning(asked, kVersions) == 0);
    CHECK(count_beginning(asked, kSectionsThen) == 0);
    CHECK(asked.size() <= 14);
  }
}

TEST_CASE("an unchanged document asks the database nothing") {
  Counting c;
  c.change("The text.");
  for (const std::string file : {"md", "html", "json", "docx", "odt", "pdf"}) {
    CAPTURE(file);
    c.asked_for("/document." + file);
    CHECK(c.asked_for("/document." + file).empty());
    CHECK(c.asked_for("/document." + file + "?select=approved").size() <= 11);
    CHECK(c.asked_for("/document." + file + "?select=approved").empty());
  }
}

TEST_CASE("of a report that is known another document reads the texts alone") {
  Counting c;
  c.change("The text.");
  c.asked_for("/document.md");
  for (const std::string path : {"/document.html", "/document.docx", "/document.json?language=ru"}) {
    CAPTURE(path);
    const auto asked = c.asked_for(path);
    CHECK(count_beginning(asked, "BEGIN") == 1);
    CHECK(count_beginning(asked, kRow) == 0);
    CHECK(count_beginning(asked, kSections) == 0);
  }
}

TEST_CASE("a document as of an earlier time reads of then what it shows, and of today nothing that is known") {
  Counting c;
  c.change("The first text.");
  c.app.advance(1000);
  c.change("The second text.");
  c.asked_for("/document.md");
  const auto asked = c.asked_for("/document.md?as_of=" + domain::format_time(kTestNow + 1500));
  CHECK(count_beginning(asked, kRow) == 0);
  CHECK(count_beginning(asked, kVersions) == 1);
  CHECK(count_beginning(asked, kSections) == 0);
  CHECK(count_beginning(asked, kSectionsThen) == 1);
}

TEST_CASE("a comparison of an edition with the report of today opens the report once") {
  Counting c;
  c.change("The first text.");
  REQUIRE(freeze_edition(c.f.coordinator, c.f.path(), {{"name", "First"}, {"kind", "draft"}}).status == 200);
  c.change("The second text.");
  for (const std::string path : {"/editions/1/compare", "/editions/1/compare.html"}) {
    CAPTURE(path);
    const bool first = path.ends_with("compare");
    const auto asked = c.asked_for(path);
    CHECK(count_beginning(asked, "BEGIN") == 1);
    CHECK(count_beginning(asked, kRow) == (first ? 1 : 0));
    CHECK(count_beginning(asked, kSections) == (first ? 1 : 0));
    CHECK(asked.size() <= 14);
  }
}
