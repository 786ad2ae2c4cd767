#include <doctest/doctest.h>

#include <chrono>
#include <future>
#include <set>

#include "support/api_app.hpp"
#include "support/golden.hpp"

using namespace support;

TEST_CASE("a script polls the status for nothing while nothing changes") {
  TestApp app;
  const ReportFixture f(app);
  const auto first = f.observer.get(f.path("/status"));
  CHECK(f.observer.get(f.path("/status"), {{"If-None-Match", first.etag()}}).status == 304);
  REQUIRE(f.save("one").status == 201);
  const auto next = f.observer.get(f.path("/status"), {{"If-None-Match", first.etag()}});
  CHECK(next.status == 200);
  CHECK(next.json().at("counts").at("draft") == 1);
  CHECK(next.json().at("sequence") > first.json().at("sequence"));
}

TEST_CASE("the status of a fresh report is the golden one, as JSON and as CSV") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("A text of five words.").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  support::check_golden("status.json", f.coordinator.get(f.path("/status")).json().dump(1) + "\n");
  support::check_golden("status.csv", f.coordinator.get(f.path("/status.csv")).body);
}

TEST_CASE(
    "the status as CSV opens in a spreadsheet with its letters, under a name of its own, and a script may do without") {
  TestApp app;
  const ReportFixture f(app);
  const std::string mark = "\xEF\xBB\xBF";
  const auto sheet = f.observer.get(f.path("/status.csv"));
  CHECK(sheet.body.starts_with(mark + "section,"));
  CHECK(sheet.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(sheet.header("Content-Disposition") == "attachment; filename=\"tkm-2026.status.csv\"");
  const auto by_accept = f.observer.get(f.path("/status"), {{"Accept", "text/csv"}});
  CHECK(by_accept.body == sheet.body);
  const auto plain = f.observer.get(f.path("/status.csv?bom=false"));
  CHECK(mark + plain.body == sheet.body);
  CHECK(plain.etag() != sheet.etag());
  CHECK(f.observer.get(f.path("/status.csv?bom=true")).etag() == sheet.etag());
  CHECK(f.observer.get(f.path("/status.csv?agency=labour")).header("Content-Disposition") ==
        "attachment; filename=\"tkm-2026.labour.status.csv\"");
  CHECK(f.observer.get(f.path("/status")).header("Content-Disposition").empty());
  CHECK(f.observer.get(f.path("/status?bom=1")).status == 422);
}

TEST_CASE("what was due yesterday is overdue today, counted in the time zone of the report") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), {{"due_on", "2026-01-20"}, {"due_reason", "Agreed."}}).status ==
          200);
  const auto overdue = [&] { return f.head.get(f.section("obj-07")).json().at("overdue").get<bool>(); };
  const auto etag = [&] { return f.head.get(f.path("/status")).etag(); };
  app.set_now(domain::parse_time("2026-01-20T18:59:59Z").value());  // 23:59:59 in Ashgabat
  CHECK_FALSE(overdue());
  const auto before = etag();
  app.set_now(domain::parse_time("2026-01-20T19:00:00Z").value());  // midnight in Ashgabat
  CHECK(overdue());
  CHECK(etag() != before);
}

TEST_CASE("what is due today is still among the next deadlines, and gone from them tomorrow") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), {{"due_on", "2026-01-20"}, {"due_reason", "Agreed."}}).status ==
          200);
  const auto first = [&] { return f.head.get(f.path("/status")).json().at("next_deadlines").at(0).at("key"); };
  app.set_now(domain::parse_time("2026-01-20T18:59:59Z").value());  // 23:59:59 in Ashgabat
  CHECK(first() == "obj-07");
  app.set_now(domain::parse_time("2026-01-20T19:00:00Z").value());
  CHECK(first() != "obj-07");
}

TEST_CASE("moving the forum date moves every default deadline, and leaves the agreed ones") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), {{"due_on", "2026-01-20"}, {"due_reason", "Agreed."}}).status ==
          200);
  const auto due = [&](const std::string& id) {
    return domain::parse_day(f.head.get(f.section(id)).json().at("due_on").get<std::string>()).value();
  };
  const auto default_before = due("obj-08");
  const auto agreed_before = due("obj-07");
  REQUIRE(f.coordinator.patch(f.path(), {{"forum_date", "2026-05-12"}}).status == 200);
  CHECK(due("obj-08") == default_before + 7);
  CHECK(due("obj-07") == agreed_before);
}

TEST_CASE("a due date of one's own needs a reason") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(f.coordinator.patch(f.section("obj-07"), {{"due_on", "2026-01-20"}}).status == 422);
}

TEST_CASE("the status of each agency, and that of all, has a tag of its own") {
  TestApp app;
  const ReportFixture f(app);
  std::set<std::string> tags;
  for (const char* query : {"", "?agency=labour", "?agency=health", ".csv", ".csv?agency=labour"}) {
    tags.insert(f.observer.get(f.path("/status") + query).etag());
  }
  CHECK(tags.size() == 5);
}

TEST_CASE("the words of the report are those of the sections that count, without what is nothing to report") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.coordinator.patch(f.section("annex-laws"), {{"lead", "labour"}}).status == 200);
  REQUIRE(f.save("One two three.").status == 201);
  REQUIRE(f.save("The law of 2009.", "annex-laws").status == 201);
  const auto counted = [&] {
    return f.observer.get(f.path("/status")).json().at("words").at(0).at("counted").get<int>();
  };
  CHECK(counted() == 3);
  REQUIRE(f.act(f.head, "declare_nothing", {{"reason", "No case."}}).status == 201);
  CHECK(counted() == 0);
}

TEST_CASE("the changes since a cursor are given in order, hash-chained") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  const auto all = f.coordinator.get(f.path("/events?after=0")).json();
  const auto& items = all.at("items");
  CHECK(items.front().at("type") == "report.created");
  CHECK(items.back().at("type") == "section.submitted");
  const auto rest =
      f.coordinator.get(f.path("/events?after=" + std::to_string(items[items.size() - 2].at("id").get<int>()))).json();
  CHECK(rest.at("items").size() == 1);
  CHECK(rest.at("next_after") == items.back().at("id"));
  const auto everything = app.admin().get("/v1/events?limit=1000").json().at("items");
  REQUIRE(everything.size() > items.size());
  for (std::size_t i = 1; i < everything.size(); ++i) {
    CHECK(everything[i].at("prev_hash") == everything[i - 1].at("hash"));
    CHECK(everything[i].at("id") == everything[i - 1].at("id").get<int>() + 1);
  }
}

TEST_CASE("a long poll is answered as soon as something happens") {
  TestApp app;
  const ReportFixture f(app);
  const auto last = f.coordinator.get(f.path("/events?limit=1000")).json().at("next_after").get<int>();
  const std::string poll = f.path("/events?wait=30&after=" + std::to_string(last));
  auto waiting = std::async(std::launch::async, [&] { return f.observer.get(poll); });
  CHECK(waiting.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(waiting.wait_for(std::chrono::seconds(5)) == std::future_status::ready);
  CHECK(waiting.get().json().at("items")[0].at("type") == "text.saved");
}

TEST_CASE("a long poll without news ends empty, with the cursor it came with") {
  TestApp app;
  const ReportFixture f(app);
  const auto begin = std::chrono::steady_clock::now();
  const auto answer = f.observer.get(f.path("/events?wait=1&after=100000")).json();
  CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::seconds(1));
  CHECK(answer.at("items").empty());
  CHECK(answer.at("next_after") == 100000);
}

TEST_CASE("the sections are filtered, and paged with links") {
  TestApp app;
  const ReportFixture f(app);
  const auto ids = [](const Answer& answer) {
    std::vector<std::string> found;
    const auto page = answer.json();
    for (const auto& item : page.at("items")) found.push_back(item.at("id"));
    return found;
  };
  REQUIRE(f.save("one").status == 201);
  CHECK(ids(f.writer.get(f.path("/sections?mine=true"))) == std::vector<std::string>{"obj-07"});
  CHECK(ids(f.writer.get(f.path("/sections?state=draft"))) == std::vector<std::string>{"obj-07"});
  CHECK(ids(f.writer.get(f.path("/sections?agency=health"))) == std::vector<std::string>{"obj-07"});
  CHECK(ids(f.coordinator.get(f.path("/sections?language=en"))) == std::vector<std::string>{"obj-07"});
  CHECK(f.coordinator.get(f.path("/sections?state=lost")).status == 422);
  CHECK(f.coordinator.get(f.path("/sections?colour=red")).status == 422);
  std::vector<std::string> paged;
  std::string next = f.path("/sections?limit=10");
  for (int pages = 0; !next.empty() && pages < 10; ++pages) {
    const auto answer = f.coordinator.get(next);
    for (const auto& id : ids(answer)) paged.push_back(id);
    const auto link = answer.header("Link");
    next = link.empty() ? "" : link.substr(1, link.find('>') - 1);
  }
  CHECK(paged.size() == 43);
  CHECK(paged == ids(f.coordinator.get(f.path("/sections?limit=200"))));
}
