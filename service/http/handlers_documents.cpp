#include <algorithm>
#include <chrono>

#include "domain/error.hpp"
#include "domain/language.hpp"
#include "http/etag.hpp"
#include "http/handlers.hpp"
#include "http/views.hpp"
#include "render/document_json.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "usecases/compile.hpp"
#include "usecases/time_zone.hpp"

namespace http {
namespace {

// One answer in the cache: where it lies, what it was made from, and what it is called there.
struct Slot {
  std::string key;
  std::string version;
  std::string variant;  // tells it from others of the same sequence
};

ResponseCache::Entry keep(const Call& call, const Slot& slot, std::int64_t sequence, std::string body) {
  ResponseCache::Entry entry{slot.version, "\"" + std::to_string(sequence) + "." + slot.variant + "\"",
                             std::make_shared<const std::string>(std::move(body))};
  call.cache.keep(slot.key, entry);
  return entry;
}

Response response_from(const Call& call, const ResponseCache::Entry& entry, const std::string& media_type) {
  Response response;
  response.body = entry.body;
  response.set_header("Content-Type", media_type);
  response.set_header("Cache-Control", "private, no-cache");
  apply_etag(call.request, response, entry.etag);
  return response;
}

// The report as of now, from memory where it did not change.
std::shared_ptr<const usecases::KnownReport> known_report(const Call& call) {
  return call.service.known_reports().find(call.service, call.actor(), call.param("report"));
}

std::string status_media_type(const Call& call) {
  const auto format = call.query("format");
  if (format) return *format == "csv" ? "text/csv" : "application/json";
  return choose_media_type(call.request, {"application/json", "text/csv"});
}

// The day counts too: what was due yesterday is overdue today.
Slot status_slot(const Call& call, std::int64_t sequence, const std::string& today, bool csv) {
  const std::string agency = call.query("agency").value_or("");
  Slot slot;
  slot.variant = today + (csv ? ".csv" : "") + (agency.empty() ? "" : "." + agency);
  slot.version = std::to_string(sequence) + "." + today;
  slot.key = "status/" + call.param("report") + (csv ? "/csv/" : "/json/") + agency;
  return slot;
}

// The transaction may see the report later than it was known: what is kept is named after what the transaction saw.
ResponseCache::Entry make_status(const Call& call, bool csv) {
  return call.service.read(call.actor(), [&](const Read& context) {
    const auto status = usecases::get_status(context, call.param("report"), call.query("agency").value_or(""));
    return keep(call, status_slot(call, status.sequence, status.report.today, csv), status.sequence,
                csv ? status_csv(status) : status_json(status).dump());
  });
}

struct Rendering {
  const char* extension;
  const char* media_type;
  std::string (*render)(const render::Document&);
};

usecases::DocumentRequest document_request(const Call& call, const usecases::KnownReport& known) {
  const auto& report = known.row;
  usecases::DocumentRequest request;
  request.report = report.id;
  request.language = call.query("lang").value_or(
      domain::negotiate_language(call.request.header("Accept-Language"), report.languages, report.source_language));
  request.select = call.query("select") == "approved" ? usecases::Select::approved : usecases::Select::latest;
  if (const auto time = call.query("as_of")) {
    request.as_of = domain::parse_time(*time);
    if (!request.as_of) usecases::throw_invalid("as_of", "'" + *time + "' is no time such as 2026-05-05T09:00:00Z.");
  }
  return request;
}

// Those who may read the same sections share a document. Of past times only the one asked for last is kept.
Slot document_slot(const Call& call, const usecases::DocumentRequest& request, const usecases::KnownReport& report,
                   const Rendering& rendering) {
  Slot slot;
  slot.variant = request.language + (request.select == usecases::Select::approved ? ".approved." : ".latest.") +
                 report.readers(call.actor()) + "." + rendering.extension;
  slot.version = std::to_string(report.sequence);
  slot.key = "document/" + request.report + "/" + slot.variant;
  if (!request.as_of) return slot;
  slot.version += "@" + std::to_string(*request.as_of);
  slot.key += "/as-of";
  return slot;
}

ResponseCache::Entry make_document(const Call& call, const usecases::DocumentRequest& request,
                                   const Rendering& rendering) {
  return call.service.read(call.actor(), [&](const Read& context) {
    const auto seen = usecases::know_report(context, usecases::open_report(context, request.report));
    const auto document = usecases::compile(context, request);
    return keep(call, document_slot(call, request, seen, rendering), document.sequence, rendering.render(document));
  });
}

Response document(const Call& call, const Rendering& rendering) {
  const auto report = known_report(call);
  const auto request = document_request(call, *report);
  const Slot slot = document_slot(call, request, *report, rendering);
  auto entry = call.cache.find(slot.key, slot.version);
  if (!entry) entry = make_document(call, request, rendering);
  Response response = response_from(call, *entry, rendering.media_type);
  response.set_header("Content-Language", request.language);
  response.set_header("Vary", "Accept-Language, Authorization");
  return response;
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
  const auto fetch = [&] {
    return call.service.read(call.actor(), [&](const Read& context) { return list(context, after, limit); });
  };
  auto events = fetch();
  if (events.empty() && wait.count() > 0) {
    call.service.changes().wait_for_event(report, after, wait);
    events = fetch();
  }
  return json_response(events_json(events, after));
}

}  // namespace

Response get_status(const Call& call) {
  const auto report = known_report(call);
  const std::string media_type = status_media_type(call);
  const bool csv = media_type == "text/csv";
  const std::string today = usecases::day_in(report->row.time_zone, call.service.now());
  const Slot slot = status_slot(call, report->sequence, today, csv);
  auto entry = call.cache.find(slot.key, slot.version);
  if (!entry) entry = make_status(call, csv);
  Response response = response_from(call, *entry, csv ? "text/csv; charset=utf-8" : media_type);
  response.set_header("Vary", "Accept");
  return response;
}

Response get_document_md(const Call& call) {
  return document(call, {"md", "text/markdown; charset=utf-8", render::to_markdown});
}

Response get_document_html(const Call& call) {
  Response response = document(call, {"html", "text/html; charset=utf-8", render::to_html});
  response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  return response;
}

Response get_document_json(const Call& call) { return document(call, {"json", "application/json", render::to_json}); }

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
