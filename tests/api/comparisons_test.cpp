// Comparisons over HTTP: of editions, and of a section with the last cycle's.
#include <doctest/doctest.h>

#include "support/api_app.hpp"
#include "support/converting.hpp"
#include "support/two_reports.hpp"

using namespace support;

namespace {

struct Comparing {
  TemporaryFolder folder;
  TestApp app{with_converters(folder)};
  ReportFixture f{app};

  void freeze(const Json& more = Json::object()) const {
    Json wanted{{"name", "For comments"}, {"kind", "draft"}};
    wanted.update(more);
    REQUIRE(freeze_edition(f.coordinator, f.path(), wanted).status == 200);
  }
  Answer compare(const std::string& rest, const HeaderMap& headers = {}) const {
    return f.coordinator.get(f.path("/editions/" + rest), headers);
  }
};

Json section_in(const Json& comparison, const std::string& id) {
  for (const auto& section : comparison.at("sections")) {
    if (section.at("section") == id) return section;
  }
  FAIL("no section " << id);
  return {};
}

}  // namespace

TEST_CASE("an edition is compared with the report as it is now, section by section") {
  const Comparing press;
  REQUIRE(press.f.save("One case.").status == 201);
  press.freeze();
  REQUIRE(press.f.save("One more case.").status == 200);
  REQUIRE(press.f.save("A new text.", "obj-08").status == 201);
  const Json comparison = press.compare("1/compare").json();
  CHECK(comparison["from"]["edition"] == 1);
  CHECK(comparison["to"]["edition"].is_null());
  CHECK(comparison["counts"]["changed"] == 1);
  CHECK(comparison["counts"]["added"] == 1);
  const Json changed = section_in(comparison, "obj-07");
  CHECK(changed["outcome"] == "changed");
  CHECK(changed["from"]["words"] == 2);
  CHECK(changed["to"]["words"] == 3);
  CHECK(changed["changes"][0]["words"][1] == Json{{"kind", "insert"}, {"text", "more "}});
  CHECK(section_in(comparison, "obj-08")["outcome"] == "added");
  CHECK(section_in(comparison, "obj-08")["state_changed"] == true);
  CHECK(section_in(comparison, "obj-09")["outcome"] == "gap");
}

TEST_CASE("two editions stay compared as they were frozen, whatever happened since") {
  const Comparing press;
  REQUIRE(press.f.save("One case.").status == 201);
  press.freeze();
  REQUIRE(press.f.save("Two cases.").status == 200);
  REQUIRE(press.f.coordinator.patch(press.f.section("obj-07"), {{"title", {{"en", "Another title"}}}}).status == 200);
  press.freeze();
  REQUIRE(press.f.save("Three cases.").status == 200);
  const Json forward = press.compare("1/compare?to=2").json();
  CHECK(section_in(forward, "obj-07")["to"]["revision"] == 2);
  CHECK(section_in(forward, "obj-07")["title_changed"] == true);
  const Json back = press.compare("2/compare?to=1").json();
  CHECK(section_in(back, "obj-07")["to"]["revision"] == 1);
  CHECK(press.compare("2/compare?to=2").json()["counts"]["changed"] == 0);
}

TEST_CASE("the report as it is now is compared by the selection of the edition") {
  const Comparing press;
  REQUIRE(press.f.save("One case.").status == 201);
  press.f.approve();
  press.freeze({{"select", "approved"}});
  REQUIRE(press.f.save("A draft.", "obj-08").status == 201);
  const Json comparison = press.compare("1/compare?to=latest").json();
  CHECK(section_in(comparison, "obj-08")["outcome"] == "gap");
  CHECK(section_in(comparison, "obj-07")["outcome"] == "same");
}

TEST_CASE("a comparison is a page where the caller asks for one, and a 304 where nothing changed") {
  const Comparing press;
  REQUIRE(press.f.save("One <b>case</b>.").status == 201);
  press.freeze({{"languages", {"ru"}}});
  REQUIRE(press.f.save("One more <b>case</b>.").status == 200);
  const auto page = press.compare("1/compare", {{"Accept", "text/html"}});
  CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
  CHECK(page.header("Content-Security-Policy").find("default-src 'none'") == 0);
  CHECK(page.body.find("<ins>more </ins>&lt;b&gt;") != std::string::npos);
  CHECK(page.body.find("Что изменилось") != std::string::npos);
  CHECK(press.compare("1/compare.html").body == page.body);
  const auto tag = press.compare("1/compare").etag();
  CHECK(press.compare("1/compare", {{"If-None-Match", tag}}).status == 304);
  CHECK(tag != page.etag());
  REQUIRE(press.f.save("Another.").status == 200);
  CHECK(press.compare("1/compare", {{"If-None-Match", tag}}).status == 200);
}

TEST_CASE("what cannot be compared is refused with the reason") {
  const Comparing press;
  REQUIRE(press.f.save("One case.").status == 201);
  press.freeze({{"languages", {"en"}}});
  const auto in_russian = press.compare("1/compare?language=ru");
  CHECK(in_russian.status == 404);
  CHECK(in_russian.json()["detail"].get<std::string>().find("Its languages are: en.") != std::string::npos);
  CHECK(press.compare("2/compare").status == 404);
  CHECK(press.compare("1/compare?to=2").status == 404);
  CHECK(press.compare("1/compare?to=soon").status == 422);
  CHECK(press.f.writer.get(press.f.path("/editions/1/compare")).code() == "text_not_shared");
}

TEST_CASE("a section is compared with the approved text of the last cycle") {
  TestApp app;
  const ReportFixture f(app);
  const LastCycle last(f);
  last.save("obj-07", "en", "Workers pay no fees.");
  last.approve("obj-07");
  last.reopen("obj-07");
  last.save("obj-07", "en", "A second thought.");
  REQUIRE(f.save("Workers pay no fees any more.").status == 201);
  const auto answer = f.writer.get(f.section("obj-07", "/compare?with=tkm-2022"));
  REQUIRE(answer.status == 200);
  const Json comparison = answer.json();
  CHECK(comparison["from"]["revision"] == 1);
  CHECK(comparison["from"]["approved"] == true);
  CHECK(comparison["to"]["report"] == "tkm-2026");
  CHECK(comparison["outcome"] == "changed");
  const auto page = f.writer.get(f.section("obj-07", "/compare.html?with=tkm-2022"));
  CHECK(page.body.find("<ins>") != std::string::npos);
  CHECK(f.writer.get(f.section("obj-07", "/compare?with=tkm-2022"), {{"If-None-Match", answer.etag()}}).status == 304);
}

TEST_CASE("the last cycle's text is shown before anything was written, and its newest where none was approved") {
  TestApp app;
  const ReportFixture f(app);
  const LastCycle last(f);
  last.save("obj-07", "en", "First.");
  last.save("obj-07", "en", "Second.");
  const Json comparison = f.writer.get(f.section("obj-07", "/compare?with=tkm-2022")).json();
  CHECK(comparison["from"]["revision"] == 2);
  CHECK(comparison["from"]["approved"] == false);
  CHECK(comparison["to"].is_null());
  CHECK(comparison["outcome"] == "removed");
}

TEST_CASE("a comparison with the last cycle says why there is none") {
  TestApp app;
  const ReportFixture f(app);
  const LastCycle last(f);
  const auto compare = [&](const std::string& section, const std::string& query) {
    return f.writer.get(f.section(section, "/compare?" + query));
  };
  CHECK(compare("obj-07", "with=nothing-2022").status == 404);
  CHECK(compare("obj-07", "with=tkm-2022").code() == "no_text");
  CHECK(compare("obj-07", "with=tkm-2022&language=tk").code() == "unknown_language");
  CHECK(compare("obj-07", "with=tkm-2026").status == 422);
  CHECK(compare("obj-07", "").status == 422);
  CHECK(compare("progress", "with=tkm-2022").code() == "heading_only");
  CHECK(compare("obj-99", "with=tkm-2022").status == 404);
  CHECK(compare("obj-08", "with=tkm-2022").code() == "text_not_shared");
  last.save("obj-09", "en", "Somebody else's.");
  REQUIRE(f.coordinator.patch(f.section("obj-09"), {{"lead", "labour"}}).status == 200);
  const auto elsewhere = compare("obj-09", "with=tkm-2022");
  CHECK(elsewhere.code() == "text_not_shared");
  CHECK(elsewhere.json()["detail"].get<std::string>().find("tkm-2022") != std::string::npos);
}
