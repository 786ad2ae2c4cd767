// Who is absent has a deputy: how it is said, changed and ended, by whom, and how often.
#include "support/deputies.hpp"

using namespace support;

namespace {

std::string place_of(const Answer& refused) {
  CHECK(refused.status == 422);
  return refused.json().at("errors").at(0).at("pointer");
}

std::string first_post(const DeputyDesk& desk, const std::string& user) {
  return desk.app.admin().get("/v1/users/" + user + "/posts").json().at("items").at(0).at("id").dump();
}

}  // namespace

TEST_CASE("somebody says when they are away and who stands in for them, changes it, and ends it") {
  const DeputyDesk desk;
  const Caller& head = desk.f.head;
  const Json body{{"starts_on", "2026-02-02"}, {"ends_on", "2026-02-06"}, {"deputy", "writer"}};
  const auto made = head.post("/v1/users/head/absences", body);
  REQUIRE(made.status == 201);
  CHECK(made.json().at("state") == "ahead");
  CHECK(made.json().at("deputy").at("id") == "writer");
  const std::string path = made.header("Location");
  CHECK(head.get(path).body == made.body);
  const auto changed = head.patch(path, {{"ends_on", "2026-02-04"}, {"deputy", "contributor"}});
  REQUIRE(changed.status == 200);
  CHECK(changed.json().at("ends_on") == "2026-02-04");
  CHECK(changed.json().at("version") == 2);
  CHECK(head.get("/v1/me").json().at("absences").at(0) == changed.json());
  REQUIRE(desk.end(head, made).status == 204);
  CHECK(head.get(path).json().at("state") == "over");
  CHECK(head.get(path).json().at("ended_at") == "2026-01-15T09:00:00.000Z");
  CHECK(head.get("/v1/me").json().at("absences").empty());
  CHECK(desk.end(head, made).code() == "absence_over");
  CHECK(head.patch(path, {{"ends_on", "2026-02-05"}}).code() == "absence_over");
  std::string told;
  const Json events = desk.app.admin().get("/v1/events?limit=1000").json();
  for (const auto& event : events.at("items")) {
    const std::string type = event.at("type");
    if (type.starts_with("absence.")) told += type + " " + event.at("data").at("ends_on").get<std::string>() + "; ";
  }
  CHECK(told == "absence.set 2026-02-06; absence.changed 2026-02-04; absence.ended 2026-02-04; ");
}

TEST_CASE("an absence is the business of the person and the admin, seen by the coordinator, by others not") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  const auto made = desk.away("head", "writer");
  REQUIRE(made.status == 201);
  const std::string path = made.header("Location");
  const Json body{{"starts_on", "2026-03-02"}, {"ends_on", "2026-03-06"}, {"deputy", "observer"}};
  for (const Caller* other : {&f.writer, &f.contributor, &f.other_head, &f.ministry, &f.translator, &f.observer}) {
    CHECK(other->get(path).status == 403);
    CHECK(other->get("/v1/users/head/absences").status == 403);
    CHECK(other->post("/v1/users/head/absences", body).status == 403);
    CHECK(other->send("DELETE", path, "", {{"If-Match", made.etag()}}).status == 403);
  }
  CHECK(f.coordinator.get(path).status == 200);
  CHECK(f.coordinator.get("/v1/users/head/absences").json().at("items").size() == 1);
  CHECK(f.coordinator.post("/v1/users/head/absences", body).status == 403);
  CHECK(f.coordinator.send("DELETE", path, "", {{"If-Match", made.etag()}}).status == 403);
  CHECK(f.head.patch(path, {{"ends_on", "2026-01-17"}}).status == 200);
  CHECK(desk.app.admin().patch(path, {{"ends_on", "2026-01-18"}}).status == 200);
  CHECK(f.head.get("/v1/users/head/absences/99").status == 404);
  CHECK(desk.app.admin().get("/v1/users/writer/absences/1").status == 404);  // it is of another person
  CHECK(desk.app.admin().post("/v1/users/nobody/absences", body).status == 404);
}

TEST_CASE("a deputy of the coordinator sees what the coordinator sees of absences, and changes none") {
  const DeputyDesk desk;
  REQUIRE(desk.away("coordinator", "observer").status == 201);
  const auto made = desk.away("head", "writer");
  CHECK(desk.f.observer.get(made.header("Location")).status == 200);
  CHECK(desk.end(desk.f.observer, made).status == 403);
  const Json body{{"starts_on", "2026-03-02"}, {"ends_on", "2026-03-06"}, {"deputy", "observer"}};
  CHECK(desk.f.observer.post("/v1/users/coordinator/absences", body).status == 403);
}

TEST_CASE("a token that does not manage gives nobody's rights on") {
  const DeputyDesk desk;
  const auto token =
      desk.app.admin().post("/v1/users/head/tokens", {{"label", "Script"}, {"scopes", {"read", "write"}}});
  const auto script = desk.app.with_token(token.json().at("secret"));
  const Json body{{"starts_on", "2026-03-02"}, {"ends_on", "2026-03-06"}, {"deputy", "observer"}};
  CHECK(script.post("/v1/users/head/absences", body).code() == "scope_missing");
}

TEST_CASE("days of an absence are days, in their order, not too many and not all past") {
  const DeputyDesk desk;
  const auto from = [&](const std::string& first, const std::string& last) {
    return desk.away("head", "writer", first, last);
  };
  CHECK(place_of(from("2026-02-30", "2026-03-01")) == "/starts_on");
  CHECK(place_of(from("2026-02-01", "2026-13-01")) == "/ends_on");
  CHECK(place_of(from("2026-02-02", "2026-02-01")) == "/ends_on");
  CHECK(place_of(from("2026-01-01", "2026-01-14")) == "/ends_on");
  CHECK(place_of(from("2026-02-01", "2027-02-02")) == "/ends_on");
  CHECK(place_of(from("2026-02-01", "9999-12-31")) == "/ends_on");
  CHECK(place_of(from("+026-02-01", "2026-02-01")) == "/starts_on");
  CHECK(place_of(from("2026-02-01", "2026-02-01T00:00:00Z")) == "/ends_on");
  CHECK(from("9999-12-31", "9999-12-31").status == 201);
  CHECK(from("2026-02-01", "2027-02-01").status == 201);  // 366 days
  const auto today = from("2026-01-10", "2026-01-15");
  CHECK(today.json().at("state") == "in_force");
  CHECK(place_of(desk.app.admin().patch(today.header("Location"), {{"ends_on", "2026-01-14"}})) == "/ends_on");
}

TEST_CASE("a deputy is another person with access, and posts are the person's own, but those of an admin") {
  const DeputyDesk desk;
  desk.app.person("gone", {{{"role", "observer"}}});
  REQUIRE(desk.app.admin().patch("/v1/users/gone", {{"active", false}}).status == 200);
  CHECK(place_of(desk.away("head", "head")) == "/deputy");
  CHECK(place_of(desk.away("head", "nobody")) == "/deputy");
  CHECK(place_of(desk.away("head", "gone")) == "/deputy");
  const auto with = [&](const std::string& user, const std::string& post) {
    return desk.away(user, "writer", "2026-02-01", "2026-02-02", {{"posts", Json::array({Json::parse(post)})}});
  };
  CHECK(place_of(with("head", "99")) == "/posts/0");
  CHECK(place_of(with("head", first_post(desk, "writer"))) == "/posts/0");
  CHECK(place_of(with("admin", first_post(desk, "admin"))) == "/posts/0");
  CHECK(with("head", "0").status == 422);
  CHECK(with("head", first_post(desk, "head")).status == 201);
}

TEST_CASE("a post has one deputy at a time") {
  const DeputyDesk desk;
  const Json first{{"posts", Json::array({Json::parse(first_post(desk, "head"))})}};
  REQUIRE(desk.app.admin().post("/v1/users/head/posts", {{"role", "observer"}}).status == 201);
  const Json posts = desk.app.admin().get("/v1/users/head/posts").json().at("items");
  const Json second{{"posts", Json::array({posts.at(1).at("id")})}};
  REQUIRE(desk.away("head", "writer", "2026-02-01", "2026-02-10", first).status == 201);
  CHECK(desk.away("head", "observer", "2026-02-10", "2026-02-20", first).code() == "absence_overlaps");
  CHECK(desk.away("head", "observer", "2026-02-10", "2026-02-20").code() == "absence_overlaps");
  CHECK(desk.away("head", "writer", "2026-02-10", "2026-02-20").status == 201);  // the same one
  CHECK(desk.away("head", "observer", "2026-02-01", "2026-02-09", second).status == 201);
  const auto later = desk.away("head", "observer", "2026-02-21", "2026-02-28");
  REQUIRE(later.status == 201);
  const auto moved = desk.app.admin().patch(later.header("Location"), {{"starts_on", "2026-02-20"}});
  CHECK(moved.status == 409);
  CHECK(moved.json().at("absence") == 2);
}

TEST_CASE("what one person may promise and have promised has an end, and it is told") {
  const DeputyDesk desk;
  for (int i = 0; i < 50; ++i) {
    const std::string day = domain::format_day(domain::parse_day("2026-03-01").value() + i);
    REQUIRE(desk.away("head", "writer", day, day).status == 201);
  }
  const auto more = desk.away("head", "writer", "2026-05-01", "2026-05-01");
  CHECK(more.status == 409);
  CHECK(more.code() == "too_many_absences");
  CHECK(desk.app.admin().patch("/v1/users/head/absences/50", {{"deputy", "observer"}}).status == 200);
  for (int i = 1; i < 20; ++i) {
    desk.app.person("official-" + std::to_string(i), {{{"role", "observer"}}});
    REQUIRE(desk.away("official-" + std::to_string(i), "writer").status == 201);
  }
  desk.app.person("official-20", {{{"role", "observer"}}});
  const auto refused = desk.away("official-20", "writer");
  CHECK(refused.status == 409);
  CHECK(refused.code() == "too_many_deputyships");
  CHECK(desk.away("official-1", "writer", "2026-02-01", "2026-02-02").status == 201);  // the same person again
}

TEST_CASE("an absence that is asked for twice with one key is set once") {
  const DeputyDesk desk;
  const Json body{{"starts_on", "2026-03-02"}, {"ends_on", "2026-03-06"}, {"deputy", "observer"}};
  const HeaderMap key{{"Idempotency-Key", "away"}};
  const auto first = desk.f.head.post("/v1/users/head/absences", body, key);
  const auto second = desk.f.head.post("/v1/users/head/absences", body, key);
  CHECK(second.header("Idempotent-Replayed") == "true");
  CHECK(second.body == first.body);
  CHECK(desk.f.head.get("/v1/users/head/absences").json().at("items").size() == 1);
}
