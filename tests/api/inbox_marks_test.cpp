// What has been read in an inbox: private marks, which something newer takes away.
#include <doctest/doctest.h>

#include "support/api_app.hpp"
#include "usecases/operation/housekeeping.hpp"

using namespace support;

namespace {

constexpr domain::Millis kADay = 24LL * 3600 * 1000;
const std::string kItem = "section_to_write.tkm-2026.obj-07.labour";

struct Reader {
  TestApp app;
  ReportFixture f{app};

  int put(const Caller& caller, const std::string& item) const {
    return caller.send("PUT", "/v1/inbox/" + item + "/read", "", {}).status;
  }
  int take(const Caller& caller, const std::string& item) const {
    return caller.send("DELETE", "/v1/inbox/" + item + "/read", "", {}).status;
  }
  int unread(const Caller& caller) const { return caller.get("/v1/inbox").json().at("unread"); }
  std::string unread_items(const Caller& caller) const {
    std::string all;
    const Json items = caller.get("/v1/inbox?unread=true").json().at("items");
    for (const Json& item : items) all += item.at("kind").get<std::string>() + " ";
    return all;
  }
  std::int64_t last_event() const {
    const Json events = f.coordinator.get(f.path("/events?limit=1000")).json();
    return events.at("next_after");
  }
  std::int64_t marks(const char* sql) {
    return app.app().service().database().read([&](store::ReadTx& tx) {
      store::Query query(tx.connection, sql);
      query.next();
      return query.integer(0);
    });
  }
};

}  // namespace

TEST_CASE("an item is read, and unread again, by its reader alone") {
  const Reader r;
  CHECK(r.unread_items(r.f.writer) == "section_to_write section_changed ");
  CHECK(r.put(r.f.writer, kItem) == 204);
  CHECK(r.put(r.f.writer, kItem) == 204);
  CHECK(r.unread_items(r.f.writer) == "section_changed ");
  CHECK(r.f.writer.get("/v1/inbox?unread=false").json().at("items").at(0).at("id") == kItem);
  CHECK(r.unread_items(r.f.head) == "section_to_write section_changed ");
  CHECK(r.take(r.f.writer, kItem) == 204);
  CHECK(r.unread(r.f.writer) == 2);
}

TEST_CASE("an item that changed is unread again") {
  const Reader r;
  REQUIRE(r.put(r.f.writer, kItem) == 204);
  const Json moved{{"due_on", "2026-01-20"}, {"due_reason", "Agreed."}};
  REQUIRE(r.f.coordinator.patch(r.f.section("obj-07"), moved).status == 200);
  CHECK(r.unread_items(r.f.writer) == "section_to_write section_changed section_changed ");
}

TEST_CASE("all up to an event are read, and what comes after it is not") {
  const Reader r;
  const std::int64_t seen = r.last_event();
  REQUIRE(r.f.coordinator.patch(r.f.path(), {{"forum_date", "2026-05-12"}}).status == 200);
  REQUIRE(r.f.writer.post("/v1/inbox/read", {{"until", seen}}).status == 204);
  CHECK(r.unread_items(r.f.writer) == "forum_moved ");
  REQUIRE(r.f.writer.post("/v1/inbox/read", {{"until", 9'007'199'254'740'991}}).status == 204);
  CHECK(r.unread(r.f.writer) == 0);
  CHECK(r.take(r.f.writer, kItem) == 204);
  CHECK(r.unread_items(r.f.writer) == "section_to_write ");
  REQUIRE(r.f.coordinator.patch(r.f.path(), {{"forum_date", "2026-05-13"}}).status == 200);
  CHECK(r.unread(r.f.writer) == 2);  // a number that was not there yet reads nothing in advance
  REQUIRE(r.f.writer.post("/v1/inbox/read", {{"until", seen}}).status == 204);
  CHECK(r.unread_items(r.f.writer) == "forum_moved ");
}

TEST_CASE("a text whose day comes near is unread, although everything was read before") {
  Reader r;
  const Json late{{"due_on", "2026-02-16"}, {"due_reason", "Agreed."}};  // thirty days before: the 17th of January
  REQUIRE(r.f.coordinator.patch(r.f.section("obj-07"), late).status == 200);
  REQUIRE(r.f.writer.post("/v1/inbox/read", {{"until", r.last_event()}}).status == 204);
  r.app.set_now(domain::parse_time("2026-01-16T18:59:59Z").value());  // a second before midnight in Ashgabat
  CHECK(r.unread(r.f.writer) == 0);
  r.app.advance(1000);
  CHECK(r.unread_items(r.f.writer) == "section_to_write ");
  CHECK(r.f.writer.get("/v1/inbox?type=duty").json().at("items").at(0).at("since") == "2026-01-16T19:00:00.000Z");
  REQUIRE(r.f.writer.post("/v1/inbox/read", {{"until", r.last_event()}}).status == 204);
  CHECK(r.unread(r.f.writer) == 0);
}

TEST_CASE("many items are read by their names, and those that are gone or another's are passed over") {
  const Reader r;
  const Json items = r.f.writer.get("/v1/inbox").json().at("items");
  const Json names{items.at(0).at("id"), items.at(1).at("id"), "section_to_write.tkm-2026.obj-08.interior",
                   "section_approved.99"};
  const HeaderMap key{{"Idempotency-Key", "once"}};
  CHECK(r.f.writer.post("/v1/inbox/read", {{"items", names}}, key).status == 204);
  CHECK(r.f.writer.post("/v1/inbox/read", {{"items", names}}, key).header("Idempotent-Replayed") == "true");
  CHECK(r.unread(r.f.writer) == 0);
  CHECK(r.f.writer.post("/v1/inbox/read", Json::object()).status == 422);
  CHECK(r.f.writer.post("/v1/inbox/read", {{"until", 1}, {"items", names}}).status == 422);
  CHECK(r.f.writer.post("/v1/inbox/read", {{"items", Json::array()}}).status == 422);
  CHECK(r.f.writer.post("/v1/inbox/read", {{"until", -1}}).status == 422);
}

TEST_CASE("an item of somebody else, one that is gone, and one that never was are the same to a caller") {
  const Reader r;
  for (const char* item : {"section_to_write.tkm-2026.obj-07.health", "section_to_write.none.obj-07.labour",
                           "section_approved.7", "nonsense.1"}) {
    CAPTURE(item);
    CHECK(r.put(r.f.writer, item) == 404);
    CHECK(r.take(r.f.writer, item) == 404);
  }
  for (const char* item : {"nonsense", "A.b", "a..b", "a.%2e%2e", "a.b%00", "a.b%20c", "%D0%B0.b"}) {
    CAPTURE(item);
    const int status = r.put(r.f.writer, item);
    CHECK((status == 404 || status == 400));
  }
  CHECK(r.put(r.f.writer, std::string(251, 'a')) == 422);
}

TEST_CASE("a mark is no event, and no other answer changes by it") {
  const Reader r;
  const auto events = r.last_event();
  const auto tag = r.f.head.get(r.f.path("/status")).etag();
  REQUIRE(r.put(r.f.writer, kItem) == 204);
  CHECK(r.last_event() == events);
  CHECK(r.f.head.get(r.f.path("/status"), {{"If-None-Match", tag}}).status == 304);
}

TEST_CASE("a person has so many marks, and marking all as read makes room") {
  Reader r;
  r.app.app().service().database().write([&](store::WriteTx& tx) {
    tx.connection.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        "INSERT INTO inbox_marks (user, item, event, read) SELECT 'writer', 'section_approved.' || i, 1, 1 FROM n");
  });
  CHECK(r.f.writer.get("/v1/inbox").json().at("unread") == 2);
  const auto full = r.f.writer.send("PUT", "/v1/inbox/" + kItem + "/read", "", {});
  CHECK(full.status == 409);
  CHECK(full.code() == "too_many_marks");
  CHECK(r.put(r.f.head, kItem) == 204);
  CHECK(r.f.writer.post("/v1/inbox/read", {{"until", 1}}).status == 204);
  CHECK(r.put(r.f.writer, kItem) == 204);
}

TEST_CASE("marks of items that are gone are forgotten within a day, and no others") {
  Reader r;
  usecases::keep_house(r.app.app().service());
  REQUIRE(r.put(r.f.writer, kItem) == 204);
  REQUIRE(r.put(r.f.contributor, "section_to_write.tkm-2026.obj-07.health") == 204);
  const std::string changed = r.f.writer.get("/v1/inbox?type=news").json().at("items").at(0).at("id");
  REQUIRE(r.put(r.f.writer, changed) == 204);
  REQUIRE(r.f.save("A text.").status == 201);
  REQUIRE(r.f.submit(r.f.head).status == 201);
  r.app.advance(kADay);
  usecases::keep_house(r.app.app().service());
  CHECK(r.marks("SELECT count(*) FROM inbox_marks") == 1);
  CHECK(r.marks("SELECT count(*) FROM inbox_marks WHERE item LIKE 'section_changed.%'") == 1);
}

TEST_CASE("cursors that were tampered with lead to a page or a refusal, never to a fault") {
  const Reader r;
  const std::string cursor = r.f.writer.get("/v1/inbox?limit=1").json().at("next_cursor");
  const std::string mark = cursor.substr(cursor.rfind('.'));
  for (const char* place : {"d", "n", "x", "d9999-99-99", "dno-day", "zzz", "%D1%8F", "~"}) {
    CAPTURE(place);
    CHECK(r.f.writer.get("/v1/inbox?cursor=" + std::string(place) + mark).status == 200);
  }
  CHECK(r.f.writer.get("/v1/inbox?cursor=" + mark).status == 400);
  CHECK(r.f.writer.get("/v1/inbox?cursor=" + std::string(201, 'a')).status == 422);
  CHECK(r.f.writer.get("/v1/inbox?type=duty&cursor=" + cursor).status == 400);
}

TEST_CASE("pages go on behind an item that is gone by then") {
  const Reader r;
  REQUIRE(r.f.coordinator.patch(r.f.path(), {{"forum_date", "2026-05-12"}}).status == 200);
  const Json first = r.f.writer.get("/v1/inbox?limit=1").json();
  CHECK(first.at("items").at(0).at("kind") == "section_to_write");
  REQUIRE(r.f.save("A text.").status == 201);
  REQUIRE(r.f.submit(r.f.head).status == 201);
  const std::string cursor = first.at("next_cursor");
  const Json second = r.f.writer.get("/v1/inbox?limit=1&cursor=" + cursor).json();
  CHECK(second.at("items").at(0).at("kind") == "forum_moved");
}
