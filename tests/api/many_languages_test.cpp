// A title may be in as many languages as a person could want, not in as many as there are tags.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

// {"aaa-Aaaa-AA": "Title", ...}: so many languages from the first on.
Json titles_in(int first, int count) {
  Json titles = Json::object();
  for (int i = first; i < first + count; ++i) {
    const char letter = static_cast<char>('a' + i % 26);
    titles[std::string("aa") + letter + "-Aaaa-A" + static_cast<char>('A' + i / 26)] = "Title " + std::to_string(i);
  }
  return titles;
}

Json nothing_in(const Json& titles) {
  Json nothing = Json::object();
  for (const auto& [language, title] : titles.items()) nothing[language] = nullptr;
  return nothing;
}

void check_too_many(const Answer& refused, const std::string& pointer) {
  CHECK(refused.status == 422);
  const Json body = refused.json();
  REQUIRE(body.at("errors").size() == 1);
  CHECK(body["errors"][0].at("pointer") == pointer);
  CHECK(body["errors"][0].at("code") == "too_many");
}

// A member that is patched: in one body, and over several, where a text of twenty is exchanged and never grows.
// others: languages that stand there beside its own, those of the format.
void check_bound_of(const Caller& caller, const std::string& path, const std::string& member, int others = 0) {
  CAPTURE(path);
  CAPTURE(member);
  const auto now = [&] { return caller.get(path).json(); };
  const auto patch = [&](const Json& titles) { return caller.patch(path, {{member, titles}}); };
  const auto languages = [&] { return static_cast<int>(now().at(member).size()) - others; };
  check_too_many(patch(titles_in(0, 21)), "/" + member);
  const int room = 20 - languages();
  REQUIRE(patch(titles_in(0, 10)).status == 200);
  REQUIRE(patch(titles_in(10, room - 10)).status == 200);
  const Json full = now();
  CHECK(languages() == 20);
  check_too_many(patch(titles_in(room, 1)), "/" + member);
  check_too_many(patch(titles_in(room, 20)), "/" + member);
  CHECK(now() == full);

  Json exchanged = titles_in(room, 1);
  exchanged.update(nothing_in(titles_in(0, 1)));
  CHECK(patch(exchanged).status == 200);
  CHECK(languages() == 20);
  CHECK(patch(nothing_in(titles_in(1, 9))).status == 200);
  CHECK(languages() == 11);
}

}  // namespace

TEST_CASE("the titles of agencies, reports and sections have at most twenty languages, however they came to them") {
  TestApp app;
  const ReportFixture f(app);
  check_bound_of(app.admin(), "/v1/agencies/labour", "title");
  check_bound_of(app.admin(), "/v1/agencies/labour", "short_title");
  check_bound_of(f.coordinator, f.path(), "title");
  const Json section = f.coordinator.get(f.section("obj-07")).json();
  check_bound_of(f.coordinator, f.section("obj-07"), "title", static_cast<int>(section.at("title").size()));
}

TEST_CASE("nothing is made with a title in more than twenty languages, and no promise either") {
  TestApp app;
  const ReportFixture f(app);
  check_too_many(app.admin().post("/v1/agencies", {{"id", "other"}, {"title", titles_in(0, 21)}}), "/title");
  CHECK(app.admin().post("/v1/agencies", {{"id", "other"}, {"title", titles_in(0, 20)}}).status == 201);
  check_too_many(f.coordinator.post(f.path("/promises"), {{"text", titles_in(0, 21)}}), "/text");
  Json report = f.coordinator.get(f.path()).json();
  Json next{{"id", "tkm-2030"}, {"format", "gcm-imrf"}, {"title", titles_in(0, 21)}};
  for (const char* same : {"country", "forum_date", "languages", "source_language"}) next[same] = report.at(same);
  check_too_many(f.coordinator.post("/v1/reports", next), "/title");
}
