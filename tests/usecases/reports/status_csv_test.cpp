#include <doctest/doctest.h>

#include "usecases/reports/status_csv.hpp"

namespace {

// A status with one section of that title.
usecases::ReportStatus status_titled(const std::string& title) {
  static const domain::OutlineNode node;
  usecases::ReportStatus status;
  status.report.row.source_language = "en";
  status.report.row.languages = {"en", "ru"};
  usecases::SectionStatus section;
  section.node = &node;
  section.row.id = "obj-07";
  section.row.contributors = {"health", "interior"};
  section.title = {{"en", title}, {"ru", "Цель"}};
  section.due_on = "2026-02-01";
  section.words = 7;
  status.sections.push_back(section);
  return status;
}

// The title's cell as it stands in the file.
std::string title_cell(const std::string& title) {
  const std::string csv = usecases::status_csv(status_titled(title), false);
  const std::string before = "\r\nobj-07,,";
  const auto begin = csv.find(before) + before.size();
  return csv.substr(begin, csv.find(",,health interior,") - begin);
}

}  // namespace

TEST_CASE("the status as CSV has a heading line, and CRLF after every line") {
  CHECK(usecases::status_csv(status_titled("A title"), false) ==
        "section,number,title,lead,contributors,state,step,waiting_for,waiting_since,due_on,overdue,words,limit,"
        "carried_over,"
        "en_state,en_revision,ru_state,ru_revision\r\n"
        "obj-07,,A title,,health interior,empty,,,,2026-02-01,no,7,,no,missing,,missing,\r\n");
}

TEST_CASE("cells with commas, quotation marks and line ends are quoted") {
  CHECK(title_cell("a, b") == "\"a, b\"");
  CHECK(title_cell("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(title_cell("a\nb") == "\"a\nb\"");
  CHECK(title_cell("a; b") == "\"a; b\"");  // LibreOffice divides at both
  CHECK(title_cell("a\tb") == "\"a\tb\"");
}

TEST_CASE("a cell that a spreadsheet would take for a formula gets an apostrophe") {
  CHECK(title_cell("=1+1") == "'=1+1");
  CHECK(title_cell("+1") == "'+1");
  CHECK(title_cell("-1") == "'-1");
  CHECK(title_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(title_cell("\tx") == "\"'\tx\"");
  CHECK(title_cell("\rx") == "\"'\rx\"");
  CHECK(title_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(title_cell("1-1=0") == "1-1=0");
}

TEST_CASE("a formula is disarmed wherever a spreadsheet could divide the cell") {
  CHECK(title_cell("a;=1+1") == "\"a;'=1+1\"");
  CHECK(title_cell("a; =1+1") == "\"a;' =1+1\"");
  CHECK(title_cell("a\t@x") == "\"a\t'@x\"");
  CHECK(title_cell("a\n-1") == "\"a\n'-1\"");
  CHECK(title_cell("a\r\n+1") == "\"a\r\n'+1\"");
  CHECK(title_cell("a,=1") == "\"a,'=1\"");
  CHECK(title_cell("a;\"=1\"") == "\"a;'\"\"=1\"\"\"");
  CHECK(title_cell(";=1;=2") == "\";'=1;'=2\"");
}

TEST_CASE("what shows nothing, quotation marks and wide signs hide no formula") {
  CHECK(title_cell(" =1") == "' =1");
  CHECK(title_cell("\"=1\"") == "\"'\"\"=1\"\"\"");
  CHECK(title_cell("\xC2\xA0=1") == "'\xC2\xA0=1");
  CHECK(title_cell("\xEF\xBB\xBF=1") == "'\xEF\xBB\xBF=1");
  CHECK(title_cell("\xE2\x80\x8B+1") == "'\xE2\x80\x8B+1");
  for (const std::string sign : {"＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"}) {
    CHECK(title_cell(sign + "1") == "'" + sign + "1");
    CHECK(title_cell("a;" + sign + "1") == "\"a;'" + sign + "1\"");
  }
}

TEST_CASE("signs within words and sums are left alone") {
  for (const char* title : {"a - b", "1-1=0", "a@b", "Цель 7 – труд", "'=1"}) CHECK(title_cell(title) == title);
  CHECK(title_cell("a; b - c") == "\"a; b - c\"");
}
