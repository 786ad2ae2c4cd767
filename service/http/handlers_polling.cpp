#include <algorithm>
#include <chrono>

#include "http/handlers.hpp"
#include "http/kept_answer.hpp"
#include "http/views.hpp"
#include "usecases/time_zone.hpp"

namespace http {
namespace {

std::string status_media_type(const Call& call) {
  const auto format = call.query("format");
  if (format) return *format == "csv" ? "text/csv" : "application/json";
  return choose_media_type(call.request, {"application/json", "text/csv"});
}

// The day counts too: what was due yesterday is overdue today.
AnswerKind status_kind(const Call& call, const std::string& today, bool csv) {
  const std::string agency = call.query("agency").value_or("");
  return {"status", (csv ? "csv" : "json") + (agency.empty() ? "" : "." + agency), "", today, true};
}

Json events_json(const std::vector<usecases::EventView>& events, std::int64_t after) {
  Json items = Json::array();
  for (const auto& event : events) items.push_back(event_json(event));
  return {{"items", items}, {"next_after", events.empty() ? after : events.back().event.id}};
}

// Events after N at once, or, where there are none yet, as soon as one comes within the time the client waits.
template <class List>
Response poll_events(const Call& call, const std::string& report, List list) {
  const std::int64_t after = call.query_number("after", 0);
  const int limit = static_cast<int>(call.query_number("limit", 100));
  const std::chrono::seconds wait(call.query_number("wait", 0));
  const std::int64_t last = call.service.changes().last_event(report);  // before the look: what comes behind is news
  const auto events = call.service.read(call.actor(), [&](const Read& context) { return list(context, after, limit); });
  if (!events.empty() || call.request.waited >= wait) return json_response(events_json(events, after));
  return wait_until(call, wait - call.request.waited,
                    [&changes = call.service.changes(), report, seen = std::max(after, last)] {
                      return changes.last_event(report) > seen;
                    });
}

}  // namespace

Response get_status(const Call& call) {
  const auto report = known_report(call);
  const std::string media_type = status_media_type(call);
  const bool csv = media_type == "text/csv";
  const std::string today = usecases::day_in(report->row.time_zone, call.service.now());
  const auto entry = kept_or_made(call, *report, status_kind(call, today, csv), [&](const Read& context) {
    const auto status = usecases::get_status(context, call.param("report"), call.query("agency").value_or(""));
    return MadeAnswer{csv ? status_csv(status) : status_json(status).dump(), status.sequence, status.report.today};
  });
  Response response = response_from(call, entry, csv ? "text/csv; charset=utf-8" : media_type);
  response.set_header("Vary", "Accept");
  return response;
}

Response list_events(const Call& call) {
  const std::string& report = call.param("report");
  return poll_events(call, report, [&](const Read& context, std::int64_t after, int limit) {
    return usecases::list_events(context, report, after, limit);
  });
}

Response list_all_events(const Call& call) {
  return poll_events(call, "", [](const Read& context, std::int64_t after, int limit) {
    return usecases::list_all_events(context, after, limit);
  });
}

}  // namespace http
