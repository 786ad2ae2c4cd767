// The operations without a token: health, metrics and the contract itself.
#include <filesystem>

#include "domain/error.hpp"
#include "embed/embedded.hpp"
#include "http/api.hpp"
#include "http/call.hpp"
#include "usecases/exports.hpp"
#include "usecases/overview.hpp"

namespace http {
namespace {

Response text_response(std::string_view text, std::string_view media_type) {
  Response response;
  response.set_body(std::string(text), media_type);
  return response;
}

std::string escaped_label(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace

Response Api::run_meta(const Request&, const Operation& operation) {
  const std::string& id = operation.operation_id;
  if (id == "get_health") return json_response({{"status", "ok"}});
  if (id == "get_readiness") return readiness();
  if (id == "get_metrics") return text_response(render_metrics(), "text/plain; version=0.0.4; charset=utf-8");
  if (id == "get_contract_yaml") return text_response(embedded::file("api/openapi.yaml"), "application/yaml");
  return text_response(embedded::file("api/openapi.json"), "application/json");
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
  Response response = json_response(
      {{"status", ready ? "ready" : "not_ready"}, {"checks", checks}, {"converters", converters}}, ready ? 200 : 503);
  if (!ready) response.set_header("Retry-After", "5");
  return response;
}

std::string Api::render_metrics() {
  std::vector<Gauge> gauges{
      {"national_report_database_bytes", "", static_cast<double>(service_.database().size_bytes())}};
  for (const auto& count : usecases::count_sections(service_)) {
    gauges.push_back({"national_report_sections",
                      "report=\"" + escaped_label(count.report) + "\",state=\"" + escaped_label(count.state) + "\"",
                      static_cast<double>(count.sections)});
  }
  const auto exports = usecases::count_exports(service_);
  gauges.push_back({"national_report_exports", "state=\"waiting\"", static_cast<double>(exports.waiting)});
  gauges.push_back({"national_report_exports", "state=\"running\"", static_cast<double>(exports.running)});
  return metrics_.render(gauges);
}

}  // namespace http
