// While one client saves a long text, the others wait for the one writer of the database: nothing that takes time for a
// large input may be done in its transaction.
#include <doctest/doctest.h>

#include <functional>
#include <mutex>

#include "domain/basis/heavy_work.hpp"
#include "embed/embedded.hpp"
#include "store/database/writer_thread.hpp"
#include "support/api_app.hpp"
#include "usecases/texts/texts.hpp"

using namespace support;

namespace {

std::mutex noted_mutex;
int noted_outside = 0;
std::vector<std::string> noted_inside;

void note(const char* what) {
  const std::lock_guard lock(noted_mutex);
  if (store::WriterThread::is_one()) {
    noted_inside.emplace_back(what);
  } else {
    ++noted_outside;
  }
}

// What is done while it lives.
struct Watch {
  Watch() {
    const std::lock_guard lock(noted_mutex);
    noted_outside = 0;
    noted_inside.clear();
    domain::heavy_work_watch() = note;
  }
  ~Watch() { domain::heavy_work_watch() = nullptr; }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  // "Markdown Markdown a hash": what the writer had to wait for.
  static std::string inside() {
    const std::lock_guard lock(noted_mutex);
    std::string all;
    for (const auto& what : noted_inside) all += (all.empty() ? "" : " ") + what;
    return all;
  }
  static int outside() {
    const std::lock_guard lock(noted_mutex);
    return noted_outside;
  }
};

std::string long_text(const std::string& end = "") {
  std::string text;
  while (text.size() < 200'000) text += "Migrants and illegal migrants came by legal migration.\n\n";
  return text + end;
}

const Json kGlossary = Json::parse(R"({"entries": [{"id": "zebra", "terms": {
  "en": {"preferred": "striped horse", "forbidden": ["zebra*"]},
  "ru": {"preferred": "полосатая лошадь", "forbidden": ["зебр*"]}}}]})");

// The change is answered with this status; all that took time for it was done outside of the transaction.
void check_outside(int status, const std::function<Answer()>& change, bool works = true) {
  const Watch watch;
  const auto answer = change();
  CHECK(answer.status == status);
  CHECK(Watch::inside() == "");
  if (works) CHECK(Watch::outside() > 0);
}

}  // namespace

TEST_CASE("the writer reads no text, checks no glossary and hashes nothing long while others wait") {
  TestApp app;
  const ReportFixture f(app);
  check_outside(201, [&] { return f.save(long_text()); });
  check_outside(200, [&] { return f.save(long_text("\n\nMore.")); });
  check_outside(201, [&] {
    return f.translator.put(f.section("obj-07", "/texts/ru"), {{"markdown", long_text("Мигранты.")}},
                            {{"If-None-Match", "*"}});
  });
  check_outside(200, [&] { return f.coordinator.put(f.path("/glossary"), kGlossary, {{"If-Match", "\"0\""}}); });
  check_outside(200, [&] { return f.save(long_text("\n\nA zebra.")); });
  check_outside(200, [&] { return f.coordinator.put(f.path("/glossary"), kGlossary, {{"If-Match", "\"1\""}}); });
}

TEST_CASE("the writer reads no text that is submitted, in bulk neither, nor one that shows nothing but a picture") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("![A map](map.png)", "obj-07").status == 201);
  check_outside(201, [&] { return f.submit(f.head); });
  check_outside(200, [&] {
    return f.ministry.post(f.path("/transitions"),
                           {{"items", {{{"section", "obj-07"}, {"action", "approve"}, {"revisions", {{"en", 1}}}}}}});
  });
}

TEST_CASE("the writer reads no format, not even after a restart") {
  TestApp app;
  const ReportFixture f(app);
  const std::string format(embedded::file("db/formats/gcm-imrf.yaml"));
  const HeaderMap yaml{{"Content-Type", "application/yaml"}};
  check_outside(200, [&] { return app.admin().send("POST", "/v1/formats", format, yaml); });
  check_outside(201, [&] { return app.admin().send("POST", "/v1/formats", format + "# mended\n", yaml); });
  app.restart();
  const Caller coordinator = app.with_token(f.coordinator.token());
  check_outside(201, [&] {
    return coordinator.post("/v1/reports", {{"id", "tkm-2030"},
                                            {"format", "gcm-imrf"},
                                            {"country", "TKM"},
                                            {"title", {{"en", "Next"}}},
                                            {"forum_date", "2030-05-05"},
                                            {"languages", {"en"}},
                                            {"source_language", "en"}});
  });
}

TEST_CASE("the writer reads no text that an earlier report leaves, nor the promises in it") {
  TestApp app;
  const ReportFixture f(app);
  for (const char* section : {"obj-07", "nextsteps"}) {
    REQUIRE(f.coordinator.put(f.section(section, "/texts/en"), {{"markdown", long_text()}}, {{"If-None-Match", "*"}})
                .status == 201);
  }
  REQUIRE(f.coordinator
              .post("/v1/reports", {{"id", "tkm-2030"},
                                    {"format", "gcm-imrf"},
                                    {"country", "TKM"},
                                    {"title", {{"en", "Next"}}},
                                    {"forum_date", "2030-05-05"},
                                    {"languages", {"en"}},
                                    {"source_language", "en"},
                                    {"visibility", "shared"}})
              .status == 201);
  check_outside(200, [&] { return f.coordinator.post("/v1/reports/tkm-2030/prefill", {{"from", "tkm-2026"}}); });
}

TEST_CASE("the writer reads no minutes of a meeting, nor hashes them") {
  TestApp app;
  const ReportFixture f(app);
  const std::string meeting = f.path("/meetings/1");
  REQUIRE(f.coordinator.post(f.path("/meetings"), {{"title", "Second meeting"}, {"held_on", "2026-02-12"}}).status ==
          201);
  for (int version = 0; version < 2; ++version) {
    check_outside(200, [&] {
      const std::string minutes = long_text("\n\nVersion " + std::to_string(version)).substr(1000);
      return f.coordinator.put(meeting + "/minutes", {{"markdown", minutes}},
                               {{"If-Match", "\"" + std::to_string(version) + "\""}});
    });
  }
}

TEST_CASE("what the last text was held against does not stand for what this one is, and is read outside too") {
  TestApp app;
  const ReportFixture f(app);
  const auto entries = [&](const Answer& answer) {
    std::string all;
    const Json body = answer.json();
    for (const Json& warning : body.at("warnings")) {
      if (warning["code"] == "forbidden_term") all += warning["entry"].get<std::string>() + " ";
    }
    return all;
  };
  const auto save = [&](const char* word, int revision) {
    const Watch watch;
    const auto saved = f.save(std::string("A ") + word + ", " + std::to_string(revision) + ".");
    CHECK(Watch::inside() == "");
    CHECK(Watch::outside() > 0);
    return entries(saved);
  };
  Json okapi = kGlossary;
  okapi["entries"][0]["id"] = "okapi";
  okapi["entries"][0]["terms"]["en"]["forbidden"] = {"okapi*"};
  CHECK(save("zebra", 1) == "");
  CHECK(save("zebra", 2) == "");
  REQUIRE(f.coordinator.put(f.path("/glossary"), kGlossary, {{"If-Match", "\"0\""}}).status == 200);
  CHECK(save("zebra", 3) == "zebra ");
  CHECK(save("zebra", 4) == "zebra ");
  REQUIRE(f.coordinator.put(f.path("/glossary"), okapi, {{"If-Match", "\"1\""}}).status == 200);
  CHECK(save("zebra", 5) == "");
  CHECK(save("okapi", 6) == "okapi ");
  REQUIRE(f.coordinator.put(f.path("/glossary"), {{"entries", Json::array()}}, {{"If-Match", "\"2\""}}).status == 200);
  CHECK(save("okapi", 7) == "");
}

TEST_CASE("a glossary that was saved between the reading of a text and its saving is held against it all the same") {
  TestApp app;
  const ReportFixture f(app);
  auto& service = app.app().service();
  const auto writer = service.identities().authenticate(service.database(), service.changes(), f.writer.token());
  usecases::SaveText command;
  command.key = {f.report, "obj-07", "en"};
  command.text = usecases::check_markdown("A zebra.");
  usecases::Groundwork groundwork;
  service.read(writer->actor, groundwork,
               [&](const usecases::Read& context) { usecases::check_save(context, command); });
  REQUIRE(f.coordinator.put(f.path("/glossary"), kGlossary, {{"If-Match", "\"0\""}}).status == 200);
  const Watch watch;
  const auto saved = service.write(
      writer->actor, groundwork, [&](const usecases::Write& context) { return usecases::save_text(context, command); });
  REQUIRE(saved.terms.size() == 1);
  CHECK(saved.terms.front().entry == "zebra");
  CHECK(Watch::inside() == "");
}
