#include <utility>

#include "http/resources/views.hpp"

namespace http {
namespace {

Json entry_json(const domain::CalendarEntry& entry) {
  return object({{"name", entry.name()},
                 {"kind", domain::to_string(entry.kind)},
                 {"key", or_null(entry.key)},
                 {"title", localized_json(entry.title)},
                 {"number", or_null(entry.number)},
                 {"note", or_null(entry.note)},
                 {"agency", or_null(entry.agency)},
                 {"starts_on", entry.starts_on},
                 {"ends_on", entry.ends_on},
                 {"done", entry.done},
                 {"overdue", entry.overdue},
                 {"cancelled", entry.cancelled},
                 {"event", entry.event},
                 {"changed_at", time_json(entry.changed_at)}});
}

}  // namespace

Json calendar_json(const usecases::Calendar& calendar) {
  Json entries = Json::array();
  for (const auto& entry : calendar.entries) entries.push_back(entry_json(entry));
  Json json{{"report", calendar.report.row.id},
            {"time_zone", calendar.report.row.time_zone},
            {"today", calendar.report.today}};
  json["entries"] = std::move(entries);  // the braces would copy it
  return json;
}

}  // namespace http
