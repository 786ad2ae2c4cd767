#include "export_client.hpp"

#include <httplib.h>

#include <stdexcept>
#include <utility>

namespace {

constexpr int kConnectSeconds = 5;
constexpr int kReadSeconds = 30;  // beyond what it was asked to wait

// "detail (pointer: message)" of a problem; empty: this is none.
std::string words_of(const std::string& body) {
  const auto problem = ExportClient::Json::parse(body, nullptr, false);
  if (!problem.is_object() || !problem.contains("detail")) return "";
  auto words = problem.at("detail").get<std::string>();
  if (!problem.contains("errors")) return words;
  for (const auto& error : problem.at("errors")) {
    words += " (" + error.at("pointer").get<std::string>() + ": " + error.at("message").get<std::string>() + ")";
  }
  return words;
}

}  // namespace

ExportClient::ExportClient(const std::string& url, std::string token, const std::string& report)
    : url_(url),
      token_(std::move(token)),
      report_("/v1/reports/" + report),
      client_(std::make_unique<httplib::Client>(url)) {
  if (!client_->is_valid()) {
    throw std::runtime_error("'" + url + "' is not the address of a service such as https://reports.example");
  }
  client_->set_keep_alive(true);
  client_->set_tcp_nodelay(true);
  client_->set_connection_timeout(kConnectSeconds);
  client_->set_read_timeout(kReadSeconds);
}

ExportClient::~ExportClient() = default;

ExportClient::Json ExportClient::start(const Json& wanted) {
  const httplib::Headers headers{{"Authorization", "Bearer " + token_}};
  const auto result = client_->Post(report_ + "/exports", headers, wanted.dump(), "application/json");
  if (!result) throw_no_answer(httplib::to_string(result.error()));
  checked(*result);
  address_ = result->get_header_value("Location");
  return Json::parse(result->body);
}

std::optional<ExportClient::Json> ExportClient::news(int wait_seconds) {
  const auto response = get(address_ + "?wait=" + std::to_string(wait_seconds));
  if (!response || response->status == 503) return std::nullopt;
  if (response->status == 404) throw std::runtime_error("the export is not there any more");
  return Json::parse(checked(*response).body);
}

std::string ExportClient::fetch() {
  const auto response = get(address_ + "/export.zip");
  if (!response) throw_no_answer("it went away before the file was fetched");
  return checked(*response).body;
}

void ExportClient::cancel() {
  if (address_.empty()) return;
  client_->Post(address_ + "/cancellation", httplib::Headers{{"Authorization", "Bearer " + token_}}, "",
                "application/json");
}

ExportClient::Json ExportClient::counts() {
  const auto response = get(report_ + "/status");
  if (!response) throw_no_answer("it went away");
  return Json::parse(checked(*response).body).at("counts");
}

std::optional<httplib::Response> ExportClient::get(const std::string& path) {
  const auto result = client_->Get(path, httplib::Headers{{"Authorization", "Bearer " + token_}});
  if (!result) return std::nullopt;
  return *result;
}

const httplib::Response& ExportClient::checked(const httplib::Response& response) const {
  if (response.status < 300) return response;
  const std::string words = words_of(response.body);
  if (words.empty()) {
    throw std::runtime_error("what answers at " + url_ + " is not such a service: it says " +
                             std::to_string(response.status));
  }
  throw std::runtime_error(response.status == 401 ? "the service refused the access token: " + words : words);
}

void ExportClient::throw_no_answer(const std::string& why) const {
  throw std::runtime_error("no service answers at " + url_ + " (" + why + ")");
}
