#include "http/request/problem.hpp"

#include <array>
#include <utility>

namespace http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 22> kTitles{{
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
}};

// A refusal stays a page to read, however much was wrong.
constexpr std::size_t kMostErrors = 100;
constexpr std::size_t kMostPointerBytes = 500;
constexpr std::size_t kMostMessageBytes = 1000;
constexpr std::size_t kMostDetailBytes = 4000;

std::string_view title_of(int status) {
  for (const auto& [known, title] : kTitles) {
    if (known == status) return title;
  }
  return "Error";
}

// What is quoted of a request may be long, and nobody reads it to its end. Not cut within a letter.
std::string in_short(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

Json errors_json(const std::vector<domain::Finding>& findings) {
  Json errors = Json::array();
  for (const auto& finding : findings) {
    if (errors.size() == kMostErrors) {
      errors.push_back({{"pointer", ""}, {"message", "There are more; they are told when these are mended."}});
      break;
    }
    errors.push_back({{"pointer", in_short(finding.pointer, kMostPointerBytes)},
                      {"message", in_short(finding.message, kMostMessageBytes)}});
  }
  return errors;
}

// How to ask with a token, and what was wrong with the one that came (RFC 6750, 3.1): who sent none is told nothing
// more.
std::string challenge_for(const std::string& code, int status) {
  if (code == "invalid_token") return R"(Bearer error="invalid_token")";
  if (code == "scope_missing") return R"(Bearer error="insufficient_scope")";
  return status == 401 ? "Bearer" : "";
}

Response answer(const Json& body, int status) {
  Response response;
  response.status = status;
  // A text that is no UTF-8 can only come from a request that is being refused for it.
  response.set_body(body.dump(-1, ' ', false, Json::error_handler_t::replace), "application/problem+json");
  if (auto challenge = challenge_for(body.at("code"), status); !challenge.empty()) {
    response.set_header("WWW-Authenticate", std::move(challenge));
  }
  if (status == 429 || status == 503 || status == 507) response.set_header("Retry-After", "5");
  return response;
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

int status_of(domain::ErrorCode code) {
  switch (code) {
    case domain::ErrorCode::malformed:
      return 400;
    case domain::ErrorCode::invalid:
      return 422;
    case domain::ErrorCode::unauthenticated:
      return 401;
    case domain::ErrorCode::forbidden:
      return 403;
    case domain::ErrorCode::not_found:
      return 404;
    case domain::ErrorCode::gone:
      return 410;
    case domain::ErrorCode::conflict:
      return 409;
    case domain::ErrorCode::stale:
      return 412;
    case domain::ErrorCode::unavailable:
      return 503;
    case domain::ErrorCode::storage_full:
      return 507;
    case domain::ErrorCode::tool_missing:
      return 501;
    case domain::ErrorCode::tool_failed:
      return 502;
  }
  return 500;
}

Json problem_json(const domain::Error& error, int status, const std::string& request_id) {
  Json body{{"type", "about:blank"}, {"title", title_of(status)},
            {"status", status},      {"detail", in_short(error.message(), kMostDetailBytes)},
            {"code", error.kind()},  {"request_id", request_id}};
  if (!error.findings().empty()) body["errors"] = errors_json(error.findings());
  for (const auto& detail : error.details()) {
    body[detail.name] = detail.number ? Json(std::stoll(detail.value)) : Json(in_short(detail.value, kMostDetailBytes));
  }
  if (error.names_actions()) body["allowed_actions"] = list_json(error.allowed_actions());
  return body;
}

Response problem(const domain::Error& error, const Request& request) {
  const int status = status_of(error.code());
  return answer(problem_json(error, status, request.id), status);
}

Response problem(int status, std::string_view code, std::string_view detail, const Request& request) {
  const domain::Error error(domain::ErrorCode::invalid, std::string(code), std::string(detail));
  return answer(problem_json(error, status, request.id), status);
}

}  // namespace http
