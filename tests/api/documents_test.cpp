#include <doctest/doctest.h>

#include <map>
#include <string>

#include "support/api_app.hpp"
#include "support/golden.hpp"

using namespace support;

TEST_CASE("the whole report is compiled in the order of the format, gaps shown in place") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The *seventh* text.").status == 201);
  const auto html = f.coordinator.get(f.path("/document.html"));
  CHECK(html.header("Content-Type") == "text/html; charset=utf-8");
  CHECK(html.header("Content-Language") == "en");
  CHECK(html.body.find("The <em>seventh</em> text.") != std::string::npos);
  const auto document = f.coordinator.get(f.path("/document.json")).json();
  CHECK(document.at("sections").front().at("id") == "foreword");
  const auto markdown = f.coordinator.get(f.path("/document.md")).body;
  CHECK(markdown.find("The *seventh* text.") != std::string::npos);
}

TEST_CASE("the compiled report is the golden one, as Markdown and as HTML") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("Every case is referred.[^a]\n\n## Figures\n\n| Year | Cases |\n|---|---:|\n| 2025 | 41 |\n\n[^a]: "
                 "Decree 7.\n")
              .status == 201);
  REQUIRE(f.save("Nobody was lost.[^a]\n\n[^a]: Border Service.\n", "obj-08").status == 201);
  REQUIRE(f.save("Каждый случай передаётся.", "obj-07", "ru").status == 201);
  f.approve();
  support::check_golden("document.md", f.coordinator.get(f.path("/document.md")).body);
  support::check_golden("document.html", f.coordinator.get(f.path("/document.html?language=ru")).body);
}

TEST_CASE("approved only: a draft is a gap until it went through all steps") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  const auto approved = [&] {
    const auto answer = f.coordinator.get(f.path("/document.md?select=approved"));
    REQUIRE(answer.status == 200);
    return answer.body;
  };
  CHECK(approved().find("The seventh text.") == std::string::npos);
  f.approve();
  CHECK(approved().find("The seventh text.") != std::string::npos);
}

TEST_CASE("a document as of a time is the same bytes then, later, and after a restart") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The first text.").status == 201);
  app.advance(1000);
  const auto documents = [&](const std::string& query) {
    const Caller reader{app.port(), f.coordinator.token()};
    std::map<std::string, std::string> bytes;
    for (const std::string extension : {"html", "md", "json"}) {
      const auto answer = reader.get(f.path("/document." + extension + query));
      REQUIRE(answer.status == 200);
      bytes[extension] = answer.body;
    }
    return bytes;
  };
  const auto before = documents("");
  const std::string then = domain::format_time(kTestNow + 500);
  app.advance(1000);
  REQUIRE(f.save("The second text.").status == 200);
  f.approve();
  REQUIRE(app.admin().patch("/v1/agencies/labour", {{"title", {{"en", "Ministry of Work"}}}}).status == 200);
  REQUIRE(f.coordinator.patch(f.path(), {{"title", {{"en", "Another title"}}}}).status == 200);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), {{"lead", "interior"}}).status == 200);
  app.advance(1000);
  for (int round = 0; round < 2; ++round) CHECK(documents("?as_of=" + then) == before);
  for (const auto& [extension, bytes] : documents("")) CHECK(bytes != before.at(extension));
  app.restart();
  CHECK(documents("?as_of=" + then) == before);
}

TEST_CASE("a time that has not come yet, or before the report, is refused") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(f.coordinator.get(f.path("/document.html?as_of=2030-01-01T00:00:00Z")).status == 422);
  CHECK(f.coordinator.get(f.path("/document.html?as_of=2020-01-01T00:00:00Z")).status == 404);
  CHECK(f.coordinator.get(f.path("/document.html?as_of=yesterday")).status == 422);
}

TEST_CASE("where a translation is missing the source text stands in, marked with its language") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  const auto russian = f.coordinator.get(f.path("/document.html?language=ru"));
  CHECK(russian.header("Content-Language") == "ru");
  CHECK(russian.body.find("<html lang=\"ru\"") != std::string::npos);
  CHECK(russian.body.find("lang=\"en\"") != std::string::npos);
  CHECK(russian.body.find("The seventh text.") != std::string::npos);
  CHECK(
      f.coordinator.get(f.path("/document.html"), {{"Accept-Language", "ru-RU,ru;q=0.9"}}).header("Content-Language") ==
      "ru");
  CHECK(f.coordinator.get(f.path("/document.html"), {{"Accept-Language", "fr"}}).header("Content-Language") == "en");
  CHECK(f.coordinator.get(f.path("/document.html?language=fr")).status == 404);
}

TEST_CASE("an unchanged document is a 304, and a HEAD tells its size without it") {
  TestApp app;
  const ReportFixture f(app);
  const auto first = f.coordinator.get(f.path("/document.html"));
  CHECK(f.coordinator.get(f.path("/document.html"), {{"If-None-Match", first.etag()}}).status == 304);
  const auto head = f.coordinator.send("HEAD", f.path("/document.html"), "", {});
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.header("Content-Length") == std::to_string(first.body.size()));
}
