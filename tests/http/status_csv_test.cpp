#include <doctest/doctest.h>

#include "http/views.hpp"

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
  const std::string csv = http::status_csv(status_titled(title));
  const std::string before = "\r\nobj-07,,";
  const auto begin = csv.find(before) + before.size();
  return csv.substr(begin, csv.find(",,health interior,") - begin);
}

}  // namespace

TEST_CASE("the status as CSV has a heading line, and CRLF after every line") {
  CHECK(http::status_csv(status_titled("A title")) ==
        "section,number,title,lead,contributors,state,step,waiting_for,waiting_since,due_on,overdue,words,limit,"
        "carried_over,"
        "en_state,en_revision,ru_state,ru_revision\r\n"
        "obj-07,,A title,,health interior,empty,,,,2026-02-01,no,7,,no,missing,,missing,\r\n");
}

TEST_CASE("cells with commas, quotation marks and line ends are quoted") {
  CHECK(title_cell("a, b") == "\"a, b\"");
  CHECK(title_cell("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(title_cell("a\nb") == "\"a\nb\"");
  CHECK(title_cell("a; b") == "a; b");
}

TEST_CASE("a cell that a spreadsheet would take for a formula gets an apostrophe") {
  CHECK(title_cell("=1+1") == "'=1+1");
  CHECK(title_cell("+1") == "'+1");
  CHECK(title_cell("-1") == "'-1");
  CHECK(title_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(title_cell("\tx") == "'\tx");
  CHECK(title_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(title_cell("1-1=0") == "1-1=0");
}
