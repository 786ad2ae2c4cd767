// The operations without a token: health, metrics and the contract itself.
#include <filesystem>

#include "domain/basis/error.hpp"
#include "embed/embedded.hpp"
#include "http/pipeline/api.hpp"
#include "http/pipeline/process_figures.hpp"
#include "http/request/call.hpp"
#include "http/request/packing.hpp"
#include "usecases/exports/exports.hpp"
#include "usecases/frame/build_id.hpp"
#include "usecases/mail/mails.hpp"
#include "usecases/reports/overview.hpp"

namespace http {
namespace {

Response text_response(std::string_view text, std::string_view media_type) {
  Response response;
  response.set_body(std::string(text), media_type);
  return response;
}

// The program carries it, and packs it once.
std::shared_ptr<const std::string> packed_file(const std::string& name) {
  return std::make_shared<const std::string>(gzip(embedded::file(name)));
}

Response contract_as_yaml() {
  static const auto packed = packed_file("api/openapi.yaml");
  Response response = text_response(embedded::file("api/openapi.yaml"), "application/yaml");
  response.packed = packed;
  return response;
}

Response contract_as_json() {
  static const auto packed = packed_file("api/openapi.json");
  Response response = text_response(embedded::file("api/openapi.json"), "application/json");
  response.packed = packed;
  return response;
}

using Figures = std::vector<usecases::ConversionFigures>;

// One family of the converters: a sample a program.
template <class Value>
Family of_programs(const char* name, const char* type, const char* help, const Figures& figures, Value value) {
  Family family{name, type, help, {}};
  for (const auto& one : figures) {
    family.samples.push_back({label("program", one.program), static_cast<double>(one.*value)});
  }
  return family;
}

void add_conversions(const Figures& figures, std::vector<Family>& families) {
  using One = usecases::ConversionFigures;
  const auto add = [&](const char* name, const char* type, const char* help, auto value) {
    families.push_back(of_programs(name, type, help, figures, value));
  };
  add("national_report_conversions_running", "gauge", "Runs of a program that are under way.", &One::running);
  add("national_report_conversions_waiting", "gauge", "Requests that wait for a run of a program.", &One::waiting);
  add("national_report_conversions_total", "counter", "Runs of a program that ended, failed ones too.", &One::ended);
  add("national_report_conversions_failed_total", "counter", "Runs of a program that failed.", &One::failed);
  add("national_report_conversions_refused_total", "counter",
      "Requests that were told to come later, because as many runs were under way as may be.", &One::refused);
  add("national_report_conversion_seconds_total", "counter", "Time that ended runs of a program took, in seconds.",
      &One::seconds);
}

Family sections_family(usecases::Service& service) {
  Family family{"national_report_sections", "gauge", "Sections of the reports, by state.", {}};
  for (const auto& count : usecases::count_sections(service)) {
    family.samples.push_back(
        {label("report", count.report) + "," + label("state", count.state), static_cast<double>(count.sections)});
  }
  return family;
}

Family mails_family(const usecases::MailStanding& mail) {
  return {"national_report_mails",
          "gauge",
          "Mails that wait, failed and are uncertain.",
          {{label("state", "waiting"), static_cast<double>(mail.waiting)},
           {label("state", "failed"), static_cast<double>(mail.failed)},
           {label("state", "uncertain"), static_cast<double>(mail.uncertain)}}};
}

Family attempts_family(const usecases::MailFigures& figures) {
  return {"national_report_mail_attempts_total",
          "counter",
          "Attempts to hand a mail to the relay, by how they ended.",
          {{label("outcome", "accepted"), static_cast<double>(figures.accepted)},
           {label("outcome", "refused"), static_cast<double>(figures.refused)},
           {label("outcome", "later"), static_cast<double>(figures.later)},
           {label("outcome", "lost"), static_cast<double>(figures.lost)},
           {label("outcome", "not_reached"), static_cast<double>(figures.not_reached)}}};
}

void add_mail(usecases::Service& service, std::vector<Family>& families) {
  const auto mail = usecases::mail_standing(service);
  families.push_back(mails_family(mail));
  families.push_back({"national_report_mail_oldest_seconds",
                      "gauge",
                      "Seconds that the mail waits which waits longest; 0: none does.",
                      {{"", static_cast<double>(mail.oldest_seconds)}}});
  families.push_back(attempts_family(mail.figures));
}

// Nothing of the relay itself: this needs no token.
Json mail_state(usecases::Service& service, bool ready) {
  const auto since = service.mail_board().figures().troubled_since;
  return {{"state", !service.mail().on() ? "off"
                    : since              ? "troubled"
                                         : "on"},
          {"troubled_since", time_json(since)},
          {"waiting", ready ? Json(usecases::mail_standing(service).waiting) : Json()}};
}

Family exports_family(usecases::Service& service) {
  const auto exports = usecases::count_exports(service);
  return {"national_report_exports",
          "gauge",
          "Exports that wait and run.",
          {{label("state", "waiting"), static_cast<double>(exports.waiting)},
           {label("state", "running"), static_cast<double>(exports.running)}}};
}

}  // namespace

Response Api::run_meta(const Request&, const Operation& operation) {
  const std::string& id = operation.operation_id;
  if (id == "get_service") return start_page();
  if (id == "get_v1") return version_page();
  if (id == "get_health") return json_response({{"status", "ok"}});
  if (id == "get_readiness") return readiness();
  if (id == "get_metrics") return text_response(render_metrics(), "text/plain; version=0.0.4; charset=utf-8");
  if (id == "get_contract_yaml") return contract_as_yaml();
  return contract_as_json();
}

// Where somebody finds out more who has nothing but the address.
Response Api::start_page() {
  return json_response({{"service", "national-report"},
                        {"version", contract_.version()},
                        {"about", contract_.summary()},
                        {"contract", "/openapi.yaml"},
                        {"contract_json", "/openapi.json"},
                        {"health", "/healthz"},
                        {"whoami", "/v1/me"}});
}

// The lists with which everything begins.
Response Api::version_page() {
  Json links = Json::object();
  for (const char* name : {"me", "agencies", "users", "formats", "reports", "events"}) {
    links[name] = "/v1/" + std::string(name);
  }
  return json_response({{"version", contract_.version()}, {"contract", "/openapi.yaml"}, {"links", links}});
}

Response Api::readiness() {
  Json checks;
  bool ready = true;
  for (const auto& check : usecases::check_readiness(service_)) {
    checks[check.name] = check.problem.empty() ? "ok" : check.problem;
    ready = ready && check.problem.empty();
  }
  Json converters;
  for (const auto& program : service_.converters().programs()) {
    converters[program.name] = program.path.empty() ? Json() : Json(program.version);
  }
  Response response = json_response({{"status", ready ? "ready" : "not_ready"},
                                     {"checks", checks},
                                     {"converters", converters},
                                     {"mail", mail_state(service_, ready)}},
                                    ready ? 200 : 503);
  if (!ready) response.set_header("Retry-After", "5");
  return response;
}

std::string Api::render_metrics() {
  std::vector<Family> families = process_families();
  families.push_back({"national_report_build_info",
                      "gauge",
                      "Which program this is; always 1.",
                      {{label("version", contract_.version()) + "," + label("build", usecases::build_id()), 1}}});
  families.push_back({"national_report_database_bytes",
                      "gauge",
                      "Size of the database file, in bytes.",
                      {{"", static_cast<double>(service_.database().size_bytes())}}});
  families.push_back(sections_family(service_));
  families.push_back(exports_family(service_));
  add_mail(service_, families);
  add_conversions(service_.converters().figures(), families);
  return metrics_.render(families);
}

}  // namespace http
