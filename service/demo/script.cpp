#include "demo/script.hpp"

#include <yaml-cpp/yaml.h>

#include <charconv>

#include "embed/embedded.hpp"

namespace demo {
namespace {

constexpr const char* kFolder = "db/demo/";

// Numbers are whole; everything else but true and false is text.
Json scalar_json(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (text == "true" || text == "false") return text == "true";
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool plain = node.Tag() != "!";
  if (plain && error == std::errc() && end == text.data() + text.size()) return number;
  return text;
}

Json to_json(const YAML::Node& node) {
  if (node.IsScalar()) return scalar_json(node);
  Json json = node.IsSequence() ? Json::array() : Json::object();
  for (const auto& item : node) {
    if (node.IsSequence()) {
      json.push_back(to_json(item));
    } else {
      json[item.first.Scalar()] = to_json(item.second);
    }
  }
  return json;
}

std::string take_text(Json& json, const char* name) {
  if (!json.contains(name)) return "";
  std::string text = json[name];
  json.erase(name);
  return text;
}

Person person_from(Json json) {
  Person person{take_text(json, "id"), take_text(json, "name"), {}};
  for (const auto& post : json["posts"]) person.posts.push_back(post);
  return person;
}

Act act_from(Json json) {
  Act act{
      take_text(json, "do"), take_text(json, "user"), take_text(json, "section"), take_text(json, "language"), {}, {}};
  if (act.action == "save") {
    json["markdown"] = std::string(embedded::file(kFolder + take_text(json, "file")));
  } else if (act.action == "send") {
    act.file = embedded::file(kFolder + take_text(json, "file"));
  } else {
    json["action"] = act.action;
  }
  act.body = std::move(json);
  return act;
}

Step step_from(Json json) {
  Step step{take_text(json, "user"), take_text(json, "tells"), take_text(json, "how"), take_text(json, "path"), {},
            take_text(json, "file")};
  step.body = json.value("body", Json::object());
  return step;
}

}  // namespace

Script load_script() {
  const auto root = to_json(YAML::Load(std::string(embedded::file(std::string(kFolder) + "report.yaml"))));
  Script script;
  for (const auto& agency : root.at("agencies")) script.agencies.push_back(agency);
  for (const auto& user : root.at("users")) script.people.push_back(person_from(user));
  script.report = root.at("report");
  script.imprint = root.at("imprint");
  script.emblem = embedded::file(kFolder + root.at("emblem").get<std::string>());
  for (Json assignment : root.at("assignments")) {
    const std::string section = take_text(assignment, "section");
    script.assignments.push_back({section, std::move(assignment)});
  }
  for (const auto& act : root.at("play")) script.play.push_back(act_from(act));
  for (const auto& step : root.at("preparation")) script.preparation.push_back(step_from(step));
  Json form = root.at("form");
  script.form = {take_text(form, "user"),    take_text(form, "agency"), take_text(form, "language"),
                 take_text(form, "section"), take_text(form, "words"),  take_text(form, "instead")};
  script.next_report = root.at("next_report");
  return script;
}

}  // namespace demo
