// What is remembered of an unchanged report must be forgotten when it changes, and belongs to one service only.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

TEST_CASE("a document asked for again shows at once who may read it now") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  const auto reads = [&] {
    return f.other_writer.get(f.path("/document.md")).body.find("The seventh text.") != std::string::npos;
  };
  CHECK_FALSE(reads());
  CHECK_FALSE(reads());
  REQUIRE(f.coordinator.patch(f.path(), {{"visibility", "shared"}}).status == 200);
  CHECK(reads());
  REQUIRE(f.coordinator.patch(f.path(), {{"visibility", "own"}}).status == 200);
  CHECK_FALSE(reads());
}

TEST_CASE("two callers with other rights never get each other's document") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  const auto whole = f.coordinator.get(f.path("/document.md"));
  const auto part = f.other_writer.get(f.path("/document.md"));
  CHECK(whole.body.find("The seventh text.") != std::string::npos);
  CHECK(part.body.find("The seventh text.") == std::string::npos);
  CHECK(whole.etag() != part.etag());
  CHECK(f.other_writer.get(f.path("/document.md"), {{"If-None-Match", whole.etag()}}).status == 200);
}

TEST_CASE("two agencies that may read as many sections never get each other's document") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  REQUIRE(f.save("The eighth text.", "obj-08").status == 201);
  for (const std::string file : {"document.md", "document.html", "document.json"}) {
    CAPTURE(file);
    const auto labour = f.writer.get(f.path("/" + file));
    const auto interior = f.other_writer.get(f.path("/" + file));
    CHECK(labour.body.find("The eighth text.") == std::string::npos);
    CHECK(interior.body.find("The seventh text.") == std::string::npos);
    CHECK(interior.body.find("The eighth text.") != std::string::npos);
    CHECK(labour.etag() != interior.etag());
  }
}

TEST_CASE("a document as of a time asked for again is told from one as of another time") {
  TestApp app;
  const ReportFixture f(app);
  app.advance(1000);
  REQUIRE(f.save("The first text.").status == 201);
  app.advance(1000);
  REQUIRE(f.save("The second text.").status == 200);
  app.advance(1000);
  const auto at = [&](domain::Millis time) {
    return f.coordinator.get(f.path("/document.md?as_of=" + domain::format_time(kTestNow + time)));
  };
  for (int round = 0; round < 2; ++round) {
    CHECK(at(1500).body.find("The first text.") != std::string::npos);
    CHECK(at(2500).body.find("The second text.") != std::string::npos);
    CHECK(at(1500).etag() != at(2500).etag());
  }
}

TEST_CASE("a language that was dropped is not answered from memory") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(f.coordinator.get(f.path("/document.md?language=ru")).status == 200);
  REQUIRE(f.coordinator.patch(f.path(), {{"languages", {"en"}}}).status == 200);
  CHECK(f.coordinator.get(f.path("/document.md?language=ru")).status == 404);
}

TEST_CASE("two services in one process do not mix up what they know of a report") {
  TestApp east;
  TestApp west;
  const ReportFixture in_east(east);
  const ReportFixture in_west(west);
  REQUIRE(in_east.coordinator.patch(in_east.path(), {{"time_zone", "Asia/Tokyo"}}).status == 200);
  REQUIRE(in_west.coordinator.patch(in_west.path(), {{"time_zone", "America/New_York"}}).status == 200);
  east.set_now(kTestNow + 12LL * 3600 * 1000);  // 21:00 UTC: in Tokyo it is the next day
  west.set_now(kTestNow + 12LL * 3600 * 1000);
  const auto day = [](const ReportFixture& f) { return f.coordinator.get(f.path("/status")).etag(); };
  CHECK(day(in_east).find("2026-01-16") != std::string::npos);
  CHECK(day(in_west).find("2026-01-15") != std::string::npos);
}
