// The whole sample report out to a translator's tool and back.
#include <doctest/doctest.h>

#include <algorithm>
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

bool is_blank(const std::string& text) { return text.find_first_not_of(" \n") == std::string::npos; }

// Words in the other order.
std::string reversed(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out = word + (out.empty() ? "" : " ") + out;
  return (text.front() == ' ' ? " " : "") + out + (text.back() == ' ' ? " " : "");
}

// What a translation may look like to a Markdown writer: every text in other words, with what might be markup.
std::string changed(const std::string& text, std::size_t number) {
  constexpr const char* kOdd[] = {"* ",      "1. ",  "# ",  "",     "> ", "_x_ ",  "| ",
                                  "[a](b) ", "<b> ", "\\ ", "`c` ", "- ", "&amp; "};
  if (is_blank(text)) return text;
  return kOdd[number % std::size(kOdd)] + reversed(text) + (number % 4 == 0 ? " *" : number % 4 == 1 ? " `_" : "");
}

void translate(pugi::xml_node node, std::size_t& number) {
  for (auto child : node.children()) {
    if (child.type() == pugi::node_pcdata) child.set_value(changed(child.value(), number++).c_str());
    translate(child, number);
  }
}

// Every unit gets its source as its target, in other words.
std::string translated(const std::string& xliff) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(xliff.data(), xliff.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  std::size_t number = 0;
  for (auto file : document.document_element().children("file")) {
    for (auto unit : file.children("unit")) {
      auto segment = unit.child("segment");
      segment.remove_child("target");
      auto target = segment.append_child("target");
      for (const auto node : segment.child("source").children()) target.append_copy(node);
      translate(target, number);
      segment.attribute("state").set_value("translated");
      segment.remove_attribute("subState");
    }
  }
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return out.str();
}

// The targets one by one, without white space at their ends.
std::vector<std::string> targets_of(const std::string& xliff) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(xliff.data(), xliff.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  std::vector<std::string> targets;
  for (const auto& found : document.select_nodes("//target")) {
    std::ostringstream out;
    for (const auto node : found.node().children()) node.print(out, "", pugi::format_raw);
    std::string text = out.str();
    text.erase(0, text.find_first_not_of(" \n"));
    text.erase(text.find_last_not_of(" \n") + 1);
    targets.push_back(std::move(text));
  }
  return targets;
}

std::map<std::string, std::size_t> results_of(const Json& answer) {
  std::map<std::string, std::size_t> results;
  for (const Json& section : answer.at("sections")) ++results[section.at("outcome").get<std::string>()];
  return results;
}

}  // namespace

TEST_CASE(
    "the sample report goes out as XLIFF 2.0, and comes back: untouched it changes nothing, translated it is "
    "saved as it was translated") {
  const Played played;
  const Caller caller = played.coordinator();
  for (const char* language : {"ru", "tk"}) {
    CAPTURE(language);
    const std::string address = played.report + "/translations.xlf?language=" + language;
    const auto out = caller.get(address);
    REQUIRE(out.status == 200);
    CHECK(schema_complaints(out.body) == "");
    const auto send = [&](const std::string& body, const std::string& query) {
      const auto answer = caller.send("POST", played.report + "/translations" + query, body,
                                      {{"Content-Type", "application/xliff+xml"}});
      REQUIRE(answer.status == 200);
      return answer.json();
    };
    const Json untouched = send(out.body, "");
    const std::size_t sections = untouched.at("sections").size();
    auto results = results_of(untouched);
    CHECK(results["unchanged"] > 0);
    CHECK(results["unchanged"] + results["incomplete"] == sections);
    const std::string file = translated(out.body);
    CHECK(schema_complaints(file) == "");
    const Json saved = send(file, "");
    CAPTURE(saved.dump(1).substr(0, 3000));
    CHECK(results_of(saved)["saved"] == sections);
    const auto again = caller.get(address);
    CHECK(schema_complaints(again.body) == "");
    CHECK(targets_of(again.body) == targets_of(file));
    CHECK(results_of(send(again.body, "?dry_run=true"))["unchanged"] == sections);
  }
}
