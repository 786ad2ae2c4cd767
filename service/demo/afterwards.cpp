// What the coordinator does with the compiled report: translators' files, an edition that is handed over, one archive
// of everything, and the next report, which begins with what this one said.
#include <algorithm>
#include <stdexcept>

#include "demo/player.hpp"

namespace demo {

// What a translator's tool gets. Nobody fills it in here, so that it only shows what is still to be done.
void Player::translate(const Place& place, const std::string& language) {
  const std::string name = "to-translate." + language + ".xlf";
  const auto file = client_.get(place.report + "/translations.xlf?language=" + language, place.token).body;
  write_file(place.folder / name, file);
  const auto back =
      client_.post_file(place.report + "/translations?dry_run=true", place.token, file, "application/xliff+xml").json();
  const auto& sections = back.at("sections");
  const auto whole = std::ranges::count_if(
      sections, [](const Json& section) { return section.at("outcome").get<std::string>() == "unchanged"; });
  say("translation into " + language + ": " + std::to_string(sections.size()) + " sections given out as " + name +
      ", " + std::to_string(whole) + " of them translated whole");
}

// As it goes to the United Nations: in the source language, what is not approved yet left out.
void Player::freeze(const Place& place) {
  const auto asked = client_.post_if_made(place.report + "/editions", place.token,
                                          {{"name", "As delivered"},
                                           {"kind", "final"},
                                           {"languages", {"en"}},
                                           {"override_reason", "Sample texts: the remaining sections follow."}});
  if (!asked) return say("no edition was frozen, as some of its files cannot be made here");
  const Json job = end_of(place, asked->json());
  const std::string number = std::to_string(job.at("edition").at("edition").get<int>());
  const Json edition = client_.get(place.report + "/editions/" + number, place.token).json();
  const std::string name = "edition-" + number + ".zip";
  write_file(place.folder / name, client_.get(place.report + "/editions/" + number + "/edition.zip", place.token).body);
  say("edition " + number + " frozen with " + std::to_string(edition.at("files").size()) + " files, delivered as " +
      name);
  hand_over(place, edition);
}

void Player::hand_over(const Place& place, const Json& edition) {
  const int number = edition.at("id");
  const auto compared =
      client_.get(place.report + "/editions/" + std::to_string(number) + "/compare.html?to=latest", place.token);
  write_file(place.folder / "changes.html", compared.body);
  const std::string frozen_at = edition.at("frozen_at");
  const Json handed{{"edition", number},
                    {"addressee", "United Nations Network on Migration"},
                    {"channel", "electronic mail"},
                    {"sent_on", frozen_at.substr(0, std::string_view("2026-02-02").size())}};
  const auto submission = client_.post(place.report + "/submissions", place.token, handed).json();
  say("edition " + std::to_string(number) + " handed over, entry " + std::to_string(submission.at("id").get<int>()) +
      " of the log; what changes from then on: changes.html");
}

std::string Player::address_of(const Place& place, const Json& job) {
  return place.report + "/exports/" + std::to_string(job.at("id").get<int>());
}

Json Player::end_of(const Place& place, Json job) {
  while (job.at("state") != "done") {
    if (job.at("state") == "failed") throw std::runtime_error("the export failed: " + job.at("failure").dump());
    job = client_.get(address_of(place, job) + "?wait=10", place.token).json();
  }
  return job;
}

void Player::export_all(const Place& place) {
  const Json asked = client_.post(place.report + "/exports", place.token, {{"formats", {"md", "html", "json"}}}).json();
  const auto archive = client_.get(address_of(place, end_of(place, asked)) + "/export.zip", place.token);
  write_file(place.folder / "export.zip", archive.body);
  say("exported in every language: export.zip, " + std::to_string(archive.body.size()) + " bytes");
}

void Player::begin_next(const Place& place, const Script& script) {
  Json next = script.report;
  next.update(script.next_report);
  client_.post("/v1/reports", place.token, next);
  const std::string id = next.at("id");
  const auto filled =
      client_.post("/v1/reports/" + id + "/prefill", place.token, {{"from", script.report.at("id")}}).json();
  std::size_t promises = 0;
  for (const auto& section : filled.at("promises")) promises += section.at("added").size();
  say("report " + id + " begun with " + std::to_string(filled.at("carried_over").get<int>()) +
      " sections of this one, and with " + std::to_string(promises) + " promises to answer");
}

// What the working group did between the texts: the plan, a meeting, help, more time.
void Player::prepare(const Place& place, const Script& script) {
  for (const Step& step : script.preparation) take(place, step);
}

void Player::take(const Place& place, const Step& step) {
  const std::string path = place.report + step.path;
  const std::string& token = tokens_.at(step.user);
  if (step.how == "post") client_.post(path, token, step.body);
  if (step.how == "patch") client_.patch(path, token, step.body);
  if (step.how == "put") client_.put_text(path, token, step.body);
  if (step.how == "get") {
    const auto made = client_.get_if_made(path, token);
    if (!made) return say("the program that makes " + step.file + " is not installed; it is left out");
    write_file(place.folder / step.file, made->body);
  }
  say(step.user + ": " + step.tells);
}

}  // namespace demo
