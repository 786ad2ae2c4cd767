// All lists are read in one way: page by page, each with its tag, and a cursor is good for the list that gave it.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "embed/embedded.hpp"
#include "http/contract/contract.hpp"
#include "store/preparation/outbox.hpp"
#include "support/picture_desk.hpp"

using namespace support;

namespace {

// A service in which every list has two items at least.
struct Shelves : PictureDesk {
  Shelves() {
    const Json post{{"role", "observer"}, {"starts_on", "2026-01-01"}};
    REQUIRE(app.admin().post("/v1/users/writer/posts", post).status == 201);
    REQUIRE(app.admin().post("/v1/users/writer/tokens", {{"label", "Script"}}).status == 201);
    for (const char* day : {"2026-02-01", "2026-02-02"}) {
      const Json away{{"starts_on", day}, {"ends_on", day}, {"deputy", "head"}};
      REQUIRE(f.writer.post("/v1/users/writer/absences", away).status == 201);
    }
    Json second = f.coordinator.get(f.path()).json();
    Json report{{"id", "tkm-2030"}, {"format", "gcm-imrf"}};
    for (const char* same : {"country", "title", "forum_date", "languages", "source_language"}) {
      report[same] = second[same];
    }
    REQUIRE(f.coordinator.post("/v1/reports", report).status == 201);
    for (const char* name : {"a.png", "b.png"}) REQUIRE(send(name, png(8, 4)).status == 201);
    REQUIRE(f.save("One.").status == 201);
    REQUIRE(f.save("Two.").status == 200);
    REQUIRE(f.save("Eight.", "obj-08").status == 201);
    REQUIRE(f.submit(f.head).status == 201);
    REQUIRE(f.act(f.head, "withdraw").status == 201);
    for (const char* text : {"Train judges.", "Count returns."}) {
      const Json promise{{"text", {{"en", text}}}, {"agency", "labour"}};
      REQUIRE(f.coordinator.post(f.path("/promises"), promise).status == 201);
      REQUIRE(freeze_edition(f.coordinator, f.path(), {{"name", text}, {"kind", "draft"}}).status == 200);
      const Json more_time{{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", text}};
      const auto asked = f.writer.post(f.path("/extensions"), more_time);
      REQUIRE(f.writer.send("POST", asked.header("Location") + "/withdrawal", "", {}).status == 200);
      REQUIRE(f.coordinator.post(f.path("/reminders"), {{"agency", "labour"}}).status == 201);
      app.advance(3'600'000);  // an agency is reminded once an hour
      REQUIRE(f.coordinator.post(f.path("/tasks"), {{"title", text}, {"agency", "labour"}}).status == 201);
      const Json help{{"title", text}, {"partner", "IOM"}, {"kind", "data"}, {"agency", "labour"}};
      REQUIRE(f.coordinator.post(f.path("/assistance"), help).status == 201);
      REQUIRE(f.coordinator.post(f.path("/meetings"), {{"title", text}, {"held_on", "2026-01-20"}}).status == 201);
      const Json sent{{"edition", 1}, {"addressee", text}, {"channel", "Note"}, {"sent_on", "2026-01-15"}};
      REQUIRE(f.coordinator.post(f.path("/submissions"), sent).status == 201);
      queue_mail_about(text);
    }
  }

 private:
  // Nobody sends it here.
  void queue_mail_about(const std::string& text) {
    app.app().service().database().write([&](store::WriteTx& tx) {
      domain::Mail mail;
      mail.user = "writer";
      mail.key = text + std::string(52 - text.size(), '2');
      mail.message_id = mail.key + "@reports.example";
      mail.language = "en";
      mail.event = tx.head.id;
      REQUIRE(store::enqueue_mail(tx, mail));
    });
  }
};

struct List {
  const char* operation;
  std::string address;
  std::string filter = "";  // another one than none, which two items pass
};

std::vector<List> lists_of(const ReportFixture& f) {
  const std::string section = f.section("obj-07");
  return {{"list_agencies", "/v1/agencies"},
          {"list_users", "/v1/users"},
          {"list_posts", "/v1/users/writer/posts"},
          {"list_absences", "/v1/users/writer/absences"},
          {"list_tokens", "/v1/users/writer/tokens"},
          {"list_mails", "/v1/mails", "state=waiting"},
          {"list_formats", "/v1/formats"},
          {"list_reports", "/v1/reports"},
          {"list_sections", f.path("/sections"), "state=empty"},
          {"list_revisions", section + "/texts/en/revisions"},
          {"list_translations", f.path("/translations"), "language=ru"},
          {"list_pictures", section + "/pictures"},
          {"list_transitions", section + "/transitions"},
          {"list_promises", f.path("/promises"), "agency=labour"},
          {"list_extensions", f.path("/extensions"), "agency=labour"},
          {"list_reminders", f.path("/reminders"), "agency=labour"},
          {"get_inbox", "/v1/inbox", "report=tkm-2026"},
          {"list_tasks", f.path("/tasks"), "overdue=false"},
          {"list_assistance", f.path("/assistance"), "agency=labour"},
          {"list_meetings", f.path("/meetings"), "state=planned"},
          {"list_exports", f.path("/exports")},
          {"list_editions", f.path("/editions")},
          {"list_submissions", f.path("/submissions")}};
}

// Who sees all of these lists.
Caller reader_of(const Shelves& shelves) {
  return shelves.app.person("reader", {{{"role", "admin"}}, {{"role", "coordinator"}}});
}

// </v1/agencies?limit=1&cursor=...>; rel="next"
std::string target_of(const std::string& link) {
  REQUIRE(link.ends_with(">; rel=\"next\""));
  return link.substr(1, link.find('>') - 1);
}

std::string outcome(const Answer& answer) { return std::to_string(answer.status) + " " + answer.code(); }

}  // namespace

TEST_CASE("every list of the contract is read in pages, by cursors and by links, and the pages are the list") {
  const Shelves shelves;
  const Caller reader = reader_of(shelves);
  for (const List& list : lists_of(shelves.f)) {
    CAPTURE(list.operation);
    for (const std::string& filter : {std::string(), list.filter}) {
      const std::string query = filter.empty() ? "?" : "?" + filter + "&";
      const auto whole = reader.get(list.address + query + "limit=200");
      REQUIRE(whole.status == 200);
      CHECK(whole.json().at("next_cursor").is_null());
      CHECK(whole.header("Link").empty());
      const Json items = whole.json().at("items");
      REQUIRE(items.size() >= 2);
      Json met = Json::array();
      std::set<std::string> tags{whole.etag()};
      std::string next = list.address + query + "limit=1";
      while (!next.empty()) {
        const auto page = reader.get(next);
        REQUIRE(page.status == 200);
        REQUIRE(page.json().at("items").size() == 1);
        met.push_back(page.json().at("items").at(0));
        CHECK(tags.insert(page.etag()).second);
        const Json cursor = page.json().at("next_cursor");
        CHECK(page.header("Link").empty() == cursor.is_null());
        next = cursor.is_null() ? "" : target_of(page.header("Link"));
        if (!next.empty()) CHECK(next.ends_with("&cursor=" + cursor.get<std::string>()));
      }
      CHECK((met == items));
    }
    CHECK(reader.get(list.address + "?limit=0").status == 422);
    CHECK(reader.get(list.address + "?limit=201").status == 422);
  }
}

TEST_CASE("every list has a tag, which is good until the list changes and for no write") {
  const Shelves shelves;
  const Caller reader = reader_of(shelves);
  for (const List& list : lists_of(shelves.f)) {
    CAPTURE(list.operation);
    const std::string tag = reader.get(list.address).etag();
    CHECK(tag.starts_with("\"list."));
    for (const std::string& known : {tag, "W/" + tag, "\"7\", " + tag}) {
      const auto again = reader.get(list.address, {{"If-None-Match", known}});
      CHECK(again.status == 304);
      CHECK(again.etag() == tag);
    }
    CHECK(reader.get(list.address, {{"If-None-Match", "\"7\""}}).status == 200);
  }
  const std::string pictures = shelves.f.section("obj-07", "/pictures");
  const std::string before = reader.get(pictures).etag();
  REQUIRE(shelves.send("c.png", png(8, 4)).status == 201);
  CHECK(reader.get(pictures, {{"If-None-Match", before}}).status == 200);
  const std::string agencies = reader.get("/v1/agencies").etag();
  const HeaderMap patch{{"If-Match", agencies}, {"Content-Type", "application/merge-patch+json"}};
  CHECK(outcome(reader.send("PATCH", "/v1/agencies/labour", R"({"active": false})", patch)) == "412 unknown_etag");
}

TEST_CASE("a cursor of another list, or of the same with other filters, is refused in words") {
  const Shelves shelves;
  const Caller reader = reader_of(shelves);
  const auto lists = lists_of(shelves.f);
  const auto cursor_of = [&](const std::string& address) {
    return reader.get(address).json().at("next_cursor").get<std::string>();
  };
  for (const List& list : lists) {
    CAPTURE(list.operation);
    const std::string own = cursor_of(list.address + "?limit=1");
    CHECK(reader.get(list.address + "?cursor=" + own).status == 200);  // a page of another size
    std::vector<std::string> foreign{"x", "1", "labour", ".", "1.", own + "0", own.substr(0, own.size() - 1)};
    foreign.push_back(own.substr(own.rfind('.')));
    for (const List& other : lists) {
      if (other.address != list.address) foreign.push_back(cursor_of(other.address + "?limit=1"));
    }
    if (!list.filter.empty()) {
      foreign.push_back(cursor_of(list.address + "?limit=1&" + list.filter));
      CHECK(outcome(reader.get(list.address + "?" + list.filter + "&cursor=" + own)) == "400 foreign_cursor");
    }
    for (const auto& cursor : foreign) {
      const auto refused = reader.get(list.address + "?cursor=" + cursor);
      CHECK_MESSAGE(outcome(refused) == "400 foreign_cursor", cursor);
    }
    CHECK(reader.get(list.address + "?cursor=").status == 422);
  }
  const std::string other_section = shelves.f.section("obj-08", "/transitions?cursor=");
  CHECK(outcome(reader.get(other_section + cursor_of(shelves.f.section("obj-07", "/transitions?limit=1")))) ==
        "400 foreign_cursor");
}

TEST_CASE("events go on with a link while there are more, and have a tag") {
  const Shelves shelves;
  const Caller reader = reader_of(shelves);
  for (const std::string& address : {std::string("/v1/events"), shelves.f.path("/events")}) {
    CAPTURE(address);
    const auto whole = reader.get(address + "?limit=1000");
    CHECK(whole.header("Link").empty());
    CHECK(reader.get(address + "?limit=1000", {{"If-None-Match", whole.etag()}}).status == 304);
    std::size_t met = 0;
    std::string next = address + "?limit=3";
    while (!next.empty()) {
      const auto page = reader.get(next);
      met += page.json().at("items").size();
      next = page.header("Link").empty() ? "" : target_of(page.header("Link"));
    }
    CHECK(met == whole.json().at("items").size());
    const std::string end = address + "?wait=0&after=" + whole.json().at("next_after").dump();
    CHECK(reader.get(end, {{"If-None-Match", reader.get(end).etag()}}).status == 304);
  }
}

TEST_CASE("every operation of the contract that answers with items stands in the table of lists") {
  const Shelves shelves;
  std::set<std::string> known{"list_events", "list_all_events"};
  for (const List& list : lists_of(shelves.f)) known.insert(list.operation);
  const Json contract = Json::parse(embedded::file("api/openapi.json"));
  for (const auto& [path, item] : contract.at("paths").items()) {
    if (!item.contains("get")) continue;
    const Json none;
    const Json schema = item["get"]["responses"].value("/200/content/application~1json/schema"_json_pointer, none);
    if (!schema.is_object() || !schema.contains("$ref")) continue;
    const Json::json_pointer place(schema["$ref"].get<std::string>().substr(1));
    if (!contract.at(place).value("properties", Json::object()).contains("items")) continue;
    CHECK_MESSAGE(known.erase(item["get"]["operationId"]) == 1, item["get"]["operationId"]);
  }
  CHECK(known.empty());
}
