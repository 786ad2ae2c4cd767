#include "usecases/operation/replay.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "store/report/formats.hpp"
#include "usecases/format_file/format_reader.hpp"

namespace usecases {
namespace {

using Row = Replay::Row;

// A row that exists since an event.
Row new_row(const domain::Event& event) {
  return {{"version", 1}, {"created_at", event.at}, {"updated_at", event.at}, {"active", 1}};
}

void copy(Row& row, const Row& data, const std::vector<std::string>& fields) {
  for (const auto& field : fields) {
    if (data.contains(field)) row[field] = data[field];
  }
}

void note_change(Row& row, const domain::Event& event) {
  row["version"] = row.value("version", 0) + 1;
  row["updated_at"] = event.at;
}

// Fields that an event leaves out where there is nothing to say.
Row or_else(const Row& data, const char* field, const Row& otherwise) {
  return data.contains(field) ? data[field] : otherwise;
}

// The table that an event of the preparation is about, whose whole row it has; empty: it is none.
std::string plan_table(const domain::Event& event) {
  if (event.type.starts_with("task.")) return "tasks";
  if (event.type == "meeting.called" || event.type == "meeting.changed") return "meetings";
  return event.type.starts_with("assistance.") ? "assistance" : "";
}

std::string versions_of_plan(const std::string& table) {
  if (table == "tasks") return "task_versions";
  return table == "meetings" ? "meeting_versions" : "assistance_versions";
}

std::string in_plan(const domain::Event& event, const Row& data) {
  return event.report + "/" + std::to_string(data.at("number").get<std::int64_t>());
}

std::string in_section(const domain::Event& event) { return event.report + "/" + event.section; }

bool is_act(const Row& data) { return data.contains("action") && data.contains("from") && data.contains("to"); }

bool confirms(const Row& data) {
  return is_act(data) && (data["to"] == "approved" || data["action"] == "confirm_translation");
}

}  // namespace

std::vector<Replay::Version> Replay::apply(store::ReadTx& tx, const domain::Event& event) {
  const Row data = Row::parse(event.data);
  if (event.section.empty()) {
    apply_to_people(event, data);
    apply_to_posts(event, data);
    apply_to_absences(event, data);
    apply_to_tokens(event, data);
    apply_to_mail_settings(event, data);
    apply_to_reports(tx, event, data);
    apply_to_plan(event, data);
  } else {
    apply_to_sections(event, data);
    apply_to_texts(event, data);
    apply_to_pictures(event, data);
  }
  return versions_of(event, data);
}

void Replay::apply_to_people(const domain::Event& event, const Row& data) {
  const bool agency = event.type.starts_with("agency.");
  if (!agency && event.type != "user.created" && event.type != "user.updated") return;
  Row& row = tables_[agency ? "agencies" : "users"][data.at(agency ? "agency" : "user")];
  if (event.type.ends_with(".created")) {
    row = new_row(event);
  } else {
    note_change(row, event);
  }
  copy(row, data, {"title", "short_title", "name", "email_sha256"});
  if (data.contains("active")) row["active"] = data["active"].get<bool>() ? 1 : 0;
}

void Replay::apply_to_posts(const domain::Event& event, const Row& data) {
  if (!event.type.starts_with("post.")) return;
  Row& row = tables_["posts"][std::to_string(data.at("post").get<std::int64_t>())];
  const int version = row.is_null() ? 1 : row.value("version", 0) + 1;
  row = {{"version", version}, {"languages", Row::array()}};
  for (const char* field : {"agency", "step", "from", "until"}) row[field] = nullptr;
  copy(row, data, {"user", "role", "agency", "step", "languages", "from", "until"});
}

void Replay::apply_to_absences(const domain::Event& event, const Row& data) {
  if (!event.type.starts_with("absence.")) return;
  Row& row = tables_["absences"][std::to_string(data.at("absence").get<std::int64_t>())];
  const int version = row.is_null() ? 1 : row.value("version", 0) + 1;
  row = {{"version", version}, {"ended_at", nullptr}};
  if (event.type == "absence.ended") row["ended_at"] = event.at;
  copy(row, data, {"user", "deputy", "from", "until", "posts"});
}

void Replay::apply_to_tokens(const domain::Event& event, const Row& data) {
  if (!event.type.starts_with("token.")) return;
  Row& row = tables_["tokens"][std::to_string(data.at("token").get<std::int64_t>())];
  if (event.type == "token.revoked") {
    row["revoked_at"] = event.at;
    return;
  }
  row = {{"created_at", event.at}, {"revoked_at", nullptr}};
  copy(row, data, {"user", "label", "scopes", "expires_at"});
}

void Replay::apply_to_mail_settings(const domain::Event& event, const Row& data) {
  if (event.type != "mail.settings_saved") return;
  Row& row = tables_["mail_settings"][data.at("user")];
  row = {{"language", nullptr}};
  copy(row, data, {"rhythm", "language", "version"});
}

void Replay::apply_to_reports(store::ReadTx& tx, const domain::Event& event, const Row& data) {
  if (event.type == "format.stored") {
    const std::string key = data.at("format").get<std::string>() + "/" + std::to_string(data.at("version").get<int>());
    tables_["formats"][key] = {
        {"sha256", data.at("sha256")}, {"source_sha256", data.at("sha256")}, {"stored_at", event.at}};
    copy(tables_["formats"][key], data, {"title"});
    return;
  }
  if (event.type != "report.created" && event.type != "report.updated" && event.type != "glossary.saved") return;
  Row& row = tables_["reports"][event.report];
  if (event.type == "glossary.saved") {
    row["glossary"] = data.at("sha256");
    return;
  }
  if (event.type == "report.created") {
    row = new_row(event);
    row["glossary"] = nullptr;
    row["imprint"] = Row::object();
  } else {
    note_change(row, event);
  }
  copy(row, data,
       {"format", "format_version", "country", "title", "forum_date", "languages", "source_language", "visibility",
        "time_zone", "imprint"});
  if (event.type == "report.created") make_sections(tx, event, data);
}

// The event has the whole row.
void Replay::apply_to_plan(const domain::Event& event, const Row& data) {
  const std::string table = plan_table(event);
  if (table.empty()) return;
  Row& row = tables_[table][in_plan(event, data)];
  row = data;
  row.erase("number");
  row["event_id"] = event.id;
  if (table != "meetings") row["changed_at"] = event.at;
}

void Replay::make_sections(store::ReadTx& tx, const domain::Event& event, const Row& data) {
  const auto format =
      read_format(store::format_source(tx, data.at("format"), data.at("format_version").get<std::int64_t>()));
  for (const auto& step : format.review_steps) steps_[event.report].push_back(step.key);
  int position = 0;
  for (const auto& node : format.outline) {
    Row& row = tables_["sections"][event.report + "/" + node.key];
    row = {{"position", position++},
           {"state", "empty"},
           {"step", 0},
           {"state_since", event.at},
           {"contributors", Row::array()},
           {"title", Row::object()},
           {"agency_deadlines", Row::object()},
           {"version", 1}};
    for (const char* field : {"lead", "due_on", "due_reason", "nothing_event"}) row[field] = nullptr;
  }
}

int Replay::step_of(const std::string& report, const Row& data) const {
  const auto steps = steps_.find(report);
  if (steps == steps_.end() || !data.contains("to_step")) return 0;
  return static_cast<int>(std::ranges::find(steps->second, data["to_step"].get<std::string>()) - steps->second.begin());
}

void Replay::move_section(const domain::Event& event, Row& section, const std::string& state, int step) {
  section["state"] = state;
  section["step"] = step;
  section["state_since"] = event.at;
  section["version"] = section.value("version", 0) + 1;
}

void Replay::apply_to_sections(const domain::Event& event, const Row& data) {
  Row& row = tables_["sections"][in_section(event)];
  if (event.type == "section.updated") {
    copy(row, data, {"lead", "contributors"});
    row["title"] = or_else(data, "title", Row::object());
    row["agency_deadlines"] = or_else(data, "agency_deadlines", Row::object());
    row["due_reason"] = or_else(data, "due_reason", nullptr);
    row["due_on"] = data.contains("due_reason") ? data.at("due_on") : Row();  // else it is the format's day
    row["version"] = row.value("version", 0) + 1;
  } else if (event.type == "text.saved" && data.contains("state")) {
    move_section(event, row, data["state"], 0);
    row["nothing_event"] = nullptr;
  } else if (is_act(data) && data["action"] != "confirm_translation") {
    move_section(event, row, data["to"], step_of(event.report, data));
    if (data["action"] == "declare_nothing") row["nothing_event"] = event.id;
    if (data["action"] != "declare_nothing" && data["action"] != "approve") row["nothing_event"] = nullptr;
  }
}

void Replay::apply_to_texts(const domain::Event& event, const Row& data) {
  const auto key = [&](const std::string& language) { return in_section(event) + " in " + language; };
  if (confirms(data)) {
    for (const auto& [language, revision] : data.at("revisions").items()) {
      tables_["texts"][key(language)]["confirmed"] = revision;
    }
  }
  if (event.type != "text.saved") return;
  Row& row = tables_["texts"][key(data.at("language"))];
  row["revision"] = data.at("revision");
  row["event_id"] = event.id;
  if (!row.contains("confirmed")) row["confirmed"] = 0;
  if (data.value("minor", false)) row["confirmed"] = data.at("revision");
  if (event.by.agency.empty() || data.contains("carried_over_from")) return;
  tables_["section_writers"].try_emplace(in_section(event) + " by " + event.by.agency, Row{{"event_id", event.id}});
}

void Replay::apply_to_pictures(const domain::Event& event, const Row& data) {
  if (!event.type.starts_with("picture.")) return;
  const std::string key = in_section(event) + ": " + data.at("name").get<std::string>();
  if (event.type == "picture.removed") {
    tables_["pictures"].erase(key);
  } else {
    tables_["pictures"][key] = {{"event_id", event.id}};
  }
}

std::vector<Replay::Version> Replay::versions_of(const domain::Event& event, const Row& data) {
  const auto part = [](const Row& row, const std::vector<std::string>& fields) {
    Row version = Row::object();
    copy(version, row, fields);
    return version;
  };
  const std::vector<std::string> of_section{"state", "step", "lead", "contributors", "title", "nothing_event"};
  std::vector<Version> versions;
  if (event.type.starts_with("agency.")) {
    const std::string agency = data.at("agency");
    versions.push_back({"agency_versions", agency, part(tables_["agencies"][agency], {"title"})});
  } else if (const std::string table = plan_table(event); !table.empty()) {
    const std::string key = in_plan(event, data);
    Row version = tables_[table][key];
    version.erase("changed_at");
    versions.push_back({versions_of_plan(table), key, std::move(version)});
  } else if (event.type == "report.created" || event.type == "report.updated") {
    versions.push_back({"report_versions", event.report,
                        part(tables_["reports"][event.report], {"title", "forum_date", "time_zone", "imprint"})});
    if (event.type == "report.updated") return versions;
    const std::string prefix = event.report + "/";
    for (auto row = tables_["sections"].lower_bound(prefix);
         row != tables_["sections"].end() && row->first.starts_with(prefix); ++row) {
      versions.push_back({"section_versions", row->first, part(row->second, of_section)});
    }
  } else if (event.type == "section.updated" || (event.type == "text.saved" && data.contains("state")) ||
             (is_act(data) && data["action"] != "confirm_translation")) {
    versions.push_back(
        {"section_versions", in_section(event), part(tables_["sections"][in_section(event)], of_section)});
  }
  return versions;
}

}  // namespace usecases
