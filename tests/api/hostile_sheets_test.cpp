// Every table for a spreadsheet, with formulas wherever somebody can write.
#include <string>
#include <vector>

#include "support/plan_desk.hpp"

using namespace support;

namespace {

// The cells of a table, as RFC 4180 has them.
std::vector<std::string> cells_of(const std::string& sheet) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    if (sheet[i] == '"' && quoted && i + 1 < sheet.size() && sheet[i + 1] == '"') {
      cells.back() += sheet[i++];
    } else if (sheet[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (sheet[i] == ',' || sheet[i] == '\n')) {
      cells.emplace_back();
    } else if (quoted || sheet[i] != '\r') {
      cells.back() += sheet[i];
    }
  }
  return cells;
}

void write_everywhere(const PlanDesk& desk, const std::string& formula) {
  const auto& f = desk.f;
  const Json named{{"en", formula}};
  REQUIRE(desk.app.admin().patch("/v1/agencies/labour", {{"title", named}, {"short_title", named}}).status == 200);
  REQUIRE(desk.app.admin().patch("/v1/users/coordinator", {{"name", formula}}).status == 200);
  REQUIRE(f.coordinator.patch(f.path(), {{"title", named}}).status == 200);
  const Json section{{"title", named}, {"due_on", "2026-01-10"}, {"due_reason", formula}};
  REQUIRE(f.coordinator.patch(f.section("obj-07"), section).status == 200);
  desk.task({{"title", formula}, {"note", formula}, {"due_on", "2026-01-10"}});
  const Json dropped = desk.task({{"title", formula}});
  desk.changed_task(dropped.at("id").get<int>(), {{"state", "dropped"}, {"reason", formula}});
  const int help = desk.request({{"title", formula}, {"partner", formula}, {"note", formula}}).at("id").get<int>();
  for (const Json& next : {Json{{"state", "requested"}}, Json{{"state", "agreed"}, {"answer", formula}},
                           Json{{"state", "received"}, {"outcome", formula}}}) {
    REQUIRE(desk.change_request(f.coordinator, help, next).status == 200);
  }
  desk.request({{"title", formula}, {"partner", formula}, {"needed_by", "2026-01-10"}});
}

}  // namespace

TEST_CASE("no cell of any table begins a formula, whoever wrote one wherever it is possible") {
  const PlanDesk desk;
  for (const std::string formula : {"=HYPERLINK(\"https://x.example\",\"y\")", "+1+1", "-2+3", "@SUM(A1)", "a;=1+1"}) {
    CAPTURE(formula);
    write_everywhere(desk, formula);
    for (const char* door : {"/status.csv", "/findings.csv", "/tasks.csv", "/assistance.csv"}) {
      for (const char* language : {"en", "ru", "tk"}) {
        CAPTURE(std::string(door) + " " + language);
        const auto sheet = desk.f.coordinator.get(desk.f.path(door) + "?bom=false", {{"Accept-Language", language}});
        REQUIRE(sheet.status == 200);
        bool stands_there = false;
        for (const auto& cell : cells_of(sheet.body)) {
          CHECK_MESSAGE(std::string_view("=+-@").find(cell.empty() ? ' ' : cell.front()) == std::string_view::npos,
                        cell);
          CHECK_MESSAGE(cell.find(";=") == std::string::npos, cell);
          if (cell.find('\'') != std::string::npos) stands_there = true;
        }
        CHECK(stands_there);  // what was written is there, disarmed
      }
    }
  }
}
