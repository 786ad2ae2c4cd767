#include <algorithm>

#include "http/contract/format_file.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/calendar/moved_forum.hpp"
#include "usecases/reports/assignment.hpp"

namespace http {
namespace {

std::string report_path(const std::string& report) { return "/v1/reports/" + report; }

usecases::SectionFilter filter_of(const Call& call) {
  usecases::SectionFilter filter;
  filter.state = call.query("state");
  filter.agency = call.query("agency");
  filter.step = call.query("step");
  if (const auto overdue = call.query("overdue")) filter.overdue = *overdue == "true";
  filter.language = call.query("language");
  filter.translation = call.query("translation");
  filter.mine = call.query_flag("mine");
  return filter;
}

// null takes away what it stands for.
std::optional<std::string> word_of(const Body& body, const char* name) {
  const auto word = nullable_text(body, name);
  return word ? std::optional(word->value_or("")) : std::nullopt;
}

// null takes a day away.
std::map<std::string, std::optional<std::string>> days_by_agency(const Body& body) {
  std::map<std::string, std::optional<std::string>> days;
  if (!body.contains("agency_deadlines")) return days;
  for (const auto& [agency, day] : body.at("agency_deadlines").items()) {
    days[agency] = day.is_null() ? std::nullopt : std::optional(day.get<std::string>());
  }
  return days;
}

std::optional<usecases::ImprintChange> imprint_change_of(const Body& body) {
  if (!body.contains("imprint")) return std::nullopt;
  const Body& imprint = body.at("imprint");
  return usecases::ImprintChange{optional_localized(imprint, "subtitle"), optional_localized(imprint, "publisher"),
                                 optional_localized(imprint, "place"),    optional_localized(imprint, "disclaimer"),
                                 optional_localized(imprint, "contact"),  word_of(imprint, "issued_on"),
                                 word_of(imprint, "document_number"),     word_of(imprint, "isbn")};
}

}  // namespace

Response list_formats(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  std::vector<Json> items = format_items_json(usecases::list_formats(context));
  std::erase_if(items, [&](const Json& item) { return item["id"] <= paging.position; });
  return page_of(
      call, paging, items, [](const Json& item) { return item; },
      [](const Json& item) { return item["id"].get<std::string>(); });
}

Response store_format(const Call& call) {
  call.service.read(call.actor(), usecases::require_may_store_formats);
  const auto format = usecases::check_format(call.request.body);
  check_format_file(Contract::instance(), call.request.body, call.body);
  const bool dry_run = call.query_flag("dry_run");
  usecases::Groundwork none;
  return write_once(call, none, [&](const Write& context) {
    const auto stored = dry_run ? usecases::not_stored(format) : usecases::store_format(context, format);
    const Json body = stored_format_json(stored, Speech(call.request));
    if (!stored.is_new) return json_response(body);
    return created(body, "/v1/formats/" + stored.version.id + "?version=" + std::to_string(stored.version.version));
  });
}

Response get_format(const Call& call, const Read& context) {
  const auto view = usecases::get_format(context, call.param("format"), call.query_number("version", 0));
  if (call.accepted.choose({"application/json", "application/yaml"}) == "application/json") {
    return thing(call, format_json(view), view.version.version);
  }
  Response response;
  response.set_body(view.source, "application/yaml");
  return response;
}

Response list_reports(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging, usecases::list_reports(context, paging.position, paging.asked()), report_json,
                 [](const usecases::ReportView& view) { return view.report.row.id; });
}

Response create_report(const Call& call, const Write& context) {
  usecases::NewReport report;
  report.id = call.body.at("id");
  report.format = call.body.at("format");
  report.format_version = optional_integer(call.body, "format_version").value_or(0);
  report.country = call.body.at("country");
  report.title = localized_from(call.body.at("title"));
  report.forum_date = call.body.at("forum_date");
  report.languages = call.body.at("languages").get<std::vector<std::string>>();
  report.source_language = call.body.at("source_language");
  report.visibility = optional_text(call.body, "visibility").value_or(report.visibility);
  report.time_zone = optional_text(call.body, "time_zone").value_or("");
  const auto view = usecases::create_report(context, report);
  return created_thing(call, report_json(view), view.report.row.version, report_path(report.id));
}

Response get_report(const Call& call, const Read& context) {
  const auto view = usecases::get_report(context, call.param("report"));
  return thing(call, report_json(view), view.report.row.version);
}

Response update_report(const Call& call, const Write& context) {
  usecases::ReportChange change;
  change.title = optional_localized(call.body, "title");
  change.forum_date = optional_text(call.body, "forum_date");
  change.moves_own_deadlines = optional_text(call.body, "own_deadlines") == "move";
  change.languages = optional_list(call.body, "languages");
  change.visibility = optional_text(call.body, "visibility");
  change.time_zone = optional_text(call.body, "time_zone");
  change.imprint = imprint_change_of(call.body);
  const auto view = usecases::update_report_and_plan(context, call.param("report"), change, call.expected());
  return thing(call, report_json(view), view.report.row.version);
}

Response list_sections(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const auto views = usecases::list_sections(
      context, call.param("report"), filter_of(call),
      static_cast<int>(std::min<std::int64_t>(paging.position_number(), 100'000)), paging.asked());
  const auto json = [speech = Speech(call.request)](const usecases::SectionView& view) {
    return section_json(view, speech);
  };
  Response response = page_of(call, paging, views, json,
                              [](const usecases::SectionView& view) { return std::to_string(view.row.position + 1); });
  response.vary_by("Accept-Language");
  return response;
}

Response get_section(const Call& call, const Read& context) {
  const auto view = usecases::get_section(context, call.param("report"), call.param("section"));
  Response response = thing(call, section_json(view, Speech(call.request)), view.row.version);
  response.vary_by("Accept-Language");
  return response;
}

Response update_section(const Call& call, const Write& context) {
  usecases::SectionChange change;
  if (const auto lead = nullable_text(call.body, "lead")) change.lead = lead->value_or("");
  change.contributors = optional_list(call.body, "contributors");
  change.due_on = nullable_text(call.body, "due_on");
  change.due_reason = optional_text(call.body, "due_reason");
  change.title = optional_localized(call.body, "title");
  change.agency_deadlines = days_by_agency(call.body);
  const auto view =
      usecases::update_section(context, call.param("report"), call.param("section"), change, call.expected());
  return thing(call, section_json(view, Speech(call.request)), view.row.version);
}

}  // namespace http
