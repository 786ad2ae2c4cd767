#include "usecases/inbox/inbox_news.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "domain/basis/message.hpp"
#include "store/log/events.hpp"
#include "store/preparation/meetings.hpp"
#include "usecases/inbox/inbox_duties.hpp"

namespace usecases {
namespace {

using domain::inbox_kind;
using domain::InboxItem;
using Json = nlohmann::json;

// Fills in what the sentence names; false: the event is no news of this kind.
using ReadNews = bool (*)(const domain::Event& event, const Json& data, InboxItem& item);

struct NewsRule {
  std::string_view event;  // type
  const domain::InboxKind& kind;
  ReadNews read;
};

bool any(const domain::Event&, const Json&, InboxItem&) { return true; }

bool numbered(const domain::Event&, const Json& data, InboxItem& item) {
  item.number = data.at("number");
  return true;
}

bool extension_is(const char* state, const Json& data, InboxItem& item) {
  item.agencies = {data.at("agency").get<std::string>()};
  item.number = data.at("number");
  item.day = data.at("until");
  return data.at("state") == state;
}

bool reminder(const domain::Event&, const Json& data, InboxItem& item) {
  item.agencies = {data.at("agency").get<std::string>()};
  for (const Json& one : data.at("sections")) {
    item.reminded.push_back(one.at("section"));
    const std::string day = one.at("due_on");
    if (item.day.empty() || day < item.day) item.day = day;
  }
  return true;
}

// To answer or, while nobody has answered, from the coordinator.
bool promise(const domain::Event& event, const Json& data, InboxItem& item) {
  const bool given =
      event.type == "promise.added" || (data.value("status", "") == "open" && event.by.role == "coordinator");
  if (!given || !data.contains("agency") || !data["agency"].is_string()) return false;
  item.agencies = {data["agency"].get<std::string>()};
  item.number = data.at("number");
  return true;
}

// To the agencies that are asked to come.
bool meeting(const domain::Event&, const Json& data, InboxItem& item) {
  item.agencies = data.at("agencies").get<std::vector<std::string>>();
  item.number = data.at("number");
  item.day = data.at("held_on");
  item.title = data.at("title");
  return true;
}

bool meeting_is(const char* state, const domain::Event& event, const Json& data, InboxItem& item) {
  return meeting(event, data, item) && data.at("state") == state;
}

bool approved(const domain::Event&, const Json& data, InboxItem&) { return data.value("to", "") == "approved"; }

const std::vector<NewsRule>& news_rules() {
  static const std::vector<NewsRule> rules{
      {"reminder.made", inbox_kind("reminder"), reminder},
      {"extension.decided", inbox_kind("extension_granted"),
       [](const domain::Event&, const Json& data, InboxItem& item) { return extension_is("granted", data, item); }},
      {"extension.decided", inbox_kind("extension_refused"),
       [](const domain::Event&, const Json& data, InboxItem& item) { return extension_is("refused", data, item); }},
      {"section.returned", inbox_kind("section_returned"), any},
      {"section.approved", inbox_kind("section_approved"), approved},
      {"section.reopened", inbox_kind("section_reopened"), any},
      {"section.updated", inbox_kind("section_changed"), any},
      {"promise.added", inbox_kind("promise_given"), promise},
      {"promise.answered", inbox_kind("promise_given"), promise},
      {"report.updated", inbox_kind("forum_moved"), any},  // of those only the moves, as of meetings: see find_news
      {"meeting.called", inbox_kind("meeting_called"), meeting},
      {"meeting.changed", inbox_kind("meeting_moved"),
       [](const domain::Event& event, const Json& data, InboxItem& item) {
         return meeting_is("planned", event, data, item);
       }},
      {"meeting.changed", inbox_kind("meeting_cancelled"),
       [](const domain::Event& event, const Json& data, InboxItem& item) {
         return meeting_is("cancelled", event, data, item);
       }},
      {"edition.frozen", inbox_kind("edition_frozen"), numbered},
      {"report.submitted", inbox_kind("report_submitted"), numbered},
  };
  return rules;
}

const std::vector<std::string>& types_of_news() {
  static const std::vector<std::string> types = [] {
    std::vector<std::string> all;
    for (const auto& rule : news_rules()) all.emplace_back(rule.event);
    return all;
  }();
  return types;
}

InboxItem item_of(const domain::Event& event, const domain::InboxKind& kind) {
  InboxItem item;
  item.kind = &kind;
  item.report = event.report;
  item.section = event.section;
  item.event = event.id;
  item.since = event.at;
  item.by = event.by.user;
  return item;
}

using SectionsById = std::map<std::string, const domain::Section*>;

// Whether the agency has none of them to write any more.
bool all_done(const InboxItem& reminder_item, const OpenReport& report, const SectionsById& sections) {
  return std::ranges::none_of(reminder_item.reminded, [&](const std::string& id) {
    const auto section = sections.find(id);
    if (section == sections.end() || !report.waits_for_text(*section->second)) return false;
    const auto agencies = agencies_of(*section->second);
    return std::ranges::find(agencies, reminder_item.agencies.front()) != agencies.end();
  });
}

// As the meeting is now: whom it asks to come, and whether it is still to be held on the day that was told.
void place_meeting(const Read& context, InboxItem& item) {
  const auto now = store::find_meeting(context.tx, item.report, item.number);
  if (!now) return;
  item.agencies = now->agencies;
  item.title = now->title;
  item.over = now->state != domain::MeetingState::planned || now->held_on != item.day;
}

std::vector<std::string> agencies_of_all(const std::vector<domain::Section>& sections) {
  std::vector<std::string> all;
  for (const auto& section : sections) {
    for (auto& agency : agencies_of(section)) all.push_back(std::move(agency));
  }
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  return all;
}

}  // namespace

std::vector<InboxItem> find_news(const Read& context, const std::string& report, std::int64_t after) {
  const auto moves = store::forum_moves(context.tx, report, after);
  const auto moved_meetings = store::meeting_moves(context.tx, report, after);
  std::vector<InboxItem> news;
  for (const auto& event : store::list_newest_events(context.tx, report, types_of_news(), after, kMostNews)) {
    if (event.type == "meeting.changed" && !moved_meetings.contains(event.id)) continue;
    const Json data = Json::parse(event.data);
    for (const NewsRule& rule : news_rules()) {
      if (rule.event != event.type) continue;
      InboxItem item = item_of(event, rule.kind);
      if (event.type == "report.updated") {
        const auto moved = moves.find(event.id);
        if (moved == moves.end()) continue;
        item.day = moved->second;
      }
      if (rule.read(event, data, item)) news.push_back(std::move(item));
    }
  }
  return news;
}

void place_news(const Read& context, std::vector<InboxItem>& news, const OpenReport& report,
                const std::vector<domain::Section>& sections) {
  SectionsById by_id;
  for (const auto& section : sections) by_id[section.id] = &section;
  const auto all = agencies_of_all(sections);
  for (InboxItem& item : news) {
    const auto section = by_id.find(item.section);
    if (section != by_id.end()) item.position = section->second->position;
    if (item.kind == &inbox_kind("reminder")) {
      item.over = all_done(item, report, by_id);
    } else if (item.kind == &inbox_kind("meeting_called") || item.kind == &inbox_kind("meeting_moved")) {
      place_meeting(context, item);
    } else if (item.kind->audience == domain::Audience::everybody_who_works) {
      if (item.kind != &inbox_kind("meeting_cancelled")) item.agencies = all;
    } else if (section != by_id.end() && !item.kind->key.starts_with("extension_")) {
      item.agencies = agencies_of(*section->second);
    }
  }
}

}  // namespace usecases
