#include <array>

#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/frame/report_answers.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/reports/findings_csv.hpp"
#include "usecases/reports/get_findings.hpp"

namespace http {
namespace {

constexpr std::array kFilters{"level", "code", "section", "agency", "language", "gate"};

usecases::FindingFilter filter_of(const Call& call) {
  const auto asked = [&](const char* name) { return call.query(name).value_or(""); };
  return {domain::parse_finding_level(asked("level")),
          asked("code"),
          asked("section"),
          asked("agency"),
          asked("language"),
          asked("gate")};
}

// "json.ru.level=error.gate=final". The day counts too: what was due yesterday is overdue today.
usecases::AnswerKind kind_of(const Call& call, std::string name, const std::string& today, const Speech& speech) {
  name += "." + speech.language();
  for (const char* filter : kFilters) {
    if (const auto value = call.query(filter)) name += std::string(".") + filter + "=" + *value;
  }
  return {"findings", std::move(name), "", today, true};
}

// make: of the status with the findings that are asked for.
template <class Make>
usecases::CachedAnswer findings_answer(const Call& call, const std::string& name, const Speech& speech, Make make) {
  const std::string& report = call.param("report");
  return usecases::cached_or_made(
      call.service, call.actor(), report,
      [&](const usecases::KnownReport& known) {
        return kind_of(call, name, usecases::day_in(known.row.time_zone, call.service.now()), speech);
      },
      [&](const Read& context, const usecases::KnownReport&) {
        const auto status = usecases::get_findings(context, report, filter_of(call));
        return usecases::MadeAnswer{std::make_shared<const std::string>(make(status)), status.sequence,
                                    status.report.today};
      });
}

}  // namespace

Response get_findings(const Call& call) {
  const Speech speech(call.request);
  const auto answer = findings_answer(
      call, "json", speech, [&](const usecases::ReportStatus& status) { return findings_json(status, speech).dump(); });
  Response response = cached_response(call, answer, "application/json");
  response.set_header("Vary", "Accept-Language");
  return response;
}

Response get_findings_csv(const Call& call) {
  const Speech speech(call.request);
  const bool marked = call.query("bom") != "false";
  const auto answer = findings_answer(
      call, marked ? "csv-bom" : "csv", speech,
      [&](const usecases::ReportStatus& status) { return usecases::findings_csv(status, marked, speech.language()); });
  Response response = cached_response(call, answer, "text/csv; charset=utf-8");
  response.set_header("Content-Disposition", "attachment; filename=\"" + call.param("report") + ".findings.csv\"");
  response.set_header("Vary", "Accept-Language");
  return response;
}

}  // namespace http
