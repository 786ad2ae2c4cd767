// Refusals and findings in the language of whoever asks.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

bool is_cyrillic(const std::string& text) { return text.find('\xD0') != std::string::npos; }

}  // namespace

TEST_CASE("a refusal is told in the language that is asked for, its code stays") {
  TestApp app;
  const auto english = app.admin().get("/v1/reports/none");
  CHECK(english.header("Content-Language") == "en");
  CHECK(english.header("Vary").find("Accept-Language") != std::string::npos);
  CHECK(english.json().at("detail") == "There is no report 'none'.");
  const auto russian = app.admin().get("/v1/reports/none", {{"Accept-Language", "fr, ru-RU;q=0.9, en;q=0.1"}});
  CHECK(russian.header("Content-Language") == "ru");
  CHECK(russian.json().at("code") == "not_found");
  CHECK(is_cyrillic(russian.json().at("detail")));
  const std::string detail = russian.json().at("detail");
  CHECK(detail.find("none") != std::string::npos);
  const auto turkmen = app.admin().get("/v1/reports/none", {{"Accept-Language", "tk"}});
  CHECK(turkmen.header("Content-Language") == "tk");
  CHECK(turkmen.json().at("detail") != english.json().at("detail"));
}

TEST_CASE("each wrong place is told in that language too, and where nobody knows it, in English") {
  TestApp app;
  const Json agency{{"id", "x y"}, {"colour", "red"}};
  const HeaderMap russian{{"Accept-Language", "ru"}};
  const auto refused = app.admin().post("/v1/agencies", agency, russian);
  REQUIRE(refused.status == 422);
  REQUIRE(refused.json().at("errors").size() == 3);
  const Json errors = refused.json().at("errors");
  for (const auto& error : errors) CHECK(is_cyrillic(error.at("message")));
  const auto french = app.admin().post("/v1/agencies", agency, {{"Accept-Language", "fr"}});
  CHECK(french.header("Content-Language") == "en");
  CHECK(french.json().at("errors").at(0).at("code") == refused.json().at("errors").at(0).at("code"));
}

TEST_CASE("refusals before the library and of the pipeline are told so as well") {
  TestApp app;
  for (const auto& refused : {app.anonymous().get("/v1/me", {{"Accept-Language", "ru"}}),
                              app.admin().get("/v1/nothing", {{"Accept-Language", "ru"}}),
                              app.admin().send("PUT", "/v1/me", "{}", {{"Accept-Language", "ru"}})}) {
    CAPTURE(refused.status);
    CHECK(refused.status >= 400);
    CHECK(is_cyrillic(refused.json().at("detail")));
  }
}

TEST_CASE("what a status lacks is told in each language, under a tag of its own") {
  TestApp app;
  const ReportFixture f(app);
  const std::string address = f.path("/status");
  const auto english = f.coordinator.get(address);
  const auto russian = f.coordinator.get(address, {{"Accept-Language", "ru"}});
  CHECK(english.header("ETag") != russian.header("ETag"));
  CHECK(russian.header("Vary").find("Accept-Language") != std::string::npos);
  CHECK_FALSE(is_cyrillic(english.json().at("completeness").at("missing").at(0).at("message")));
  CHECK(is_cyrillic(russian.json().at("completeness").at("missing").at(0).at("message")));
  CHECK(english.json().at("completeness").at("missing").at(0).at("code") ==
        russian.json().at("completeness").at("missing").at(0).at("code"));
  CHECK(f.coordinator.get(address, {{"Accept-Language", "ru"}, {"If-None-Match", russian.header("ETag")}}).status ==
        304);
  CHECK(f.coordinator.get(address, {{"If-None-Match", russian.header("ETag")}}).status == 200);
}

TEST_CASE("why a caller may not act now is told in each language, in a section and in a list of them") {
  TestApp app;
  const ReportFixture f(app);
  const HeaderMap russian{{"Accept-Language", "ru"}};
  REQUIRE(
      f.coordinator.put(f.section("obj-07", "/texts/en"), {{"markdown", "One's own text."}}, {{"If-None-Match", "*"}})
          .status == 201);
  REQUIRE(f.act(f.head, "submit", {{"revisions", {{"en", 1}}}}).status == 201);
  const auto section = f.coordinator.get(f.section("obj-07"), russian);
  CHECK(section.header("Vary").find("Accept-Language") != std::string::npos);
  REQUIRE(section.json().at("blocked_actions").size() > 0);
  CHECK(is_cyrillic(section.json().at("blocked_actions").at(0).at("reason")));
  CHECK(section.header("ETag") != f.coordinator.get(f.section("obj-07")).header("ETag"));
  const auto list = f.coordinator.get(f.path("/sections?mine=true"), russian);
  CHECK(list.header("Vary").find("Accept-Language") != std::string::npos);
}

TEST_CASE("what a save warns of and what became of each part of a file is told in each language") {
  TestApp app;
  const ReportFixture f(app);
  const auto saved = f.writer.put(f.section("obj-07", "/texts/en"), {{"markdown", "<div>x</div>\n\nText."}},
                                  {{"If-None-Match", "*"}, {"Accept-Language", "ru"}});
  REQUIRE(saved.status == 201);
  REQUIRE(saved.json().at("warnings").size() == 1);
  CHECK(is_cyrillic(saved.json().at("warnings").at(0).at("message")));
}
