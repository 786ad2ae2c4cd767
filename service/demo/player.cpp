#include "demo/player.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "documents/file/zip_archive.hpp"
#include "usecases/forms/docx_check.hpp"

namespace demo {
namespace {

constexpr const char* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

std::string path_of(const std::string& report, const std::string& section) {
  return "/v1/reports/" + report + "/sections/" + section;
}

// The person of the script who coordinates.
const Person& coordinator_of(const Script& script) {
  const auto found = std::ranges::find_if(script.people, [](const Person& person) {
    return std::ranges::any_of(person.posts, [](const Json& post) { return post.at("role") == "coordinator"; });
  });
  if (found == script.people.end()) throw std::runtime_error("the demo script has no coordinator");
  return *found;
}

}  // namespace

void write_file(const std::filesystem::path& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out << content;
  if (!out.good()) throw std::runtime_error("cannot write " + path.string());
}

void Player::play(const Script& script) {
  set_up(script);
  assign(script);
  const std::string report = script.report.at("id");
  for (const Act& one : script.play) act(report, one);
  edit_form(report, script.form);
  const auto status = client_.get("/v1/reports/" + report + "/status", tokens_.at(coordinator_of(script).id)).json();
  say("status: " + status.at("counts").dump() +
      ", complete: " + std::to_string(status.at("completeness").at("percent").get<int>()) + " %");
}

void Player::set_up(const Script& script) {
  for (const Json& agency : script.agencies) client_.post("/v1/agencies", admin_, agency);
  say("admin: " + std::to_string(script.agencies.size()) + " agencies take part");
  for (const Person& person : script.people) {
    const std::string path = "/v1/users/" + person.id;
    client_.post("/v1/users", admin_, {{"id", person.id}, {"name", person.name}});
    for (const Json& post : person.posts) client_.post(path + "/posts", admin_, post);
    tokens_[person.id] = client_.post(path + "/tokens", admin_, {{"label", "demo"}}).json().at("secret");
  }
  say("admin: " + std::to_string(script.people.size()) + " people have a post and a token");
}

void Player::assign(const Script& script) {
  const std::string& coordinator = coordinator_of(script).id;
  client_.post("/v1/reports", tokens_.at(coordinator), script.report);
  const std::string report = script.report.at("id");
  client_.patch("/v1/reports/" + report, tokens_.at(coordinator), {{"imprint", script.imprint}});
  client_.put_picture("/v1/reports/" + report + "/emblem", tokens_.at(coordinator), script.emblem);
  for (const Assignment& assignment : script.assignments) {
    client_.patch(path_of(report, assignment.section), tokens_.at(coordinator), assignment.change);
  }
  say(coordinator + ": report " + report + " made, " + std::to_string(script.assignments.size()) +
      " sections assigned");
}

void Player::act(const std::string& report, const Act& act) {
  const std::string section = path_of(report, act.section);
  const std::string& token = tokens_.at(act.user);
  if (act.action == "save") {
    const auto saved = client_.put_text(section + "/texts/" + act.language, token, act.body).json();
    say(act.user + ": saved " + act.section + " (" + act.language + ", revision " +
        std::to_string(saved.at("revision").get<int>()) + ", " + std::to_string(saved.at("words").get<int>()) +
        " words)");
    return;
  }
  if (act.action == "send") {
    const std::string name = act.body.at("name");
    const auto sent = client_.put_picture(section + "/pictures/" + name, token, act.file).json();
    return say(act.user + ": sent the picture " + name + " of " + act.section + " (" +
               std::to_string(sent.at("bytes").get<int>()) + " bytes)");
  }
  const auto transition = client_.post(section + "/transitions", token, act.body).json();
  const auto& to = transition.at("to");
  say(act.user + ": " + act.action + " " + act.section + " -> " + to.at("state").get<std::string>() +
      (to.at("step").is_null() ? "" : " at " + to.at("step").get<std::string>()));
}

// As a person would in Word: only the words themselves are touched.
void Player::edit_form(const std::string& report, const FormEdit& edit) {
  const std::string& token = tokens_.at(edit.user);
  const std::string forms = "/v1/reports/" + report + "/forms";
  const auto form = client_.get_if_made(forms + "/" + edit.agency + ".docx?language=" + edit.language, token);
  if (!form) return say("no Word form was made, as pandoc is not installed");
  auto parts = usecases::read_docx(form->body);
  std::string& text = parts.at("word/document.xml");
  const auto place = text.find(edit.words);
  if (place == std::string::npos) throw std::runtime_error("the form does not hold: " + edit.words);
  text.replace(place, edit.words.size(), edit.instead);
  const auto answer = client_.post_file(forms, token, documents::make_archive(parts), kDocx).json();
  for (const auto& section : answer.at("sections")) {
    say(edit.user + ": sent " + section.at("section").get<std::string>() +
        " back in a Word form: " + section.at("outcome").get<std::string>());
  }
}

void Player::fetch_report(const Script& script, const std::string& directory) {
  const Place place{"/v1/reports/" + script.report.at("id").get<std::string>(), tokens_.at(coordinator_of(script).id),
                    directory};
  std::filesystem::create_directories(place.folder);
  prepare(place, script);
  const std::string source = script.report.at("source_language");
  for (const std::string language : script.report.at("languages")) {
    fetch_documents(place, language, "country-report" + (language == source ? "" : "." + language));
    if (language != source) translate(place, language);
  }
  write_file(place.folder / "status.csv", client_.get(place.report + "/status.csv", place.token).body);
  freeze(place);
  export_all(place);
  begin_next(place, script);
  const std::string pdf = "country-report.pdf";
  const std::string first = std::filesystem::exists(place.folder / pdf) ? pdf : "country-report.html";
  say("compiled report written; open this first: " + std::filesystem::absolute(place.folder / first).string());
}

void Player::fetch_documents(const Place& place, const std::string& language, const std::string& name) {
  for (const std::string extension : {".md", ".html", ".json", ".docx", ".odt", ".pdf"}) {
    const auto document =
        client_.get_if_made(place.report + "/document" + extension + "?language=" + language, place.token);
    if (document) write_file(place.folder / (name + extension), document->body);
    if (!document) say("the program that makes " + name + extension + " is not installed; it is left out");
  }
}

void Player::say(const std::string& line) { out_ << line << "\n"; }

}  // namespace demo
