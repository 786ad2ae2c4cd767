// The whole sample report out to a translator's tool and back.
#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <sstream>

#include "demo/client.hpp"
#include "demo/player.hpp"
#include "support/api_app.hpp"
#include "support/xliff_schema.hpp"

using namespace support;

namespace {

struct Played {
  TestApp app;
  std::string report;
  std::ostringstream said;
  std::map<std::string, std::string> tokens;

  Played() {
    const auto script = demo::load_script();
    demo::Client client("http://127.0.0.1:" + std::to_string(app.port()));
    demo::Player player(client, app.admin().token(), said);
    player.play(script);
    report = "/v1/reports/" + script.report.at("id").get<std::string>();
    tokens = player.tokens();
  }

  // Who coordinates may save a translation of every section.
  Caller coordinator() const {
    for (const auto& [user, token] : tokens) {
      const auto caller = app.with_token(token);
      const Json me = caller.get("/v1/me").json();
      for (const Json& post : me.at("posts")) {
        if (post.at("role") == Json("coordinator")) return caller;
      }
    }
    FAIL("nobody coordinates");
    return app.admin();
  }
};

// Every unit without a target, or with an old one, gets its source as its target.
std::string translated(const std::string& xliff) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(xliff.data(), xliff.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  for (auto file : document.document_element().children("file")) {
    for (auto unit : file.children("unit")) {
      auto segment = unit.child("segment");
      segment.remove_child("target");
      auto target = segment.append_child("target");
      for (const auto node : segment.child("source").children()) target.append_copy(node);
      segment.attribute("state").set_value("translated");
      segment.remove_attribute("subState");
    }
  }
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return out.str();
}

}  // namespace

TEST_CASE(
    "the sample report goes out as XLIFF 2.0, and comes back: untouched it changes nothing, translated it is saved") {
  const Played played;
  const Caller caller = played.coordinator();
  for (const char* language : {"ru", "tk"}) {
    CAPTURE(language);
    const std::string address = played.report + "/translations.xlf?lang=" + language;
    const auto out = caller.get(address);
    REQUIRE(out.status == 200);
    CHECK(schema_complaints(out.body) == "");
    const auto send = [&](const std::string& body, const std::string& query) {
      const auto answer = caller.send("POST", played.report + "/translations" + query, body,
                                      {{"Content-Type", "application/xliff+xml"}});
      REQUIRE(answer.status == 200);
      return answer.json();
    };
    std::map<std::string, int> results;
    const Json untouched = send(out.body, "");
    for (const Json& section : untouched.at("sections")) ++results[section.at("result").get<std::string>()];
    CHECK(results["unchanged"] > 0);
    CHECK(results["unchanged"] + results["incomplete"] == static_cast<int>(untouched.at("sections").size()));
    const std::string file = translated(out.body);
    CHECK(schema_complaints(file) == "");
    const Json saved = send(file, "");
    for (const Json& section : saved.at("sections")) {
      CAPTURE(section.dump());
      const std::string result = section.at("result");
      CHECK((result == "saved" || result == "unchanged"));
    }
    const auto again = caller.get(address);
    CHECK(schema_complaints(again.body) == "");
    const Json unchanged = send(again.body, "?dry_run=true");
    for (const Json& section : unchanged.at("sections")) CHECK(section.at("result") == Json("unchanged"));
  }
}
