#include "demo/client.hpp"

#include <httplib.h>

#include <stdexcept>

namespace demo {
namespace {

constexpr const char* kJson = "application/json";
constexpr int kNotMade = 501;

httplib::Headers headers_for(const std::string& token) { return {{"Authorization", "Bearer " + token}}; }

Answer checked(const std::string& what, const httplib::Result& result, int also_fine = 0) {
  if (!result) throw std::runtime_error(what + ": no answer (" + httplib::to_string(result.error()) + ")");
  const auto& response = *result;
  if (response.status >= 400 && response.status != also_fine) {
    throw std::runtime_error(what + ": " + std::to_string(response.status) + " " + response.body);
  }
  return {response.status, response.body, response.get_header_value("ETag")};
}

std::optional<Answer> unless_missing(Answer answer) {
  if (answer.status == kNotMade) return std::nullopt;
  return answer;
}

}  // namespace

Client::Client(const std::string& url) : client_(std::make_unique<httplib::Client>(url)) {
  client_->set_keep_alive(true);
  client_->set_tcp_nodelay(true);
  client_->set_read_timeout(180);  // a PDF takes its time
}

Client::~Client() = default;

Answer Client::get(const std::string& path, const std::string& token) {
  return checked("GET " + path, client_->Get(path, headers_for(token)));
}

std::optional<Answer> Client::get_if_made(const std::string& path, const std::string& token) {
  return unless_missing(checked("GET " + path, client_->Get(path, headers_for(token)), kNotMade));
}

std::optional<Answer> Client::post_if_made(const std::string& path, const std::string& token, const Json& body) {
  return unless_missing(checked("POST " + path, client_->Post(path, headers_for(token), body.dump(), kJson), kNotMade));
}

Answer Client::post(const std::string& path, const std::string& token, const Json& body) {
  return checked("POST " + path, client_->Post(path, headers_for(token), body.dump(), kJson));
}

Answer Client::post_file(const std::string& path, const std::string& token, const std::string& bytes,
                         const char* type) {
  return checked("POST " + path, client_->Post(path, headers_for(token), bytes, type));
}

Answer Client::patch(const std::string& path, const std::string& token, const Json& body) {
  auto headers = headers_for(token);
  headers.emplace("If-Match", get(path, token).etag);
  return checked("PATCH " + path, client_->Patch(path, headers, body.dump(), "application/merge-patch+json"));
}

Answer Client::put_text(const std::string& path, const std::string& token, const Json& body) {
  auto headers = headers_for(token);
  const Answer present = checked("GET " + path, client_->Get(path, headers), 404);
  if (present.status == 404) {
    headers.emplace("If-None-Match", "*");
  } else {
    headers.emplace("If-Match", present.etag);
  }
  return checked("PUT " + path, client_->Put(path, headers, body.dump(), kJson));
}

Answer Client::put_picture(const std::string& path, const std::string& token, const std::string& bytes) {
  auto headers = headers_for(token);
  headers.emplace("If-None-Match", "*");
  return checked("PUT " + path, client_->Put(path, headers, bytes, "image/svg+xml"));
}

}  // namespace demo
