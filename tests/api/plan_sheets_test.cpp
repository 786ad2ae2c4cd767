// The plan as tables for spreadsheets.
#include <doctest/doctest.h>

#include "support/contains.hpp"
#include "support/plan_desk.hpp"

using namespace support;

namespace {

const std::string kMark = "\xEF\xBB\xBF";

}  // namespace

TEST_CASE("tasks are a table with a line each, in the language asked for") {
  const PlanDesk desk;
  desk.task({{"due_on", "2026-01-14"}, {"note", "Two\nlines"}, {"section", "obj-07"}});
  desk.task({{"role", "translator"}, {"depends_on", {1}}, {"stage", "collect"}});
  const auto sheet = desk.f.observer.get(desk.f.path("/tasks.csv"));
  CHECK(sheet.body == kMark +
                          "Number,Task,Agency,Post,Due on,State,Overdue,Depends on,Waits for,Note,Reason\r\n"
                          "1,Agree on the outline,labour,,2026-01-14,not begun,yes,obj-07,obj-07,\"Two\nlines\",\r\n"
                          "2,Agree on the outline,,translator,,not begun,no,1 collect,1,,\r\n");
  CHECK(sheet.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(sheet.header("Content-Disposition") == "attachment; filename=\"tkm-2026.tasks.csv\"");
  CHECK(desk.f.observer.get(desk.f.path("/tasks.csv"), {{"If-None-Match", sheet.etag()}}).status == 304);
  const auto russian = desk.f.observer.get(desk.f.path("/tasks.csv?bom=false"), {{"Accept-Language", "ru"}});
  CHECK(russian.body.starts_with("Номер,Задача,Ведомство,"));
  CHECK(contains(russian.body, "не начата"));
  CHECK(contains(russian.header("Vary"), "Accept-Language"));
  const auto turkmen = desk.f.observer.get(desk.f.path("/tasks.csv?bom=false"), {{"Accept-Language", "tk"}});
  CHECK(turkmen.body.starts_with("Belgisi,Ýumuş,Edara,"));
  const auto few = desk.f.observer.get(desk.f.path("/tasks.csv?overdue=true&bom=false")).body;
  CHECK(contains(few, "\r\n1,"));
  CHECK_FALSE(contains(few, "\r\n2,"));
}

TEST_CASE("requests are a table with a line each, in the language asked for") {
  const PlanDesk desk;
  desk.request({{"amount", "5000.00"}, {"currency", "USD"}, {"needed_by", "2026-01-14"}, {"agency", "labour"}});
  const auto sheet = desk.f.observer.get(desk.f.path("/assistance.csv?bom=false"));
  CHECK(sheet.body ==
        "Number,Help needed,Partner,Kind,Needed by,Amount,Currency,Agency,Task,State,Overdue,Note,Answer,Outcome\r\n"
        "1,Editing of the English text,IOM,expertise,2026-01-14,5000.00,USD,labour,,drafted,yes,,,\r\n");
  const auto russian = desk.f.observer.get(desk.f.path("/assistance.csv?bom=false"), {{"Accept-Language", "ru"}});
  CHECK(contains(russian.body, "экспертная помощь"));
  CHECK_FALSE(contains(desk.f.observer.get(desk.f.path("/assistance.csv?kind=funds")).body, "\r\n1,"));
}

TEST_CASE("a spreadsheet runs nothing of the plan") {
  const PlanDesk desk;
  for (const char* formula : {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)"}) {
    desk.task({{"title", formula}, {"note", formula}});
    desk.request({{"title", formula}, {"partner", formula}, {"note", formula}});
  }
  for (const char* door : {"/tasks.csv", "/assistance.csv"}) {
    CAPTURE(door);
    const std::string sheet = desk.f.observer.get(desk.f.path(door)).body;
    for (const char* cell : {",=", ",+", ",-", ",@", ",\"=", ",\"+", "\n=", "\n@"}) CHECK_FALSE(contains(sheet, cell));
    CHECK(contains(sheet, ",'+1,"));
    CHECK(contains(sheet, "'=HYPERLINK(\"\"x\"\")"));
  }
}
