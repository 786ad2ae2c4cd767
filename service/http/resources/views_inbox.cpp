#include "http/resources/operation_address.hpp"
#include "http/resources/views.hpp"

namespace http {

Json inbox_item_json(const usecases::InboxEntry& entry, const Speech& speech) {
  const domain::InboxItem& item = entry.item;
  const std::string number = std::to_string(item.number);
  return object(
      {{"id", entry.id},
       {"type", domain::to_string(item.kind->inbox_class)},
       {"kind", item.kind->key},
       {"report", item.report},
       {"section", or_null(item.section)},
       {"sentence", speech(entry.sentence)},
       {"due_on", or_null(item.due_on)},
       {"overdue", item.overdue},
       {"since", time_json(item.since)},
       {"event", item.event},
       {"address", operation_address(item.kind->operation, item.kind->action,
                                     {{"report", item.report},
                                      {"section", item.section},
                                      {"language", item.language.empty() ? entry.source_language : item.language},
                                      {"promise", number},
                                      {"extension", number},
                                      {"task", number},
                                      {"request", number},
                                      {"meeting", number},
                                      {"submission", number}})},
       {"read", entry.read}});
}

Json reminder_json(const domain::Reminder& reminder) {
  Json sections = Json::array();
  for (const auto& one : reminder.sections) {
    sections.push_back({{"section", one.section}, {"due_on", one.due_on}, {"days", one.days}});
  }
  return {{"report", reminder.report},      {"id", reminder.event},
          {"agency", reminder.agency},      {"made_on", reminder.on},
          {"by_hand", reminder.by_hand},    {"by", reminder.by_hand ? author_json(reminder.by) : Json()},
          {"note", or_null(reminder.note)}, {"sections", std::move(sections)},
          {"at", time_json(reminder.at)}};
}

}  // namespace http
