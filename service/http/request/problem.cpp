#include "http/request/problem.hpp"

#include <array>
#include <utility>
#include <variant>

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

domain::Where where_of(const domain::Finding& finding) {
  const bool pointer = finding.pointer.empty() || finding.pointer.front() == '/';
  return finding.where.value_or(pointer ? domain::Where::body : domain::Where::query);
}

Json error_json(const domain::Finding& finding, const Speech& speech) {
  const domain::Where where = where_of(finding);
  return {{"in", domain::to_string(where)},
          {where == domain::Where::body ? "pointer" : "parameter", in_short(finding.pointer, kMostPointerBytes)},
          {"code", domain::to_string(finding.code)},
          {"message", in_short(speech(finding.message), kMostMessageBytes)}};
}

Json errors_json(const std::vector<domain::Finding>& findings, const Speech& speech) {
  Json errors = Json::array();
  for (const auto& finding : findings) {
    if (errors.size() == kMostErrors) {
      errors.push_back(error_json(
          {"", domain::Fault::too_many, domain::say("There are more; they will be shown once these are corrected.")},
          speech));
      break;
    }
    errors.push_back(error_json(finding, speech));
  }
  return errors;
}

struct DetailJson {
  Json operator()(const std::string& text) const { return in_short(text, kMostDetailBytes); }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(const domain::Author& author) const { return author_json(author); }
};

// How to ask with a token, and what was wrong with the one that came (RFC 6750, 3.1): who sent none is told nothing
// more.
std::string challenge_for(const std::string& code, int status) {
  if (code == "invalid_token") return R"(Bearer error="invalid_token")";
  if (code == "scope_missing") return R"(Bearer error="insufficient_scope")";
  return status == 401 ? "Bearer" : "";
}

Response answer(const domain::Error& error, int status, const Request& request) {
  const Speech speech(request);
  const Json body = problem_json(error, status, request.id, speech);
  Response response;
  response.set_header("Content-Language", speech.language());
  response.vary_by("Accept-Language");
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

Json problem_json(const domain::Error& error, int status, const std::string& request_id, const Speech& speech) {
  Json body{{"type", "about:blank"}, {"title", title_of(status)},
            {"status", status},      {"detail", in_short(speech(error.message()), kMostDetailBytes)},
            {"code", error.kind()},  {"request_id", request_id}};
  if (!error.findings().empty()) body["errors"] = errors_json(error.findings(), speech);
  for (const auto& detail : error.details()) {
    body[detail.name] = std::visit(DetailJson{}, detail.value);
  }
  if (error.names_actions()) body["allowed_actions"] = list_json(error.allowed_actions());
  return body;
}

Response problem(const domain::Error& error, const Request& request) {
  return answer(error, status_of(error.code()), request);
}

Response problem(int status, std::string_view code, const domain::Message& detail, const Request& request) {
  return answer(domain::Error(domain::ErrorCode::invalid, std::string(code), detail), status, request);
}

}  // namespace http
