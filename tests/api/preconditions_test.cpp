// What exists is changed only by who has seen it as it is.
#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "http/contract/contract.hpp"
#include "support/api_app.hpp"
#include "support/picture_desk.hpp"

using namespace support;

namespace {

struct Change {
  Caller caller;
  std::string path;
  Json first, second;
};

// A merge patch; tag: of If-Match, empty: none.
int patched(const Change& change, const Json& body, const std::string& tag) {
  HeaderMap headers{{"Content-Type", "application/merge-patch+json"}};
  if (!tag.empty()) headers.emplace("If-Match", tag);
  return change.caller.send("PATCH", change.path, body.dump(), headers).status;
}

// Of the writer, and not over.
std::string open_absence(const Caller& writer) {
  const Json all = writer.get("/v1/me").json().at("absences");
  const std::string path = "/v1/users/writer/absences";
  if (!all.empty()) return path + "/" + all.at(0).at("id").dump();
  return writer.post(path, {{"starts_on", "2026-02-01"}, {"ends_on", "2026-02-14"}, {"deputy", "head"}})
      .header("Location");
}

}  // namespace

TEST_CASE("whatever is patched needs the tag of its newest version") {
  TestApp app;
  const ReportFixture f(app);
  const Json posts = app.admin().get("/v1/users/writer/posts").json().at("items");
  const std::string post = "/v1/users/writer/posts/" + posts.at(0).at("id").dump();
  REQUIRE(f.coordinator.post(f.path("/promises"), {{"text", {{"en", "Train judges."}}}}).status == 201);
  const Json more_time{{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
  REQUIRE(f.writer.post(f.path("/extensions"), more_time).status == 201);
  REQUIRE(f.coordinator.post(f.path("/tasks"), {{"title", "Agree."}, {"agency", "labour"}}).status == 201);
  const Json help{{"title", "Edit."}, {"partner", "IOM"}, {"kind", "data"}};
  REQUIRE(f.coordinator.post(f.path("/assistance"), help).status == 201);
  REQUIRE(f.coordinator.post(f.path("/meetings"), {{"title", "First"}, {"held_on", "2026-01-20"}}).status == 201);
  const std::string absence = open_absence(f.writer);
  for (const Change& change :
       {Change{app.admin(), "/v1/agencies/labour", {{"title", {{"en", "A"}}}}, {{"title", {{"en", "B"}}}}},
        Change{app.admin(), "/v1/users/writer", {{"name", "A"}}, {{"name", "B"}}},
        Change{app.admin(), post, {{"ends_on", "2026-12-30"}}, {{"ends_on", "2026-12-31"}}},
        Change{f.writer, absence, {{"ends_on", "2026-02-27"}}, {{"ends_on", "2026-02-28"}}},
        Change{f.coordinator, f.path(), {{"forum_date", "2026-05-06"}}, {{"forum_date", "2026-05-07"}}},
        Change{f.coordinator, f.section("obj-07"), {{"lead", "health"}}, {{"lead", "interior"}}},
        Change{f.writer, "/v1/me/mail", {{"rhythm", "each"}}, {{"rhythm", "off"}}},
        Change{f.coordinator, f.path("/promises/1"), {{"agency", "health"}}, {{"agency", "interior"}}},
        Change{f.coordinator,
               f.path("/extensions/1"),
               {{"state", "refused"}, {"reason", "A"}},
               {{"state", "refused"}, {"reason", "B"}}},
        Change{f.writer, f.path("/tasks/1"), {{"note", "A"}}, {{"note", "B"}}},
        Change{f.coordinator, f.path("/assistance/1"), {{"note", "A"}}, {{"note", "B"}}},
        Change{f.coordinator, f.path("/meetings/1"), {{"place", "A"}}, {{"place", "B"}}}}) {
    CAPTURE(change.path);
    const auto before = change.caller.get(change.path);
    CHECK(patched(change, change.first, "") == 428);
    CHECK(change.caller.get(change.path).body == before.body);
    CHECK(patched(change, change.first, before.etag()) == 200);
    const auto after = change.caller.get(change.path);
    CHECK(patched(change, change.second, before.etag()) == 412);
    CHECK(change.caller.get(change.path).body == after.body);
  }
}

namespace {

// An operation with If-Match, on one thing.
struct Operation {
  const char* id;
  Caller caller;
  std::string method, path, type;
  std::function<std::string(int)> body;  // another one each time
};

std::vector<Operation> operations_with_if_match(const TestApp& app, const ReportFixture& f) {
  const std::string patch = "application/merge-patch+json";
  const Json posts = app.admin().get("/v1/users/writer/posts").json().at("items");
  const std::string post = "/v1/users/writer/posts/" + posts.at(0).at("id").dump();
  const auto titled = [](int n) { return Json{{"title", {{"en", "Title " + std::to_string(n)}}}}.dump(); };
  const auto named = [](int n) { return Json{{"name", "Name " + std::to_string(n)}}.dump(); };
  const auto ended = [](int n) { return Json{{"ends_on", "2026-12-" + std::to_string(10 + n)}}.dump(); };
  const auto away = [](int n) { return Json{{"ends_on", "2026-03-" + std::to_string(10 + n)}}.dump(); };
  const auto noted = [](int n) { return Json{{"note", "Note " + std::to_string(n)}}.dump(); };
  const auto placed = [](int n) { return Json{{"place", "Room " + std::to_string(n)}}.dump(); };
  const auto written = [](int n) { return Json{{"markdown", "Minutes " + std::to_string(n)}}.dump(); };
  const auto spoken = [](int n) { return Json{{"language", n % 2 == 0 ? "ru" : "tk"}}.dump(); };
  const auto refused = [](int n) { return Json{{"state", "refused"}, {"reason", std::to_string(n)}}.dump(); };
  const auto words = [](int n) { return "Text " + std::to_string(n); };
  const auto glossary = [](int n) {
    return Json{{"entries", {{{"id", "term"}, {"terms", {{"en", {{"preferred", "term " + std::to_string(n)}}}}}}}}}
        .dump();
  };
  const auto picture = [](int n) { return png(static_cast<std::uint32_t>(8 + n), 4); };
  const auto none = [](int) { return std::string(); };
  const std::string map = f.section("obj-07", "/pictures/map.png");
  return {{"update_agency", app.admin(), "PATCH", "/v1/agencies/labour", patch, titled},
          {"update_user", app.admin(), "PATCH", "/v1/users/writer", patch, named},
          {"update_post", app.admin(), "PATCH", post, patch, ended},
          {"change_absence", f.writer, "PATCH", open_absence(f.writer), patch, away},
          {"end_absence", f.writer, "DELETE", open_absence(f.writer), "", none},
          {"update_report", f.coordinator, "PATCH", f.path(), patch, titled},
          {"update_section", f.coordinator, "PATCH", f.section("obj-07"), patch, titled},
          {"answer_promise", f.writer, "PATCH", f.path("/promises/1"), patch, noted},
          {"decide_extension", f.coordinator, "PATCH", f.path("/extensions/1"), patch, refused},
          {"update_task", f.writer, "PATCH", f.path("/tasks/1"), patch, noted},
          {"update_assistance", f.coordinator, "PATCH", f.path("/assistance/1"), patch, noted},
          {"update_meeting", f.coordinator, "PATCH", f.path("/meetings/1"), patch, placed},
          {"save_minutes", f.coordinator, "PUT", f.path("/meetings/1/minutes"), "application/json", written},
          {"update_mail_settings", f.writer, "PATCH", "/v1/me/mail", patch, spoken},
          {"save_glossary", f.coordinator, "PUT", f.path("/glossary"), "application/json", glossary},
          {"save_text", f.writer, "PUT", f.section("obj-07", "/texts/en"), "text/markdown", words},
          {"save_picture", f.writer, "PUT", map, "image/png", picture},
          {"remove_picture", f.writer, "DELETE", map, "", none},
          {"save_emblem", f.coordinator, "PUT", f.path("/emblem"), "image/png", picture},
          {"remove_emblem", f.coordinator, "DELETE", f.path("/emblem"), "", none}};
}

// A request for more time that nobody has decided.
std::string undecided_extension(const ReportFixture& f) {
  f.writer.post(f.path("/extensions"), {{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}});
  return f.path("/extensions/") +
         f.writer.get(f.path("/extensions?state=asked")).json().at("items").at(0).at("id").dump();
}

// What a form of the header leads to. T stands for the present tag, N for the number with which it begins.
struct HeaderForm {
  const char* value;
  const char* outcome;
};

const std::vector<HeaderForm> kHeaderForms{{"T", "changed"},
                                           {"W/T", "changed"},
                                           {"\"N\"", "changed"},
                                           {"W/\"N\"", "changed"},
                                           {"\"N.0-gzip\"", "changed"},
                                           {"*", "changed"},
                                           {"\"999\", T", "changed"},
                                           {"T, \"999\"", "changed"},
                                           {"\"foreign\", W/T", "changed"},
                                           {"\"999\"", "412 stale"},
                                           {"W/\"999\"", "412 stale"},
                                           {"\"999\", \"998\"", "412 stale"},
                                           {"\"foreign\"", "412 unknown_etag"},
                                           {"N", "400 malformed_if_match"},
                                           {"W/N", "400 malformed_if_match"},
                                           {"\"N", "400 malformed_if_match"},
                                           {"*, T", "400 malformed_if_match"},
                                           {"T T", "400 malformed_if_match"}};

std::string written(const HeaderForm& form, const std::string& tag) {
  const std::string number = tag.substr(1, tag.find_first_of(".-\"", 1) - 1);
  std::string value;
  for (const char* c = form.value; *c != 0; ++c) value += *c == 'T' ? tag : *c == 'N' ? number : std::string(1, *c);
  return value;
}

}  // namespace

TEST_CASE("every operation that asks for If-Match takes a tag, its weak form, a list and a star, and nothing else") {
  const PictureDesk desk;
  const TestApp& app = desk.app;
  const ReportFixture& f = desk.f;
  REQUIRE(f.coordinator.post(f.path("/promises"), {{"text", {{"en", "Train judges."}}}, {"agency", "labour"}}).status ==
          201);
  REQUIRE(f.coordinator.post(f.path("/tasks"), {{"title", "Agree."}, {"agency", "labour"}}).status == 201);
  const Json help{{"title", "Edit."}, {"partner", "IOM"}, {"kind", "data"}};
  REQUIRE(f.coordinator.post(f.path("/assistance"), help).status == 201);
  REQUIRE(f.coordinator.post(f.path("/meetings"), {{"title", "First"}, {"held_on", "2026-01-20"}}).status == 201);
  REQUIRE(f.save("The first text.").status == 201);
  const auto operations = operations_with_if_match(app, f);
  std::set<std::string> seen;
  int count = 0;
  for (auto operation : operations) {
    CAPTURE(operation.id);
    seen.insert(operation.id);
    int of_this = 0;
    for (const HeaderForm& form : kHeaderForms) {
      CAPTURE(form.value);
      if (operation.path.ends_with("png") && f.writer.get(operation.path).status == 404) {
        REQUIRE(desk.send("map.png", png(200 + ++count, 4)).status == 201);
      }
      if (operation.path.ends_with("emblem") && f.writer.get(operation.path).status == 404) {
        REQUIRE(send_emblem(f, png(200 + ++count, 4)).status == 201);
      }
      if (operation.path.find("/extensions/") != std::string::npos) operation.path = undecided_extension(f);
      if (operation.path.find("/absences/") != std::string::npos) operation.path = open_absence(f.writer);
      const auto before = operation.caller.get(operation.path);
      HeaderMap headers{{"If-Match", written(form, before.etag())}};
      if (!operation.type.empty()) headers.emplace("Content-Type", operation.type);
      const auto answer = operation.caller.send(operation.method, operation.path, operation.body(++of_this), headers);
      const auto after = operation.caller.get(operation.path);
      if (std::string(form.outcome) == "changed") {
        CHECK_MESSAGE(answer.status / 100 == 2, answer.body);
        CHECK((after.body != before.body));
      } else {
        CHECK(std::to_string(answer.status) + " " + answer.code() == form.outcome);
        CHECK((after.body == before.body));
      }
    }
  }
  for (const auto& operation : http::Contract::instance().operations()) {
    if (operation.needs_if_match) CHECK_MESSAGE(seen.contains(operation.operation_id), operation.operation_id);
  }
}

TEST_CASE("a star fits whatever is there, and nothing where there is nothing yet") {
  const PictureDesk desk;
  const TestApp& app = desk.app;
  const HeaderMap star{{"If-Match", "*"}};
  const auto text = desk.f.writer.put(desk.f.section("obj-07", "/texts/en"), {{"markdown", "A text."}}, star);
  CHECK(std::to_string(text.status) + " " + text.code() == "412 stale");
  auto with_type = star;
  with_type.emplace("Content-Type", "image/png");
  const auto picture = desk.f.writer.send("PUT", desk.path("map.png"), png(8, 4), with_type);
  CHECK(std::to_string(picture.status) + " " + picture.code() == "412 stale");
  CHECK(desk.f.writer.send("DELETE", desk.path("map.png"), "", star).status == 404);
  CHECK(app.admin()
            .send("PATCH", "/v1/agencies/none", R"({"active": true})",
                  {*star.begin(), {"Content-Type", "application/merge-patch+json"}})
            .status == 404);
}
