// Rights belong to a thing, not to the door that it is asked for at: a table of thing, door and role.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "http/contract/contract.hpp"
#include "support/form_desk.hpp"
#include "support/picture_desk.hpp"
#include "support/xliff_exchange.hpp"

using namespace support;

namespace {

const std::string kStamped = "%PDF-1.7\npangolin";

// A report that is not shared, with one of each thing. A word stands for the thing, and in nothing else.
struct House : PictureDesk {
  Caller admin = app.person("second-admin", {{{"role", "admin"}}});
  std::string returned;  // the number of the transition

  House() {
    REQUIRE(send_emblem(f, png(6, 6)).status == 201);
    REQUIRE(send("okapi.png", png(8, 4)).status == 201);
    REQUIRE(f.save("A zebrafish.\n\n![It](okapi.png)\n").status == 201);
    REQUIRE(f.save("One more zebrafish.\n\n![It](okapi.png)\n").status == 200);
    REQUIRE(f.submit(f.head).status == 201);
    const auto act = f.act(f.coordinator, "return", {{"reason", "No narwhal."}});
    REQUIRE(act.status == 201);
    returned = act.json().at("id").dump();
    const Json promise{{"text", {{"en", "A saola."}}}, {"agency", "labour"}};
    REQUIRE(f.coordinator.post(f.path("/promises"), promise).status == 201);
    const Json more_time{{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
    REQUIRE(f.writer.post(f.path("/extensions"), more_time).status == 201);
    REQUIRE(f.coordinator.post(f.path("/reminders"), {{"agency", "labour"}}).status == 201);
    REQUIRE(f.coordinator.post(f.path("/tasks"), {{"title", "An ibex."}, {"agency", "labour"}}).status == 201);
    const Json help{{"title", "A takin."}, {"partner", "IOM"}, {"kind", "data"}};
    REQUIRE(f.coordinator.post(f.path("/assistance"), help).status == 201);
    const Json meeting{
        {"title", "A kudu."}, {"held_on", "2026-01-15"}, {"agencies", {"labour"}}, {"topics", {"An oryx."}}};
    REQUIRE(f.coordinator.post(f.path("/meetings"), meeting).status == 201);
    REQUIRE(f.writer.post(f.path("/meetings/1/answers"), {{"ready", false}, {"lacks", "A bongo."}}).status == 201);
    REQUIRE(f.coordinator.post(f.path("/meetings/1/decisions"), {{"text", "An eland."}}).status == 201);
    const std::string minutes = f.path("/meetings/1/minutes");
    REQUIRE(
        f.coordinator.put(minutes, Json{{"markdown", "A serow."}}, {{"If-Match", f.coordinator.get(minutes).etag()}})
            .status == 200);
    const Json edition{{"name", "The quagga"}, {"kind", "final"}, {"override_reason", "For the capybara."}};
    REQUIRE(freeze_edition(f.coordinator, f.path(), edition).status == 200);
    const Json submission{{"edition", 1}, {"addressee", "Network"}, {"channel", "Note"}, {"sent_on", "2026-01-15"}};
    REQUIRE(f.coordinator.post(f.path("/submissions"), submission).status == 201);
    REQUIRE(f.coordinator.send("PUT", f.path("/submissions/1/receipt"), kStamped, {{"Content-Type", "application/pdf"}})
                .status == 201);
    REQUIRE(f.coordinator.post(f.path("/editions/1/withdrawal"), {{"reason", "An axolotl."}}).status == 200);
  }

  std::string address_of(const std::string& door) const {
    return f.path(std::regex_replace(door, std::regex("\\{returned\\}"), returned));
  }

  std::map<std::string, Caller> people() const {
    return {{"writer", f.writer},
            {"head", f.head},
            {"contributor", f.contributor},
            {"translator", f.translator},
            {"coordinator", f.coordinator},
            {"ministry", f.ministry},
            {"other_writer", f.other_writer},
            {"other_head", f.other_head},
            {"observer", f.observer},
            {"admin", admin}};
  }
};

using Names = std::set<std::string>;

const Names kOfSection{"writer", "head", "contributor", "translator", "coordinator", "ministry"};
const Names kOfAll{"translator", "coordinator", "ministry"};  // who work on the whole report
const Names kEverybody{"writer",   "head",         "contributor", "translator", "coordinator",
                       "ministry", "other_writer", "other_head",  "observer",   "admin"};
const Names kOfLead{"writer", "head", "translator", "coordinator", "ministry"};

struct Thing {
  const char* word;
  const char* door;  // where those find it who may
  const Names& who;
};

const std::vector<Thing> kThings{
    {"zebrafish", "/sections/obj-07/texts/en", kOfSection},
    {"okapi.png", "/sections/obj-07/pictures", kOfSection},
    {"narwhal", "/sections/obj-07/transitions", kOfSection},
    {"narwhal", "/sections/obj-07/transitions/{returned}", kOfSection},
    {"quagga", "/editions/1", kOfAll},
    {"capybara", "/editions/1", kOfAll},
    {"axolotl", "/editions/1", kOfAll},
    {"quagga", "/events?limit=1000", kOfAll},
    {"capybara", "/events?limit=1000", kOfAll},
    {"axolotl", "/events?limit=1000", kOfAll},
    {"pangolin", "/submissions/1/receipt", kOfAll},
    {"saola", "/promises", kOfLead},
    {"ibex", "/tasks", kEverybody},
    {"ibex", "/tasks/1", kEverybody},
    {"ibex", "/tasks.csv", kEverybody},
    {"takin", "/assistance", kEverybody},
    {"takin", "/assistance/1", kEverybody},
    {"takin", "/assistance.csv", kEverybody},
    {"ibex", "/papers/plan.html", kEverybody},
    {"serow", "/meetings/1/papers/minutes.html", kEverybody},
    {"kudu", "/meetings", kEverybody},
    {"bongo", "/meetings/1", kEverybody},
    {"eland", "/meetings/1", kEverybody},
    {"oryx", "/meetings/1/agenda", kEverybody},
    {"serow", "/meetings/1/minutes", kEverybody},
};

// Every address under a report that answers a GET with words.
const std::vector<std::string> kDoors{"",
                                      "/emblem",
                                      "/sections",
                                      "/sections/obj-07",
                                      "/sections/obj-07/texts/en",
                                      "/sections/obj-07/texts/en/revisions",
                                      "/sections/obj-07/texts/en/revisions/1",
                                      "/sections/obj-07/texts/en/diff",
                                      "/sections/obj-07/transitions",
                                      "/sections/obj-07/transitions/{returned}",
                                      "/sections/obj-07/pictures",
                                      "/sections/obj-07/pictures/okapi.png",
                                      "/status",
                                      "/status.csv",
                                      "/findings",
                                      "/findings.csv",
                                      "/document.md",
                                      "/document.html",
                                      "/document.json",
                                      "/document.docx",
                                      "/document.odt",
                                      "/document.pdf",
                                      "/document.md?select=approved",
                                      "/translations",
                                      "/translations.xlf?language=ru",
                                      "/forms/labour.docx",
                                      "/glossary",
                                      "/exports",
                                      "/editions",
                                      "/editions/1",
                                      "/editions/1/manifest.json",
                                      "/editions/1/tkm-2026.en.md",
                                      "/editions/1/pictures/obj-07.okapi.png",
                                      "/editions/1/edition.zip",
                                      "/editions/1/compare",
                                      "/editions/1/compare.html",
                                      "/exports/1",
                                      "/exports/1/export.zip",
                                      "/submissions",
                                      "/submissions/1",
                                      "/submissions/1/receipt",
                                      "/promises",
                                      "/promises/1",
                                      "/calendar",
                                      "/calendar.ics",
                                      "/extensions",
                                      "/extensions/1",
                                      "/reminders",
                                      "/letters/labour.html",
                                      "/letters/labour.docx",
                                      "/letters/labour.pdf",
                                      "/papers/plan.html",
                                      "/papers/assistance.html",
                                      "/meetings/1/papers/agenda.html",
                                      "/meetings/1/papers/minutes.html",
                                      "/meetings/1/papers/press-notice.html",
                                      "/meetings",
                                      "/meetings/1",
                                      "/meetings/1/agenda",
                                      "/meetings/1/minutes",
                                      "/tasks",
                                      "/tasks.csv",
                                      "/tasks/1",
                                      "/assistance",
                                      "/assistance.csv",
                                      "/assistance/1",
                                      "/events?limit=1000",
                                      "/sections/obj-07/compare?with=tkm-2026",
                                      "/sections/obj-07/compare.html?with=tkm-2026"};

bool holds(const std::string& body, const std::string& word) { return body.find(word) != std::string::npos; }

}  // namespace

TEST_CASE("what a caller may not see is behind no door, and what one may see is behind its own") {
  const House house;
  for (const auto& [name, caller] : house.people()) {
    CAPTURE(name);
    std::map<std::string, std::string> bodies;
    for (const auto& door : kDoors) bodies[door] = caller.get(house.address_of(door)).body;
    bodies["all events"] = caller.get("/v1/events?limit=1000").body;
    bodies["inbox"] = caller.get("/v1/inbox?limit=200").body;
    for (const auto& thing : kThings) {
      CAPTURE(thing.word);
      if (thing.who.contains(name)) {
        CHECK_MESSAGE(holds(bodies.at(thing.door), thing.word), thing.door);
        continue;
      }
      for (const auto& [door, body] : bodies) CHECK_MESSAGE(!holds(body, thing.word), door);
    }
  }
}

TEST_CASE("every address of a report that answers a GET stands in the table of doors") {
  const std::string report = "/v1/reports/{report}";
  for (const auto& operation : http::Contract::instance().operations()) {
    if (operation.method != "GET" || !operation.path.starts_with(report)) continue;
    const std::string pattern =
        std::regex_replace(operation.path.substr(report.size()), std::regex("\\{[a-z]+\\}"), "[^/]+");
    CHECK_MESSAGE(std::ranges::any_of(kDoors,
                                      [&](const std::string& door) {
                                        return std::regex_match(door.substr(0, door.find('?')), std::regex(pattern));
                                      }),
                  operation.path);
  }
}

TEST_CASE("who may not see an edition gets no receipt of it either, and is told why") {
  const House house;
  for (const auto& [name, caller] : house.people()) {
    CAPTURE(name);
    const auto receipt = caller.get(house.f.path("/submissions/1/receipt"));
    const auto edition = caller.get(house.f.path("/editions/1"));
    CHECK(receipt.status == edition.status);
    CHECK(receipt.status == (kOfAll.contains(name) ? 200 : 403));
    if (receipt.status == 403) CHECK(receipt.code() == "text_not_shared");
    CHECK(caller.get(house.f.path("/submissions/1")).status == 200);  // that it was sent is for everybody
  }
}

TEST_CASE("an outsider gets the same answer of a picture that is there and of one that is not") {
  const House house;
  const HeaderMap over{{"If-Match", "\"1\""}};
  const HeaderMap fresh{{"If-None-Match", "*"}, {"Content-Type", "image/png"}};
  for (const Caller& outsider : {house.f.other_writer, house.f.observer, house.admin}) {
    for (const std::string method : {"DELETE", "GET", "PUT"}) {
      const auto ask = [&](const std::string& name, const HeaderMap& headers) {
        const auto answer = outsider.send(method, house.path(name), method == "PUT" ? png(8, 4) : "", headers);
        return std::to_string(answer.status) + answer.code() + answer.json().value("detail", "");
      };
      CAPTURE(method);
      for (const HeaderMap& headers : {over, fresh}) {
        if (method == "PUT" && !headers.contains("Content-Type")) continue;
        CHECK(ask("okapi.png", headers) == ask("none.png", headers));
      }
    }
  }
  CHECK(house.f.writer.send("DELETE", house.path("okapi.png"), "", over).status == 204);
}

namespace {

Caller with_scope(const TestApp& app, const std::string& user, const std::string& scope) {
  const auto made = app.admin().post("/v1/users/" + user + "/tokens", {{"label", "Script"}, {"scopes", {scope}}});
  REQUIRE(made.status == 201);
  return app.with_token(made.json().at("secret"));
}

}  // namespace

TEST_CASE("a token for writing alone learns of a form's conflict and is shown no text") {
  const Forms forms;
  const auto edited = with_replaced(forms.fetch(), {{"Permits", "Licences"}});
  REQUIRE(forms.f.save("A zebrafish.").status == 200);
  const Caller script = with_scope(forms.app, "writer", "write");
  for (const std::string query : {"?dry_run=true", ""}) {
    const auto answer = forms.send(script, edited, query);
    REQUIRE(answer.status == 200);
    const Json section = answer.json()["sections"][0];
    CHECK(section["outcome"] == "conflict");
    CHECK(section["present"]["revision"] == 2);
    CHECK(section["present"]["markdown"].is_null());
    CHECK(section["diff"].is_null());
    CHECK_FALSE(holds(answer.body, "zebrafish"));
    CHECK_FALSE(holds(answer.body, "of the year"));
    CHECK(holds(forms.send(forms.f.writer, edited, query).body, "zebrafish"));
  }
}

TEST_CASE("a token for writing alone is not shown what changed in the source of a translation") {
  TestApp app;
  const Exchange f(app, "own");
  REQUIRE(f.save("The first zebrafish.").status == 201);
  const auto file = f.out();
  REQUIRE(f.save("The second zebrafish.").status == 200);
  const auto answer = f.send(file, with_scope(app, "translator", "write"));
  REQUIRE(answer.status == 200);
  const Json section = answer.json()["sections"][0];
  CHECK(section["stale"] == true);
  CHECK(section["source_diff"].is_null());
  CHECK_FALSE(holds(answer.body, "zebrafish"));
  CHECK(holds(f.send(file, f.translator).body, "zebrafish"));
}

TEST_CASE("a token for writing alone answers a promise and is not shown its text") {
  const House house;
  const std::string promise = house.f.path("/promises/1");
  const HeaderMap over{{"If-Match", house.f.writer.get(promise).etag()},
                       {"Content-Type", "application/merge-patch+json"}};
  const auto answer =
      with_scope(house.app, "writer", "write").send("PATCH", promise, R"({"state": "kept", "note": "Done."})", over);
  CHECK(answer.status == 200);
  CHECK(answer.json()["text"].is_null());
  CHECK_FALSE(holds(answer.body, "saola"));
}

TEST_CASE("a token for managing alone changes a section and is not shown why it was returned") {
  const House house;
  const std::string section = house.f.section("obj-07");
  const HeaderMap over{{"If-Match", house.f.coordinator.get(section).etag()},
                       {"Content-Type", "application/merge-patch+json"}};
  const auto answer = with_scope(house.app, "coordinator", "manage")
                          .send("PATCH", section, R"({"due_on": "2026-03-01", "due_reason": "Later."})", over);
  CHECK(answer.status == 200);
  CHECK_FALSE(holds(answer.body, "narwhal"));
}
