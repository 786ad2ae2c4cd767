#include <algorithm>
#include <chrono>

#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/frame/report_answers.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/reports/status_csv.hpp"

namespace http {
namespace {

// How the status is asked for.
struct StatusAs {
  bool csv = false;
  bool marked = false;  // with a byte order mark
};

StatusAs accepted_status(const Call& call) {
  const bool csv = call.accepted.choose({"application/json", "text/csv"}) == "text/csv";
  return {csv, csv};
}

// The day counts too: what was due yesterday is overdue today.
usecases::AnswerKind status_kind(const Call& call, const std::string& today, StatusAs as, const Speech& speech) {
  const std::string agency = call.query("agency").value_or("");
  const std::string name = as.marked ? "csv-bom" : as.csv ? "csv" : "json." + speech.language();
  return {"status", name + (agency.empty() ? "" : "." + agency), "", today, true};
}

std::string status_body(const usecases::ReportStatus& status, StatusAs as, const Speech& speech) {
  return as.csv ? usecases::status_csv(status, as.marked) : status_json(status, speech).dump();
}

// "tkm-2026.labour.status.csv"
std::string status_file_name(const Call& call) {
  const std::string agency = call.query("agency").value_or("");
  return call.param("report") + (agency.empty() ? "" : "." + agency) + ".status.csv";
}

// Their place is the number of an event, which is as good in one list as in another: so it needs no cursor.
Response events_response(const Call& call, const usecases::EventListPage& page, std::int64_t after) {
  Json items = Json::array();
  for (const auto& event : page.events) items.push_back(event_json(event));
  const std::int64_t next = page.events.empty() ? after : page.events.back().event.id;
  const Json body{{"items", items}, {"next_after", next}};
  if (!page.more) return list_response(call, body, std::nullopt);
  return list_response(call, body, std::pair("after", std::to_string(next)));
}

// Events after N at once, or, where there are none yet, as soon as one comes within the time the client waits.
template <class List>
Response poll_events(const Call& call, const std::string& report, List list) {
  const std::int64_t after = call.query_number("after", 0);
  const int limit = static_cast<int>(call.query_number("limit", 100));
  const std::chrono::seconds wait(call.query_number("wait", 0));
  const std::int64_t last = call.service.changes().last_event(report);  // before the look: what comes behind is news
  const auto page = call.service.read(call.actor(), [&](const Read& context) { return list(context, after, limit); });
  if (!page.events.empty() || call.request.waited >= wait) return events_response(call, page, after);
  return wait_until(call, wait - call.request.waited,
                    [&changes = call.service.changes(), report, seen = std::max(after, last)] {
                      return changes.last_event(report) > seen;
                    });
}

Response status_answer(const Call& call, StatusAs as) {
  const std::string& report = call.param("report");
  const Speech speech(call.request);
  const auto answer = usecases::cached_or_made(
      call.service, call.actor(), report,
      [&](const usecases::KnownReport& known) {
        return status_kind(call, usecases::day_in(known.row.time_zone, call.service.now()), as, speech);
      },
      [&](const Read& context, const usecases::KnownReport&) {
        const auto status = usecases::get_status(context, report, call.query("agency").value_or(""));
        return usecases::MadeAnswer{std::make_shared<const std::string>(status_body(status, as, speech)),
                                    status.sequence, status.report.today};
      });
  Response response = cached_response(call, answer, as.csv ? "text/csv; charset=utf-8" : "application/json");
  if (as.csv) response.set_header("Content-Disposition", "attachment; filename=\"" + status_file_name(call) + "\"");
  return response;
}

}  // namespace

Response get_status(const Call& call) {
  Response response = status_answer(call, accepted_status(call));
  response.set_header("Vary", "Accept, Accept-Language");
  return response;
}

Response get_status_csv(const Call& call) { return status_answer(call, {true, call.query("bom") != "false"}); }

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
