// The findings as an answer: filters, languages, CSV, tags, and who sees them.
#include <doctest/doctest.h>

#include <set>

#include "support/contains.hpp"
#include "support/findings_desk.hpp"

using namespace support;

namespace {

std::set<std::string> values(const Json& items, const char* member) {
  std::set<std::string> found;
  for (const Json& item : items) found.insert(item[member].is_null() ? "" : item[member].get<std::string>());
  return found;
}

struct WrittenDesk : FindingsDesk {
  WrittenDesk() {
    write("drafted", "Two words.");
    write("over", "One two three four five.");
    write("marked", "A zebra.\n\n![](map.png)\n");
    const Json promise{{"text", {{"en", "Train judges."}}}, {"agency", "health"}};
    REQUIRE(f.coordinator.post(path("/promises"), promise).status == 201);
  }
};

}  // namespace

TEST_CASE("the findings are filtered by level, kind, section, agency, language and gate, and counted") {
  const WrittenDesk desk;
  CHECK(values(desk.list("?level=blocker"), "level") == std::set<std::string>{"blocker"});
  CHECK(values(desk.list("?level=warning"), "level") == std::set<std::string>{"blocker", "error", "warning"});
  CHECK(desk.list("?level=info") == desk.list());
  CHECK(values(desk.list("?code=not_approved"), "section") == std::set<std::string>{"drafted", "over", "marked"});
  CHECK(values(desk.list("?section=marked"), "section") == std::set<std::string>{"marked"});
  CHECK(values(desk.list("?language=ru"), "code") == std::set<std::string>{"translation_missing"});
  CHECK(values(desk.list("?gate=submit"), "code") == std::set<std::string>{"text_missing", "over_limit"});
  CHECK(values(desk.list("?agency=health"), "code") == std::set<std::string>{"promise_open"});
  CHECK_FALSE(values(desk.list("?agency=labour"), "section").contains("nobody"));
  CHECK(desk.list("?section=marked&level=error&language=en").size() == 2);
  const Json all = desk.f.observer.get(desk.path("/findings")).json();
  int counted = 0;
  for (const auto& [level, count] : all["counts"].items()) counted += count.get<int>();
  CHECK(counted == static_cast<int>(all["findings"].size()));
}

TEST_CASE("a filter by what is not there is refused") {
  const FindingsDesk desk;
  const auto status = [&](const std::string& query) {
    return desk.f.observer.get(desk.path("/findings" + query)).status;
  };
  CHECK(status("?section=nowhere") == 404);
  CHECK(status("?agency=nobody") == 404);
  CHECK(status("?language=tk") == 404);
  CHECK(status("?gate=step:nobody") == 404);
  CHECK(status("?gate=stage:never") == 404);
  CHECK(status("?gate=stage:clear") == 200);
  CHECK(status("?gate=door") == 422);
  CHECK(status("?level=fatal") == 422);
  CHECK(status("?code=bad_weather") == 422);
  CHECK(status("?state=draft") == 422);
}

TEST_CASE("findings are told in the language that is asked for, under a tag of its own") {
  const WrittenDesk desk;
  std::set<std::string> tags;
  std::set<std::string> sentences;
  for (const char* language : {"en", "ru", "tk"}) {
    const HeaderMap in{{"Accept-Language", language}};
    const auto answer = desk.f.observer.get(desk.path("/findings?code=not_approved"), in);
    const std::string sentence = answer.json()["findings"][0]["message"];
    tags.insert(answer.etag());
    sentences.insert(sentence);
    CHECK(contains(answer.header("Vary"), "Accept-Language"));
    CHECK(contains(desk.f.observer.get(desk.path("/findings.csv?code=not_approved"), in).body, sentence));
  }
  CHECK(tags.size() == 3);
  CHECK(sentences.size() == 3);
}

TEST_CASE("findings that did not change cost nothing, and every filter has a tag of its own") {
  FindingsDesk desk;
  desk.write("drafted", "Two words.");
  const auto first = desk.f.observer.get(desk.path("/findings"));
  const HeaderMap known{{"If-None-Match", first.etag()}};
  CHECK(desk.f.head.get(desk.path("/findings"), known).status == 304);
  std::set<std::string> tags{first.etag()};
  for (const char* query : {"?level=error", "?level=warning", "?code=overdue", "?section=near", "?language=en",
                            "?agency=labour", "?gate=final", "?section=near&language=en"}) {
    tags.insert(desk.f.observer.get(desk.path("/findings") + query).etag());
  }
  for (const char* address : {"/findings.csv", "/findings.csv?bom=false"}) {
    tags.insert(desk.f.observer.get(desk.path(address)).etag());
  }
  CHECK(tags.size() == 11);
  desk.write("drafted", "Two other words.");
  CHECK(desk.f.observer.get(desk.path("/findings"), known).status == 200);
  const auto today = desk.f.observer.get(desk.path("/findings"));
  desk.app.advance(kOneDay);
  CHECK(desk.f.observer.get(desk.path("/findings"), {{"If-None-Match", today.etag()}}).status == 200);
}

TEST_CASE("findings open in a spreadsheet, which runs nothing of them") {
  const WrittenDesk desk;
  REQUIRE(desk.f.coordinator.patch(desk.section("drafted"), {{"title", {{"en", "=HYPERLINK(\"x\")"}}}}).status == 200);
  const auto sheet = desk.f.observer.get(desk.path("/findings.csv?code=not_approved&section=drafted"));
  const std::string head =
      "level,code,section,number,title,language,promise,message,role,agency,step,operation,action,gates,task,"
      "assistance\r\n";
  CHECK(sheet.body ==
        "\xEF\xBB\xBF" + head +
            "error,not_approved,drafted,4,\"'=HYPERLINK(\"\"x\"\")\",,,\"The section is a draft; the lead "
            "agency has not submitted it.\",head,labour,,create_transition,submit,final,,\r\n");
  CHECK(sheet.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(sheet.header("Content-Disposition") == "attachment; filename=\"found-2026.findings.csv\"");
  CHECK(desk.f.observer.get(desk.path("/findings.csv?bom=false&code=returned")).body == head);
}

TEST_CASE("every participant sees all findings, of other agencies too, and no word of their texts") {
  const WrittenDesk desk;
  const std::string all = desk.f.coordinator.get(desk.path("/findings")).body;
  for (const Caller* caller : {&desk.f.writer, &desk.f.other_writer, &desk.f.observer, &desk.f.translator}) {
    CHECK(caller->get(desk.path("/findings")).body == all);
  }
  for (const std::string secret : {"zebra", "map.png", "Two words", "judges"}) CHECK_FALSE(contains(all, secret));
  CHECK(desk.app.anonymous().get(desk.path("/findings")).status == 401);
  CHECK(desk.app.anonymous().get(desk.path("/findings.csv")).status == 401);
  const Caller nobody = desk.app.person("nobody", {});
  CHECK(nobody.get(desk.path("/findings")).code() == "no_post");
}
