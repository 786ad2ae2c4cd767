// A database of the release before, brought to this one: nothing is lost, and what is new works on it.
#include <doctest/doctest.h>

#include <filesystem>

#include "support/contains.hpp"
#include "support/earlier_desk.hpp"
#include "usecases/operation/housekeeping.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

// Every value of every row of then is there, and nothing else in those tables.
void check_nothing_lost(const std::string& before, const std::string& after) {
  store::Connection earlier(before, store::Access::read_only);
  store::Connection later(after, store::Access::read_only);
  const auto kept = rows_of(earlier, earlier);
  const auto found = rows_of(later, earlier);
  for (const auto& [table, rows] : kept) {
    CAPTURE(table);
    CHECK(found.at(table).size() == rows.size());
    CHECK((found.at(table) == rows));
  }
  CHECK(texts_of(later, "SELECT 1 FROM pragma_foreign_key_check").empty());
  CHECK(texts_of(later, "SELECT integrity_check FROM pragma_integrity_check") == std::vector<std::string>{"ok"});
}

std::string problems_of(const std::string& database) {
  std::string all;
  for (const auto& problem : usecases::verify(database).problems) all += problem + "\n";
  return all;
}

}  // namespace

TEST_CASE("a database of the release before is brought to the newest schema without the loss of a value") {
  const EarlierDesk desk;
  const std::string before = desk.folder.file("before.sqlite");
  const std::string after = desk.folder.file("after.sqlite");
  desk.write_earlier(before);
  CHECK(problems_of(before) == "");  // judged on a copy that is brought up to date
  std::string empty;
  {
    store::Connection earlier(before, store::Access::read_only);
    for (const auto& [table, rows] : rows_of(earlier, earlier)) empty += rows.empty() ? table + " " : "";
  }
  CHECK(empty == "");  // nothing is shown of a table without rows
  std::filesystem::copy_file(before, after);
  {
    store::Connection connection(after, store::Access::read_write);
    store::migrate(connection, kTestNow);
    CHECK(store::applied_schema(connection) == store::newest_schema());
    CHECK(store::schema_faults(connection).empty());
  }
  check_nothing_lost(before, after);
  CHECK(problems_of(after) == "");
}

TEST_CASE("a database of every earlier release is brought to the newest schema, empty or not") {
  const TemporaryFolder folder;
  const TestApp empty;
  const std::string whole = folder.file("whole.sqlite");
  store::Connection(empty.database(), store::Access::read_write).execute(("VACUUM INTO '" + whole + "'").c_str());
  for (int newest = kSchemaBeforePreparation; newest < store::newest_schema(); ++newest) {
    CAPTURE(newest);
    const std::string before = folder.file(std::to_string(newest) + ".sqlite");
    const std::string after = folder.file(std::to_string(newest) + "-after.sqlite");
    make_earlier_database(whole, before, newest);
    std::filesystem::copy_file(before, after);
    {
      store::Connection connection(after, store::Access::read_write);
      store::migrate(connection, kTestNow);
      CHECK(store::schema_faults(connection).empty());
    }
    check_nothing_lost(before, after);
    CHECK(problems_of(after) == "");
  }
}

TEST_CASE("the service goes on with a database of the release before, and all is answered from it") {
  EarlierDesk desk;
  const std::string text = desk.f.observer.get(desk.f.path("/document.md?select=approved")).body;
  const std::string status = desk.f.coordinator.get(desk.f.path("/status")).body;
  desk.go_on_from_then();
  const Caller coordinator = desk.now(desk.f.coordinator);
  CHECK(desk.now(desk.f.observer).get(desk.f.path("/document.md?select=approved")).body == text);
  CHECK(coordinator.get(desk.f.path("/status")).body == status);
  for (const char* report : {"tkm-2026", "tkm-2022", "untouched", "long-ago", "far-ahead", "submitted"}) {
    for (const char* door : {"", "/status", "/findings", "/calendar", "/calendar.ics", "/tasks", "/assistance",
                             "/meetings", "/reminders", "/extensions", "/events", "/document.json", "/document.html"}) {
      const std::string path = "/v1/reports/" + std::string(report) + door;
      const auto answer = coordinator.get(path);
      CHECK_MESSAGE(answer.status == 200, path, ": ", answer.body);
    }
  }
  for (const Caller* caller : {&desk.f.coordinator, &desk.f.head, &desk.f.writer, &desk.f.contributor, &desk.f.observer,
                               &desk.f.ministry, &desk.f.translator}) {
    CHECK(desk.now(*caller).get("/v1/inbox?limit=200").status == 200);
    CHECK(desk.now(*caller).get("/v1/me/mail").json().at("rhythm") == "daily");
  }
  CHECK_FALSE(coordinator.get("/v1/inbox?limit=200").json().at("items").empty());
  for (const char* user : {"nobody-yet", "of-many-posts", "gone", "head"}) {
    CHECK(desk.app.admin().get("/v1/users/" + std::string(user) + "/handover").status == 200);
  }
  CHECK(problems_of(desk.app.database()) == "");
}

TEST_CASE("what is new works on a database of the release before") {
  EarlierDesk desk;
  desk.go_on_from_then();
  const auto& f = desk.f;
  const Caller coordinator = desk.now(f.coordinator);
  const Json due{{"lead", "labour"}, {"due_on", "2026-01-16"}, {"due_reason", "Agreed."}};
  REQUIRE(coordinator.patch(f.section("obj-09"), due).status == 200);
  CHECK(coordinator.post(f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  desk.app.advance(24LL * 3600 * 1000);
  usecases::keep_house(desk.app.app().service());
  const Json reminders = coordinator.get(f.path("/reminders?agency=labour")).json().at("items");
  REQUIRE(reminders.size() == 2);
  CHECK(desk.now(f.head).get("/v1/inbox?kind=reminder").json().at("items").size() == 2);
  const Json away{{"starts_on", "2026-01-16"}, {"ends_on", "2026-01-18"}, {"deputy", "of-many-posts"}};
  CHECK(desk.now(f.head).post("/v1/users/head/absences", away).status == 201);
  const Json task{{"title", "Hire an editor"}, {"agency", "labour"}, {"due_on", "2026-02-01"}};
  CHECK(coordinator.post(f.path("/tasks"), task).status == 201);
  const Json help{{"title", "Editing"}, {"partner", "IOM"}, {"kind", "expertise"}};
  CHECK(coordinator.post(f.path("/assistance"), help).status == 201);
  const Json meeting{{"title", "First"}, {"held_on", "2026-01-16"}, {"agencies", {"labour", "health"}}};
  CHECK(coordinator.post(f.path("/meetings"), meeting).status == 201);
  CHECK(coordinator.post(f.path("/meetings/1/decisions"), {{"text", "So be it."}, {"task", {{"agency", "labour"}}}})
            .status == 201);
  CHECK(desk.now(f.head).patch("/v1/me/mail", {{"rhythm", "each"}}).status == 200);
  CHECK(desk.app.admin().post("/v1/users/of-many-posts/handover", {{"successor", "nobody-yet"}}).status == 200);
  CHECK(problems_of(desk.app.database()) == "");
}
