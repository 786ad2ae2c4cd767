#include "usecases/operation/told_events.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/basis/calendar.hpp"

namespace usecases {
namespace {

using Json = nlohmann::ordered_json;

// What is told where the event has no such member.
enum class Absent { is_left_out, is_null, is_false, is_empty_list, is_empty_map };

struct Member {
  std::string_view name;
  Absent absent = Absent::is_left_out;
  std::string_view stored_as = name;
  bool confidential = false;
};

struct Telling {
  std::string_view stored_type;
  std::vector<Member> members;
  std::string_view type = stored_type;
};

// For those who may see the thing itself: it can quote a text, or is a name that people gave. The hash of a few words
// would let these be guessed.
Member confidential(std::string_view name) { return {name, Absent::is_null, name, true}; }

std::vector<Member> both(std::vector<Member> first, const std::vector<Member>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::vector<Telling> make_tellings() {
  using enum Absent;
  const std::vector<Member> user{{"user"}, {"name"}, {"email_sha256"}, {"active"}};
  const std::vector<Member> agency{{"agency"}, {"title"}, {"short_title"}, {"active"}};
  const std::vector<Member> post{{"user"},
                                 {"post"},
                                 {"role"},
                                 {"agency", is_null},
                                 {"step", is_null},
                                 {"languages", is_empty_list},
                                 {"starts_on", is_null, "from"},
                                 {"ends_on", is_null, "until"}};
  const std::vector<Member> absence{
      {"user"}, {"absence"}, {"deputy"}, {"starts_on", is_left_out, "from"}, {"ends_on", is_left_out, "until"},
      {"posts"}};
  const std::vector<Member> report{{"title"},      {"forum_date"}, {"languages"}, {"source_language"},
                                   {"visibility"}, {"time_zone"},  {"imprint"}};
  const std::vector<Member> act{
      {"action"}, {"from"}, {"to"}, confidential("reason"), {"revisions"}, {"own_text", is_false}};
  const std::vector<Member> promise{{"promise", is_left_out, "number"}, {"version"},
                                    {"state", is_left_out, "status"},   {"agency", is_null},
                                    {"answered_in", is_null},           confidential("note_sha256")};
  const std::vector<Member> extension{
      {"extension", is_left_out, "number"}, {"version"}, {"agency"}, {"state"}, {"until"}, {"reason", is_null}};
  const std::vector<Member> task{{"task", is_left_out, "number"},
                                 {"version"},
                                 {"title"},
                                 {"note"},
                                 {"agency"},
                                 {"role"},
                                 {"due_on"},
                                 {"due", is_null},
                                 {"state"},
                                 {"reason"},
                                 {"section"},
                                 {"stage"},
                                 {"depends_on"}};
  const std::vector<Member> meeting{{"meeting", is_left_out, "number"},
                                    {"version"},
                                    {"title"},
                                    {"held_on"},
                                    {"starts_at"},
                                    {"place"},
                                    {"link"},
                                    {"organisers"},
                                    {"partners"},
                                    {"agencies"},
                                    {"topics"},
                                    {"state"},
                                    {"reason"}};
  const Member of_meeting{"meeting", is_left_out, "number"};
  const std::vector<Member> assistance{{"assistance", is_left_out, "number"},
                                       {"version"},
                                       {"title"},
                                       {"note"},
                                       {"partner"},
                                       {"kind"},
                                       {"needed_by"},
                                       {"amount"},
                                       {"currency"},
                                       {"agency"},
                                       {"task"},
                                       {"state"},
                                       {"answer"},
                                       {"outcome"}};
  const std::vector<Member> picture{confidential("name"), {"version"}, confidential("reason")};
  return {
      {"user.created", user},
      {"user.updated", user},
      {"user.handed_over",
       {{"user"}, {"successor", is_null}, {"ends_on"}, {"starts_on", is_null}, {"posts"}, {"note", is_null}}},
      {"absence.set", absence},
      {"absence.changed", absence},
      {"absence.ended", absence},
      {"post.created", post},
      {"post.updated", post},
      {"token.created", {{"user"}, {"token"}, {"label"}, {"scopes"}, {"expires_at"}}},
      {"token.revoked", {{"user"}, {"token"}, {"label"}}},
      {"agency.created", agency},
      {"agency.updated", agency},
      {"format.stored", {{"format"}, {"version"}, {"sha256"}, {"title"}}},
      {"report.created", both({{"format"}, {"country"}}, report)},
      {"report.updated", report},
      {"section.updated",
       {{"title", is_empty_map},
        {"lead"},
        {"contributors"},
        {"due_on"},
        {"due_reason", is_null},
        {"agency_deadlines", is_empty_map}}},
      {"section.submitted", act},
      {"section.declared_nothing", act},
      {"section.withdrawn", act},
      {"section.approved", act},
      {"section.returned", act},
      {"section.reopened", act},
      {"translation.confirmed", act},
      {"text.saved",
       {{"language"},
        {"revision"},
        {"words"},
        {"sha256"},
        confidential("note_sha256"),
        {"source_revision", is_null},
        {"minor", is_false},
        confidential("reason"),
        {"carried_over_from", is_null},
        {"base_revision", is_null, "form_base"},
        {"state", is_null}}},
      {"text.commented", {{"language"}, {"revision"}, confidential("comments")}},
      {"picture.saved", both(picture, {{"media_type"}, {"sha256"}, {"bytes"}, {"width"}, {"height"}})},
      {"picture.removed", picture},
      {"promise.added", both(promise, {{"text_sha256"}, {"source", is_null, "from"}})},
      {"promise.answered", promise},
      {"extension.asked", extension},
      {"extension.decided", extension},
      {"reminder.made", {{"agency"}, {"made_on"}, {"by_hand"}, {"sections"}, {"note", is_null}}},
      {"task.added", task},
      {"task.changed", task},
      {"assistance.added", assistance},
      {"assistance.changed", assistance},
      {"meeting.called", meeting},
      {"meeting.changed", meeting},
      {"meeting.answered", {of_meeting, {"agency"}, {"version"}, {"ready"}, {"lacks"}, {"attends"}}},
      {"meeting.decided", {of_meeting, {"decision"}, {"text"}, {"task"}}},
      {"meeting.minuted", {of_meeting, {"version"}, {"sha256"}}},
      {"mail.settings_saved", {{"user"}, {"rhythm"}, {"language", is_null}, {"version"}, {"by_link", is_false}}},
      {"mail.tested", {{"user"}}},
      {"mail.repeated", {{"mail"}, {"user"}, {"kind"}, {"message_id"}, {"state"}}},
      {"glossary.saved", {{"version"}, {"entry_count", is_left_out, "entries"}, {"sha256"}}},
      {"edition.frozen",
       {{"edition", is_left_out, "number"},
        confidential("name"),
        {"kind"},
        {"languages"},
        {"content_event"},
        {"manifest_sha256"},
        confidential("override_reason")}},
      {"edition.withdrawn", {{"edition", is_left_out, "number"}, confidential("reason")}},
      {"report.submitted",
       {{"submission", is_left_out, "number"},
        {"edition"},
        {"manifest_sha256"},
        {"addressee"},
        {"channel"},
        {"sent_on"},
        {"reference", is_null},
        {"note", is_null}}},
      {"submission.receipt",
       {{"submission", is_left_out, "number"}, {"name"}, {"media_type"}, {"bytes"}, {"sha256"}},
       "receipt.added"},
  };
}

const Telling* telling_of(const std::string& stored_type) {
  static const std::vector<Telling> all = make_tellings();
  const auto found = std::ranges::find(all, stored_type, &Telling::stored_type);
  return found == all.end() ? nullptr : &*found;
}

void put_absent(Json& told, const Member& member) {
  const std::string name(member.name);
  switch (member.absent) {
    case Absent::is_left_out:
      return;
    case Absent::is_null:
      told[name] = nullptr;
      return;
    case Absent::is_false:
      told[name] = false;
      return;
    case Absent::is_empty_list:
      told[name] = Json::array();
      return;
    case Absent::is_empty_map:
      told[name] = Json::object();
      return;
  }
}

Json or_null(const Json& data, const char* name) { return data.contains(name) ? data[name] : Json(); }

// What the API tells as a thing of its own is stored as members side by side, or shorter.
void give_form(const domain::Event& event, const Json& data, Json& told) {
  if (event.type == "report.created") {
    told["format"] = {{"id", or_null(data, "format")}, {"version", or_null(data, "format_version")}};
  } else if (event.type == "token.created" && data.contains("expires_at") && data["expires_at"].is_number()) {
    told["expires_at"] = domain::format_time(data["expires_at"].get<domain::Millis>());
  } else if (event.type == "text.saved" && !told["carried_over_from"].is_null()) {
    told["carried_over_from"]["section"] = event.section;
    told["carried_over_from"]["language"] = or_null(data, "language");
  } else if (event.type.starts_with("task.") && !or_null(data, "due_stage").is_null()) {
    told["due"] = {{"stage", data["due_stage"]}, {"days", data["due_days"]}};
  } else if (told.contains("action")) {
    told["from"] = {{"state", or_null(data, "from")}, {"step", or_null(data, "from_step")}};
    told["to"] = {{"state", or_null(data, "to")}, {"step", or_null(data, "to_step")}};
  }
}

EventView tell_some(domain::Event event, bool redact) {
  EventView view{std::move(event)};
  Json told = Json::object();
  if (const Telling* telling = telling_of(view.event.type)) {
    const Json data = Json::parse(view.event.data);
    for (const Member& member : telling->members) {
      const std::string stored(member.stored_as);
      if (!data.contains(stored)) {
        put_absent(told, member);
        continue;
      }
      const bool hidden = redact && member.confidential && !data[stored].is_null();
      view.redacted = view.redacted || hidden;
      told[std::string(member.name)] = hidden ? Json() : data[stored];
    }
    give_form(view.event, data, told);
    view.event.type = telling->type;
  }
  view.event.data = told.dump();
  return view;
}

}  // namespace

std::string told_type(const std::string& stored_type) {
  const Telling* telling = telling_of(stored_type);
  return telling == nullptr ? "" : std::string(telling->type);
}

EventView tell(domain::Event event) { return tell_some(std::move(event), false); }

EventView tell_redacted(domain::Event event) { return tell_some(std::move(event), true); }

}  // namespace usecases
