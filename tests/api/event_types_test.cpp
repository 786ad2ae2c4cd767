// The types of events: those that the source writes and those of the contract are the same, each with what it tells.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "embed/embedded.hpp"
#include "support/api_app.hpp"
#include "support/api_contract.hpp"
#include "support/source_folder.hpp"
#include "usecases/operation/told_events.hpp"

namespace {

using support::Json;

const Json& listed_events() {
  static const Json events = Json::parse(embedded::file("api/openapi.json")).at("x-events");
  return events;
}

// As they are told, where an event is written, or its type chosen.
std::set<std::string> types_of_source() {
  static const std::regex written(R"re((?:append_event\([\w.]+,\s*|return )"([a-z]+\.[a-z_]+)")re");
  std::set<std::string> types;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(support::source_folder() + "/service/usecases")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream in(entry.path());
    const std::string source{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (std::sregex_iterator it(source.begin(), source.end(), written), end; it != end; ++it) {
      types.insert(usecases::told_type((*it)[1]));
    }
  }
  return types;
}

}  // namespace

TEST_CASE("the types of events that the source writes are those that the contract lists") {
  std::set<std::string> listed;
  for (const auto& [type, about] : listed_events().items()) listed.insert(type);
  CHECK(types_of_source() == listed);
}

TEST_CASE("the example of every type of event is as its schema says, and closed") {
  for (const auto& [type, about] : listed_events().items()) {
    CAPTURE(type);
    CHECK(support::wrong_event(type, about.at("example")) == "");
    Json more = about.at("example");
    more["something_else"] = 1;
    CHECK(support::wrong_event(type, more) != "");
  }
  CHECK(support::wrong_event("text.read", Json::object()) == "the type 'text.read' is not listed");
}

TEST_CASE("an event tells its thing by the names that the API has for it") {
  support::TestApp app;
  const support::ReportFixture f(app);
  REQUIRE(f.save("First words.").status == 201);
  REQUIRE(f.act(f.head, "submit", {{"revisions", {{"en", 1}}}}).status == 201);
  const Json items = f.coordinator.get(f.path("/events?after=0&limit=200")).json().at("items");
  const Json& created = items.front();
  CHECK(created.at("data").at("format") == Json{{"id", "gcm-imrf"}, {"version", 1}});
  CHECK(items.at(items.size() - 2).at("data").at("reason").is_null());
  const Json act = f.coordinator.get(f.section("obj-07", "/transitions")).json().at("items").at(0);
  for (const auto& [name, value] : items.back().at("data").items()) CHECK_MESSAGE(act.at(name) == value, name);
}
