// Somebody leaves: what would be left, and giving it to a successor in one act.
#include "support/deputies.hpp"
#include "usecases/operation/housekeeping.hpp"

using namespace support;

namespace {

struct HandoverDesk : DeputyDesk {
  Caller successor = app.person("successor", {});

  Answer hand_over(const std::string& user, const Json& order) const {
    return app.admin().post("/v1/users/" + user + "/handover", order);
  }
  Json left_by(const std::string& user) const { return app.admin().get("/v1/users/" + user + "/handover").json(); }
  std::int64_t last_event() const {
    const Json events = app.admin().get("/v1/events?limit=1000").json();
    return events.at("next_after");
  }
  // Types of events from then on.
  std::string told_after(std::int64_t event) const {
    std::string told;
    const Json events = app.admin().get("/v1/events?limit=1000&after=" + std::to_string(event)).json();
    for (const auto& one : events.at("items")) told += one.at("type").get<std::string>() + " ";
    return told;
  }
};

std::string fault_at(const Answer& refused) {
  CHECK(refused.status == 422);
  return refused.json().at("errors").at(0).at("pointer");
}

}  // namespace

TEST_CASE("what would be left without an owner is told: posts, sections, drafts, requests, tokens and promises") {
  const HandoverDesk desk;
  const auto& f = desk.f;
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(f.save("A translation.", "obj-07", "ru").status == 201);
  const Json more_time{{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
  REQUIRE(f.writer.post(f.path("/extensions"), more_time).status == 201);
  REQUIRE(desk.away("head", "writer").status == 201);
  REQUIRE(desk.away("writer", "observer", "2026-03-01", "2026-03-02").status == 201);
  const Json left = desk.left_by("writer");
  CHECK(left.at("last_admin") == false);
  CHECK(left.at("posts").at("items").at(0).at("others") == 0);
  CHECK(left.at("drafts").at("total") == 2);
  CHECK(left.at("drafts").at("items").at(0).at("section") == "obj-07");
  CHECK(left.at("extensions").at("items").at(0).at("extension") == 1);
  CHECK(left.at("tokens").at("total") == 1);
  CHECK_FALSE(left.at("tokens").at("items").at(0).contains("secret"));
  CHECK(left.at("deputyships").at("items").at(0).at("user").at("id") == "head");
  CHECK(left.at("absences").at("items").at(0).at("deputy").at("id") == "observer");
  CHECK(left.at("sections").at("total") == 0);  // the head writes for labour as well
  CHECK(f.writer.get("/v1/users/writer/handover").json() == left);
  REQUIRE(f.submit(f.head).status == 201);
  CHECK(desk.left_by("writer").at("drafts").at("total") == 0);
}

TEST_CASE("a section is left where it waits for one person only, in whichever role") {
  const HandoverDesk desk;
  const auto& f = desk.f;
  const auto waiting_for = [&](const std::string& user) {
    const Json sections = desk.left_by(user).at("sections");
    return sections.at("total") == 0 ? "" : sections.at("items").at(0).at("role").get<std::string>();
  };
  CHECK(waiting_for("head") == "");  // it is not begun
  REQUIRE(f.save("A text.").status == 201);
  CHECK(waiting_for("head") == "head");
  CHECK(waiting_for("contributor") == "contributor");
  desk.app.person("second", {{{"role", "head"}, {"agency", "labour"}}});
  CHECK(waiting_for("head") == "");
  REQUIRE(f.submit(f.head).status == 201);
  CHECK(waiting_for("coordinator") == "");  // the admin of the first start coordinates too
  REQUIRE(desk.approve(f.coordinator).status == 201);
  CHECK(waiting_for("ministry") == "reviewer");
  CHECK(waiting_for("contributor") == "");
  REQUIRE(desk.approve(f.ministry).status == 201);
  CHECK(waiting_for("ministry") == "");
}

TEST_CASE("what a leaver leaves is seen by the person and the admin, and handed over by the admin") {
  const HandoverDesk desk;
  const auto& f = desk.f;
  for (const Caller* other : {&f.writer, &f.coordinator, &f.ministry, &f.contributor, &f.observer, &f.translator}) {
    CHECK(other->get("/v1/users/head/handover").status == 403);
    CHECK(other->post("/v1/users/head/handover", {{"successor", "successor"}}).status == 403);
  }
  CHECK(f.head.get("/v1/users/head/handover").status == 200);
  CHECK(f.head.post("/v1/users/head/handover", {{"successor", "successor"}}).status == 403);
  CHECK(desk.app.admin().get("/v1/users/nobody/handover").status == 404);
  CHECK(desk.hand_over("nobody", {{"successor", "successor"}}).status == 404);
}

TEST_CASE("a hand-over today ends posts, tokens and promises at once, and the successor goes on at once") {
  const HandoverDesk desk;
  const auto& f = desk.f;
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(desk.away("writer", "head", "2026-02-01", "2026-02-05").status == 201);
  REQUIRE(desk.away("head", "observer", "2026-02-01", "2026-02-05").status == 201);
  const auto before = desk.last_event();
  const auto made = desk.hand_over("head", {{"successor", "successor"}, {"note", "Retired."}});
  REQUIRE_MESSAGE(made.status == 200, made.body);
  const Json done = made.json();
  CHECK(done.at("ends_on") == "2026-01-15");
  CHECK(done.at("starts_on") == "2026-01-15");
  CHECK(done.at("posts").at(0).at("outcome") == "handed_over");
  CHECK(done.at("tokens_revoked") == 1);
  CHECK(done.at("absences_ended") == 2);
  CHECK(desk.told_after(before) ==
        "post.updated post.created absence.ended absence.ended token.revoked user.handed_over ");
  CHECK(f.head.get("/v1/me").status == 401);
  CHECK(f.submit(desk.successor).status == 201);
}

TEST_CASE("a hand-over to come leaves everything as it is until then, and housekeeping takes the tokens away") {
  HandoverDesk desk;
  const auto& f = desk.f;
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(desk.away("writer", "head", "2026-01-15", "2026-02-05").status == 201);
  const Json done = desk.hand_over("head", {{"successor", "successor"}, {"ends_on", "2026-01-16"}}).json();
  CHECK(done.at("starts_on") == "2026-01-17");
  CHECK(done.at("tokens_revoked") == 0);
  CHECK(done.at("absences_ended") == 1);
  CHECK(desk.app.admin().get("/v1/users/writer/absences/1").json().at("ends_on") == "2026-01-16");
  desk.app.advance(kOneDay);
  usecases::keep_house(desk.app.app().service());
  CHECK(f.submit(desk.successor).status == 403);
  CHECK(f.submit(f.head).status == 201);
  CHECK(f.act(f.head, "withdraw").status == 201);
  desk.app.advance(kOneDay);
  CHECK(f.head.get("/v1/agencies").code() == "no_post");  // before housekeeping came
  CHECK(f.submit(desk.successor).status == 201);
  const auto before = desk.last_event();
  usecases::keep_house(desk.app.app().service());
  CHECK(f.head.get("/v1/me").status == 401);
  CHECK(desk.told_after(before) == "token.revoked ");
  usecases::keep_house(desk.app.app().service());
  CHECK(desk.told_after(before) == "token.revoked ");
}

TEST_CASE("housekeeping leaves the tokens of who never had a post, will have one, or is somebody's deputy") {
  HandoverDesk desk;
  desk.app.person("later", {{{"role", "observer"}, {"starts_on", "2026-03-01"}}});
  const Caller deputy = desk.app.person("deputy", {{{"role", "observer"}, {"ends_on", "2026-01-17"}}});
  const Caller gone = desk.app.person("gone", {{{"role", "observer"}, {"ends_on", "2026-01-15"}}});
  REQUIRE(desk.away("head", "deputy", "2026-01-16", "2026-01-17").status == 201);
  const std::string posts = "/v1/users/deputy/posts";
  const std::string post = posts + "/" + desk.app.admin().get(posts).json().at("items").at(0).at("id").dump();
  REQUIRE(desk.app.admin().patch(post, {{"ends_on", "2026-01-15"}}).status == 200);
  const auto revoked = [&](const std::string& user) {
    const Json tokens = desk.app.admin().get("/v1/users/" + user + "/tokens").json();
    return !tokens.at("items").at(0).at("revoked_at").is_null();
  };
  desk.app.advance(kOneDay);
  usecases::keep_house(desk.app.app().service());
  CHECK_FALSE(revoked("later"));
  CHECK_FALSE(revoked("successor"));
  CHECK_FALSE(revoked("deputy"));
  CHECK(revoked("gone"));
  CHECK(gone.get("/v1/me").status == 401);
  desk.app.advance(2 * kOneDay);
  usecases::keep_house(desk.app.app().service());
  CHECK(deputy.get("/v1/me").status == 401);
}

TEST_CASE("the successor gets the posts as they are, for as long as they would have lasted, and none twice") {
  const HandoverDesk desk;
  const auto give = [&](const std::string& user, const Json& post) {
    return desk.app.admin().post("/v1/users/" + user + "/posts", post).json().at("id").get<int>();
  };
  desk.app.person("leaver", {});
  const int translator = give("leaver", {{"role", "translator"}, {"languages", {"ru"}}, {"ends_on", "2026-06-30"}});
  const int reviewer = give("leaver", {{"role", "reviewer"}, {"step", "foreign-ministry"}});
  const int later = give("leaver", {{"role", "observer"}, {"starts_on", "2026-05-01"}});
  const int over = give("leaver", {{"role", "observer"}, {"ends_on", "2026-01-20"}});
  give("successor", {{"role", "reviewer"}, {"step", "foreign-ministry"}});
  const Json done = desk.hand_over("leaver", {{"successor", "successor"}, {"ends_on", "2026-01-31"}}).json();
  REQUIRE(done.at("posts").size() == 3);
  CHECK(done.at("posts").at(0).at("post") == translator);
  CHECK(done.at("posts").at(1) ==
        Json{{"post", reviewer}, {"outcome", "already_held"}, {"ends_on", "2026-01-31"}, {"successor_post", nullptr}});
  CHECK(done.at("posts").at(2).at("post") == later);
  CHECK(done.at("posts").at(2).at("ends_on") == "2026-01-14");  // it never begins
  const Json got = desk.app.admin().get("/v1/users/successor/posts").json().at("items");
  REQUIRE(got.size() == 3);
  CHECK(got.at(1).at("languages") == Json{"ru"});
  CHECK(got.at(1).at("starts_on") == "2026-02-01");
  CHECK(got.at(1).at("ends_on") == "2026-06-30");
  CHECK(got.at(2).at("starts_on") == "2026-05-01");
  const std::string untouched = "/v1/users/leaver/posts/" + std::to_string(over);
  CHECK(desk.app.admin().get(untouched).json().at("version") == 1);
}

TEST_CASE("some posts are handed over, and who keeps one keeps access and promises") {
  const HandoverDesk desk;
  const auto& f = desk.f;
  REQUIRE(desk.app.admin().post("/v1/users/head/posts", {{"role", "observer"}}).status == 201);
  REQUIRE(desk.away("writer", "head").status == 201);
  const Json posts = f.head.get("/v1/me").json().at("posts");
  const Json order{{"posts", Json::array({posts.at(0).at("id")})}};
  const Json done = desk.hand_over("head", order).json();
  CHECK(done.at("successor").is_null());
  CHECK(done.at("starts_on").is_null());
  CHECK(done.at("posts").at(0).at("outcome") == "ended");
  CHECK(done.at("tokens_revoked") == 0);
  CHECK(done.at("absences_ended") == 0);
  CHECK(f.head.get("/v1/me").json().at("deputy_for").size() == 1);
}

TEST_CASE("a hand-over that makes no sense changes nothing, and says where") {
  const HandoverDesk desk;
  desk.app.person("gone", {{{"role", "observer"}}});
  REQUIRE(desk.app.admin().patch("/v1/users/gone", {{"active", false}}).status == 200);
  const auto before = desk.last_event();
  const auto with = [&](const Json& more) {
    Json order{{"successor", "successor"}};
    order.update(more);
    return desk.hand_over("head", order);
  };
  CHECK(fault_at(with({{"successor", "head"}})) == "/successor");
  CHECK(fault_at(with({{"successor", "gone"}})) == "/successor");
  CHECK(fault_at(with({{"successor", "nobody"}})) == "/successor");
  CHECK(fault_at(with({{"ends_on", "2026-02-30"}})) == "/ends_on");
  CHECK(fault_at(with({{"ends_on", "2027-01-17"}})) == "/ends_on");
  CHECK(fault_at(with({{"ends_on", "9999-12-31"}})) == "/ends_on");
  CHECK(fault_at(with({{"starts_on", "2026-01-17"}})) == "/starts_on");  // a day between
  CHECK(fault_at(with({{"starts_on", "2026-01-14"}})) == "/starts_on");
  CHECK(fault_at(with({{"starts_on", "2026-99-99"}})) == "/starts_on");
  CHECK(fault_at(with({{"posts", {9999}}})) == "/posts/0");
  CHECK(fault_at(with({{"note", " "}})) == "/note");
  CHECK(fault_at(desk.hand_over("head", {{"starts_on", "2026-01-15"}})) == "/starts_on");
  CHECK(with({{"posts", Json::array()}}).status == 422);
  CHECK(desk.last_event() == before);
}

TEST_CASE("a successor may begin before the leaver ends, to work together") {
  const HandoverDesk desk;
  REQUIRE(desk.f.save("A text.").status == 201);
  const Json order{{"successor", "successor"}, {"starts_on", "2026-01-15"}, {"ends_on", "2026-01-31"}};
  REQUIRE(desk.hand_over("head", order).status == 200);
  CHECK(desk.f.submit(desk.successor).status == 201);
  CHECK(desk.f.act(desk.f.head, "withdraw").status == 201);
}

TEST_CASE("a hand-over of a day that has passed ends what was in force, and the successor begins today") {
  const HandoverDesk desk;
  const Json done = desk.hand_over("head", {{"successor", "successor"}, {"ends_on", "2025-12-31"}}).json();
  CHECK(done.at("starts_on") == "2026-01-15");
  CHECK(done.at("tokens_revoked") == 1);
  CHECK(desk.successor.get("/v1/me").json().at("posts").size() == 1);
}

TEST_CASE(
    "a hand-over of a day that has passed ends access at once, however long the post and the deputyship were to last") {
  const HandoverDesk desk;
  const Json posts{{{"role", "head"}, {"agency", "labour"}, {"starts_on", "2026-01-05"}}};
  const Caller leaver = desk.app.person("leaver", posts);
  REQUIRE(desk.away("writer", "leaver", "2026-01-10", "2026-02-28").status == 201);
  const Json done = desk.hand_over("leaver", {{"successor", "successor"}, {"ends_on", "2025-12-31"}}).json();
  CHECK(done.at("tokens_revoked") == 1);
  CHECK(done.at("absences_ended") == 1);
  CHECK(leaver.get("/v1/me").status == 401);
  CHECK(desk.successor.get("/v1/me").json().at("posts").size() == 1);
}

TEST_CASE("nobody becomes a deputy for days after their last, and whoever is keeps no access by it") {
  const HandoverDesk desk;
  REQUIRE(desk.hand_over("head", {{"successor", "successor"}, {"ends_on", "2026-01-31"}}).status == 200);
  CHECK(fault_at(desk.away("writer", "head", "2026-02-01", "2026-02-28")) == "/deputy");
  CHECK(fault_at(desk.away("writer", "head", "2026-01-20", "2026-02-01")) == "/deputy");
  const auto until_the_end = desk.away("writer", "head", "2026-01-20", "2026-01-31");
  REQUIRE(until_the_end.status == 201);
  const std::string door = until_the_end.header("Location");
  CHECK(fault_at(desk.app.admin().patch(door, {{"ends_on", "2026-02-28"}})) == "/deputy");
  CHECK(desk.away("writer", "newcomer-without-posts", "2026-02-01", "2026-02-28").status == 422);
  desk.app.person("helper", {});
  CHECK(desk.away("writer", "helper", "2026-02-01", "2026-02-28").status == 201);
}

TEST_CASE("the last administrator leaves only where somebody follows, and then from that day on") {
  HandoverDesk desk;
  CHECK(desk.left_by("admin").at("last_admin") == true);
  CHECK(desk.hand_over("admin", {{"ends_on", "2026-01-31"}}).code() == "last_admin");
  REQUIRE(desk.hand_over("admin", {{"successor", "successor"}, {"ends_on", "2026-01-16"}}).status == 200);
  CHECK(desk.left_by("successor").at("last_admin") == true);
  CHECK(desk.app.admin().patch("/v1/users/successor", {{"active", false}}).code() == "last_admin");
  CHECK(desk.app.admin().patch("/v1/users/writer", {{"name", "Still at work"}}).status == 200);
  desk.app.advance(2 * kOneDay);
  CHECK(desk.successor.get("/v1/events?limit=1").status == 200);
  CHECK(desk.app.admin().get("/v1/events?limit=1").status == 403);
}

TEST_CASE("a hand-over that is asked for twice with one key is done once") {
  const HandoverDesk desk;
  const HeaderMap key{{"Idempotency-Key", "leave"}};
  const Json order{{"successor", "successor"}};
  const auto first = desk.app.admin().post("/v1/users/head/handover", order, key);
  const auto second = desk.app.admin().post("/v1/users/head/handover", order, key);
  CHECK(second.header("Idempotent-Replayed") == "true");
  CHECK(second.body == first.body);
  const Json again = desk.app.admin().post("/v1/users/head/handover", order).json();
  CHECK(again.at("posts").empty());
  CHECK(again.at("tokens_revoked") == 0);
}
