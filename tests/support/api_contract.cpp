#include "support/api_contract.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "embed/embedded.hpp"
#include "http/contract/contract.hpp"
#include "http/pipeline/router.hpp"
#include "support/api_app.hpp"

namespace support {
namespace {

// Clients ignore members of an answer that the contract does not describe; a test does not.
void close(Json& node) {
  if (!node.is_structured()) return;
  if (node.is_object() && node.contains("properties") && node["properties"].is_object()) {
    node.emplace("additionalProperties", false);
  }
  for (auto& member : node) close(member);
}

struct StrictContract {
  const Json document = [] {
    Json whole = Json::parse(embedded::file("api/openapi.json"));
    for (auto& schema : whole.at("components").at("schemas")) close(schema);
    return whole;
  }();
  const http::Contract contract{document};
  const http::Router router{contract, http::operation_handlers()};
  const http::Schemas schemas{document.at("components")};
  const std::map<std::string, http::Schema> events = [this] {
    std::map<std::string, http::Schema> by_type;
    for (const auto& [type, about] : document.at("x-events").items()) by_type.try_emplace(type, about.at("data"));
    return by_type;
  }();

  static const StrictContract& instance() {
    static const StrictContract one;
    return one;
  }
};

std::string media_type_of(const Answer& answer) {
  const std::string type = answer.header("Content-Type");
  return type.substr(0, type.find(';'));
}

// What is wrong with the code of a refusal: it is listed for everywhere or at the operation, and comes with that
// status.
std::string wrong_code(const http::Operation& operation, const Answer& answer) {
  const Json& document = StrictContract::instance().document;
  const Json& codes = document.at("x-codes");
  const std::string code = answer.code();
  if (!codes.contains(code)) return "the code '" + code + "' is not listed";
  const Json& statuses = codes.at(code).at("statuses");
  if (std::ranges::find(statuses, Json(answer.status)) == statuses.end())
    return code + " does not come with this status";
  if (codes.at(code).value("everywhere", false)) return "";
  std::string method = operation.method;
  std::ranges::transform(method, method.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
  const Json& node = document.at("paths").at(operation.path).at(method);
  const Json own = node.value("x-codes", Json::array());
  return std::ranges::find(own, Json(code)) == own.end() ? "the operation does not name the code '" + code + "'" : "";
}

std::string findings_text(const std::vector<domain::Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) text += "\n  " + finding.pointer + ": " + finding.message.english();
  return text;
}

// Clients keep the data of an event as it came: the contract leaves it open there.
void check_events(const Json& events) {
  for (const Json& event : events) {
    const std::string wrong = wrong_event(event.at("type"), event.at("data"));
    CHECK_MESSAGE(wrong.empty(), event.dump(), " is not as in the contract:", wrong);
  }
}

}  // namespace

std::string wrong_event(const std::string& type, const Json& data) {
  const StrictContract& strict = StrictContract::instance();
  const auto schema = strict.events.find(type);
  if (schema == strict.events.end()) return "the type '" + type + "' is not listed";
  return findings_text(strict.schemas.check(schema->second, data));
}

void check_against_contract(const std::string& method, const std::string& path, const Answer& answer) {
  CHECK_MESSAGE(answer.status != 500, method, " ", path, ": ", answer.body);
  CHECK_FALSE(answer.header("X-Request-Id").empty());
  // What is not ready tells its state, which is no refusal.
  if (answer.status >= 400 && path != "/readyz") CHECK(media_type_of(answer) == "application/problem+json");
  const StrictContract& strict = StrictContract::instance();
  const auto match = strict.router.match(method == "HEAD" ? "GET" : method, path.substr(0, path.find('?')));
  if (match.route == nullptr) {
    if (method == "OPTIONS" && answer.status == 204) return;
    CHECK_MESSAGE((answer.status == 404 || answer.status == 405), method, " ", path, ": ", answer.status);
    return;
  }
  const bool json = media_type_of(answer).ends_with("json") && !answer.body.empty();
  if (media_type_of(answer) == "application/problem+json" && json) {
    const std::string wrong = wrong_code(*match.route->operation, answer);
    CHECK_MESSAGE(wrong.empty(), method, " ", path, " ", answer.status, ": ", wrong);
  }
  const auto findings = strict.contract.check_response(*match.route->operation, answer.status, media_type_of(answer),
                                                       json ? answer.json() : Json());
  CHECK_MESSAGE(findings.empty(), method, " ", path, " ", answer.status,
                " is not as in the contract:", findings_text(findings), "\n", answer.body.substr(0, 2000));
  const std::string& operation = match.route->operation->operation_id;
  if (answer.status == 200 && (operation == "list_events" || operation == "list_all_events")) {
    check_events(answer.json().at("items"));
  }
}

}  // namespace support
