// The inbox: what waits for each, by the posts that they hold today, and what is new.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/converting.hpp"

using namespace support;

namespace {

Json inbox_of(const Caller& caller, const std::string& query = "") {
  const auto answer = caller.get("/v1/inbox?limit=200" + query);
  REQUIRE_MESSAGE(answer.status == 200, answer.body);
  return answer.json();
}

// The items about obj-07 and about no section, less what the coordinator has to give to agencies: "kind.place
// kind.place ".
std::string items_of(const Caller& caller, const std::string& type) {
  std::string all;
  const Json items = inbox_of(caller, "&type=" + type).at("items");
  for (const Json& item : items) {
    if (!item.at("section").is_null() && item.at("section") != "obj-07") continue;
    const std::string kind = item.at("kind");
    if (kind == "section_to_assign") continue;
    const std::string id = item.at("id");
    all += (type == "news" ? kind : id) + " ";
  }
  return all;
}

std::string duties(const Caller& caller) { return items_of(caller, "duty"); }
std::string news(const Caller& caller) { return items_of(caller, "news"); }

const std::string kWrite = "section_to_write.tkm-2026.obj-07.";
const std::string kRevise = "section_to_revise.tkm-2026.obj-07.";

struct Office {
  TemporaryFolder programs;
  TestApp app{with_converters(programs)};
  ReportFixture f{app};

  std::vector<Caller> outsiders() const { return {f.other_writer, f.other_head, f.observer}; }
  void nothing_for_outsiders() const {
    for (const Caller& caller : outsiders()) CHECK(duties(caller) == "");
  }
};

}  // namespace

TEST_CASE("a section waits for its agencies, then for each step, and is gone when it is approved") {
  const Office office;
  const auto& f = office.f;
  CHECK(duties(f.writer) == kWrite + "labour ");
  CHECK(duties(f.head) == kWrite + "labour ");
  CHECK(duties(f.contributor) == kWrite + "health ");
  for (const Caller* caller : {&f.coordinator, &f.ministry, &f.translator}) CHECK(duties(*caller) == "");
  office.nothing_for_outsiders();

  REQUIRE(f.save("A text.").status == 201);
  CHECK(duties(f.writer) == kWrite + "labour ");
  CHECK(duties(f.head) == kWrite + "labour section_to_submit.tkm-2026.obj-07.labour ");
  CHECK(duties(f.contributor) == kWrite + "health ");
  CHECK(duties(f.translator) == "translation_to_write.tkm-2026.obj-07.ru translation_to_write.tkm-2026.obj-07.tk ");

  REQUIRE(f.submit(f.head).status == 201);
  for (const Caller* caller : {&f.writer, &f.head, &f.contributor, &f.ministry}) CHECK(duties(*caller) == "");
  CHECK(duties(f.coordinator) == "section_to_approve.tkm-2026.obj-07 ");
  REQUIRE(f.act(f.coordinator, "approve", {{"revisions", f.newest()}}).status == 201);
  CHECK(duties(f.coordinator) == "");
  CHECK(duties(f.ministry) == "section_to_review.tkm-2026.obj-07 ");
  office.nothing_for_outsiders();

  REQUIRE(f.act(f.ministry, "return", {{"reason", "A pangolin."}}).status == 201);
  CHECK(duties(f.ministry) == "");
  CHECK(duties(f.writer) == kRevise + "labour ");
  CHECK(duties(f.head) == kRevise + "labour ");
  CHECK(duties(f.contributor) == kRevise + "health ");
  office.nothing_for_outsiders();

  REQUIRE(f.save("A better text.").status == 200);
  f.approve();
  for (const Caller* caller : {&f.writer, &f.head, &f.contributor, &f.coordinator, &f.ministry}) {
    CHECK(duties(*caller) == "");
  }
}

TEST_CASE("a text is nobody's task before thirty days to its day, and each agency has its own day") {
  const Office office;
  const auto& f = office.f;
  const auto give = [&](const char* day) {
    const Json body{{"due_on", day}, {"due_reason", "Agreed."}, {"agency_deadlines", {{"health", "2026-02-14"}}}};
    REQUIRE(f.coordinator.patch(f.section("obj-07"), body).status == 200);
  };
  give("2026-02-15");  // in 31 days
  CHECK(duties(f.writer) == "");
  CHECK(duties(f.contributor) == kWrite + "health ");
  give("2026-02-14");
  CHECK(duties(f.writer) == kWrite + "labour ");
  const Json item = inbox_of(f.writer, "&type=duty").at("items").at(0);
  CHECK(item.at("due_on") == "2026-02-14");
  CHECK(item.at("overdue") == false);
  const std::string sentence = item.at("sentence");
  CHECK(contains(sentence, "It is due on 2026-02-14."));
  CHECK(item.at("address") == Json{{"operation", "save_text"},
                                   {"action", nullptr},
                                   {"method", "PUT"},
                                   {"href", "/v1/reports/tkm-2026/sections/obj-07/texts/en"}});
}

TEST_CASE("what waits for the coordinator: sections without an agency, requests for more time, promises of nobody") {
  const Office office;
  const auto& f = office.f;
  const auto kinds = [&](const Caller& caller) {
    std::set<std::string> all;
    const Json items = inbox_of(caller, "&type=duty").at("items");
    for (const Json& item : items) all.insert(item.at("kind"));
    return all;
  };
  CHECK(kinds(f.coordinator) == std::set<std::string>{"section_to_assign"});
  const Json more_time{{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
  REQUIRE(f.writer.post(f.path("/extensions"), more_time).status == 201);
  REQUIRE(f.coordinator.post(f.path("/promises"), {{"text", {{"en", "A saola."}}}}).status == 201);
  CHECK(kinds(f.coordinator) == std::set<std::string>{"extension_to_decide", "promise_to_answer", "section_to_assign"});
  REQUIRE(f.coordinator.patch(f.path("/promises/1"), {{"agency", "health"}}).status == 200);
  CHECK(kinds(f.coordinator) == std::set<std::string>{"extension_to_decide", "section_to_assign"});
  CHECK(duties(f.contributor) == kWrite + "health promise_to_answer.tkm-2026.1 ");
  CHECK(!contains(f.contributor.get("/v1/inbox").body, "saola"));
  REQUIRE(f.coordinator.patch(f.path("/extensions/1"), {{"state", "granted"}}).status == 200);
  CHECK(kinds(f.coordinator) == std::set<std::string>{"section_to_assign"});
}

TEST_CASE("translators are asked for what is missing, stale and in their languages, heads to confirm what came late") {
  const Office office;
  const auto& f = office.f;
  const Caller russian = office.app.person("russian", {{{"role", "translator"}, {"languages", {"ru"}}}});
  REQUIRE(f.save("A text.").status == 201);
  CHECK(duties(russian) == "translation_to_write.tkm-2026.obj-07.ru ");
  const auto translate = [&](const char* text) {
    const auto path = f.section("obj-07", "/texts/ru");
    const auto now = russian.get(path);
    const HeaderMap over = now.status == 200 ? HeaderMap{{"If-Match", now.etag()}} : HeaderMap{{"If-None-Match", "*"}};
    REQUIRE(russian.put(path, {{"markdown", text}}, over).status < 300);
  };
  translate("Текст.");
  CHECK(duties(russian) == "");
  REQUIRE(f.save("Another text.").status == 200);
  CHECK(duties(russian) == "translation_to_renew.tkm-2026.obj-07.ru ");
  f.approve();
  translate("Другой текст.");
  CHECK(duties(russian) == "");
  CHECK(duties(f.head) == "translation_to_confirm.tkm-2026.obj-07.ru ");
  CHECK(duties(f.writer) == "");
}

TEST_CASE("items follow the post: who takes it over has them, and who left it has none") {
  const Office office;
  const auto& f = office.f;
  const Caller novice = office.app.person("novice", {{{"role", "observer"}}});
  CHECK(duties(novice) == "");
  REQUIRE(office.app.admin().post("/v1/users/novice/posts", {{"role", "contributor"}, {"agency", "labour"}}).status ==
          201);
  CHECK(duties(novice) == kWrite + "labour ");
  const Json posts = office.app.admin().get("/v1/users/writer/posts").json().at("items");
  const std::string post = "/v1/users/writer/posts/" + posts.at(0).at("id").dump();
  REQUIRE(office.app.admin().patch(post, {{"ends_on", "2026-01-14"}}).status == 200);
  const auto refused = f.writer.get("/v1/inbox");
  CHECK(refused.status == 403);
  CHECK(refused.code() == "no_post");
}

TEST_CASE("news tell those whom they concern, and nobody of what they did themselves") {
  const Office office;
  const auto& f = office.f;
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.act(f.coordinator, "return", {{"reason", "A pangolin."}}).status == 201);
  CHECK(news(f.writer) == "section_returned section_changed ");
  CHECK(news(f.contributor) == "section_returned section_changed ");
  for (const Caller* caller : {&f.coordinator, &f.ministry, &f.translator, &f.observer}) CHECK(news(*caller) == "");
  for (const Caller* caller : {&f.other_writer, &f.other_head}) CHECK(news(*caller) == "");
  CHECK(!contains(f.writer.get("/v1/inbox").body, "pangolin"));

  const Json more_time{{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
  REQUIRE(f.writer.post(f.path("/extensions"), more_time).status == 201);
  REQUIRE(f.coordinator.patch(f.path("/extensions/1"), {{"state", "granted"}}).status == 200);
  CHECK(news(f.head).starts_with("section_changed extension_granted "));
  CHECK(!contains(news(f.contributor), "extension"));

  REQUIRE(f.coordinator.patch(f.path(), {{"forum_date", "2026-05-12"}}).status == 200);
  REQUIRE(f.coordinator.patch(f.path(), {{"title", {{"en", "Another title"}}}}).status == 200);
  for (const Caller* caller : {&f.writer, &f.ministry, &f.translator, &f.observer, &f.other_head}) {
    const std::string all = news(*caller);
    CHECK_MESSAGE(all.starts_with("forum_moved "), all);
    CHECK(all.find("forum_moved", 1) == std::string::npos);
  }
  CHECK(news(f.coordinator) == "");
  CHECK(contains(inbox_of(f.observer).at("items").at(0).at("sentence").get<std::string>(), "2026-05-12"));
  const Json promise{{"text", {{"en", "A saola."}}}, {"agency", "labour"}};
  REQUIRE(f.coordinator.post(f.path("/promises"), promise).status == 201);
  CHECK(news(f.writer).starts_with("promise_given forum_moved "));
}

TEST_CASE("news are told for sixty days, be the service started anew or not") {
  Office office;
  const auto& f = office.f;
  REQUIRE(f.coordinator.patch(f.path(), {{"forum_date", "2026-09-12"}}).status == 200);
  CHECK(news(f.observer) == "forum_moved ");
  office.app.advance(60 * kOneDay - 1);
  CHECK(news(f.observer) == "forum_moved ");
  office.app.advance(1);
  CHECK(news(f.observer) == "");
  office.app.set_now(kTestNow + 60 * kOneDay - 1);
  office.app.restart();
  const Caller again = office.app.with_token(f.observer.token());
  CHECK(news(again) == "forum_moved ");
  office.app.advance(1);
  CHECK(news(again) == "");
}

TEST_CASE("a report leaves the inbox sixty days after its forum, and its duties when it was submitted") {
  Office office;
  const auto& f = office.f;
  const Json edition{{"name", "For the Network"}, {"kind", "final"}, {"override_reason", "The forum waits."}};
  REQUIRE(freeze_edition(f.coordinator, f.path(), edition).status == 200);
  CHECK(news(f.observer) == "edition_frozen ");
  CHECK(!contains(f.observer.get("/v1/inbox").body, "For the Network"));
  const Json submission{{"edition", 1}, {"addressee", "Network"}, {"channel", "Note"}, {"sent_on", "2026-01-15"}};
  REQUIRE(f.coordinator.post(f.path("/submissions"), submission).status == 201);
  CHECK(duties(f.writer) == "");
  CHECK(news(f.writer).starts_with("report_submitted edition_frozen "));
  REQUIRE(f.coordinator.post(f.path("/editions/1/withdrawal"), {{"reason", "A misprint."}}).status == 200);
  CHECK(duties(f.writer) == kWrite + "labour ");
  office.app.set_now(domain::parse_time("2026-07-04T12:00:00Z").value());  // 60 days after the 5th of May
  CHECK(duties(f.writer) == kWrite + "labour ");
  office.app.advance(kOneDay);
  CHECK(duties(f.writer) == "");
}

TEST_CASE("sentences and titles are in the language that is asked for") {
  const Office office;
  const auto sentence_in = [&](const char* language) {
    const auto answer = office.f.writer.get("/v1/inbox?type=duty", {{"Accept-Language", language}});
    CHECK(contains(answer.header("Vary"), "Accept-Language"));
    return answer.json().at("items").at(0).at("sentence").get<std::string>();
  };
  CHECK(sentence_in("en").starts_with("Write the section: "));
  CHECK(sentence_in("ru").starts_with("Подготовьте раздел: "));
  CHECK(sentence_in("tk").starts_with("Bölümi taýýarlaň: "));
  CHECK(sentence_in("de").starts_with("Write the section: "));
}

TEST_CASE("an inbox is filtered by report, kind and type, counted as a whole, and unchanged for who has it") {
  const Office office;
  const auto& f = office.f;
  const auto count = [&](const std::string& query) { return inbox_of(f.writer, query).at("items").size(); };
  CHECK(count("") == 2);
  CHECK(count("&type=duty") == 1);
  CHECK(count("&type=news") == 1);
  CHECK(count("&kind=section_changed") == 1);
  CHECK(count("&kind=section_to_write&type=news") == 0);
  CHECK(count("&report=tkm-2026") == 2);
  CHECK(f.writer.get("/v1/inbox?report=none").status == 404);
  CHECK(f.writer.get("/v1/inbox?kind=nonsense").status == 422);
  CHECK(inbox_of(f.writer, "&type=news").at("duties") == 1);
  CHECK(inbox_of(f.writer, "&type=duty").at("unread") == 2);
  const auto first = f.writer.get("/v1/inbox");
  CHECK(f.writer.get("/v1/inbox", {{"If-None-Match", first.etag()}}).status == 304);
  CHECK(office.app.anonymous().get("/v1/inbox").status == 401);
}

TEST_CASE("every address in an inbox that is fetched answers who was given it") {
  const Office office;
  const auto& f = office.f;
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.act(f.coordinator, "return", {{"reason", "Once more."}}).status == 201);
  const Json more_time{{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
  REQUIRE(f.writer.post(f.path("/extensions"), more_time).status == 201);
  REQUIRE(f.coordinator.patch(f.path("/extensions/1"), {{"state", "refused"}, {"reason", "No."}}).status == 200);
  REQUIRE(f.coordinator.post(f.path("/promises"), {{"text", {{"en", "A law."}}}, {"agency", "labour"}}).status == 201);
  REQUIRE(f.coordinator.post(f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  const Json edition{{"name", "For all"}, {"kind", "final"}, {"override_reason", "The forum waits."}};
  REQUIRE(freeze_edition(f.coordinator, f.path(), edition).status == 200);
  const Json submission{{"edition", 1}, {"addressee", "Network"}, {"channel", "Note"}, {"sent_on", "2026-01-15"}};
  REQUIRE(f.coordinator.post(f.path("/submissions"), submission).status == 201);
  std::set<std::string> seen;
  for (const Caller& caller : {f.writer, f.head, f.contributor, f.translator, f.observer}) {
    const Json items = inbox_of(caller).at("items");
    for (const Json& item : items) {
      const std::string href = item.at("address").at("href");
      CAPTURE(href);
      CHECK(href.find('{') == std::string::npos);
      if (item.at("address").at("method") == "GET") CHECK(caller.get(href).status == 200);
      seen.insert(item.at("kind"));
    }
  }
  for (const char* kind : {"section_returned", "section_changed", "extension_refused", "promise_given", "reminder",
                           "edition_frozen", "report_submitted"}) {
    CHECK_MESSAGE(seen.contains(kind), kind);
  }
}
