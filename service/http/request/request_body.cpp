#include "http/request/request_body.hpp"

#include <algorithm>

#include "domain/basis/error.hpp"
#include "http/request/problem.hpp"

namespace http {
namespace {

using domain::say;

constexpr const char* kJson = "application/json";
constexpr const char* kMergePatch = "application/merge-patch+json";
constexpr const char* kAnyFile = "application/octet-stream";

bool is_json_type(const std::string& type) { return type == kJson || type == kMergePatch; }

bool takes(const Operation& operation, const std::string& type) {
  return std::ranges::find(operation.request_types, type) != operation.request_types.end();
}

// "Application/JSON; charset=utf-8" -> "application/json"; empty where the client names no type.
std::string media_type_of(const Request& request) {
  std::string type = request.header("Content-Type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::ranges::transform(type, type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type;
}

// curl -T sends no type at all: then the one that is no JSON is meant. A merge patch is JSON, and may say no more.
std::string type_of_body(const Request& request, const Operation& operation) {
  std::string type = media_type_of(request);
  if (type == kJson && !takes(operation, kJson) && takes(operation, kMergePatch)) return kMergePatch;
  if (!type.empty()) return type;
  const auto plain = std::ranges::find_if_not(operation.request_types, is_json_type);
  return plain == operation.request_types.end() ? operation.request_types.front() : *plain;
}

// What packs the body, as the client says: "gzip"; empty where it comes as it is.
std::string packing_of(const Request& request) {
  for (const auto& [name, value] : request.headers) {
    if (same_name(name, "Content-Encoding") && !value.empty() && !same_name(value, "identity")) return value;
  }
  return "";
}

// A zero byte ends a text for some readers and not for others, so that limits and rules would see different texts.
void refuse_zero_bytes(const Body& text) {
  if (!text.is_string() || text.get_ref<const std::string&>().find('\0') == std::string::npos) return;
  throw domain::Error(domain::ErrorCode::malformed, "malformed_json", say("A text in the body contains a zero byte."));
}

// Checking costs several hundred bytes of memory for each wrong value, so a body of ones and commas would take as much
// as hundreds of others.
constexpr int kMostValues = 100'000;
constexpr int kMostLevels = 100;

void refuse_complexity(int values, int level) {
  if (values <= kMostValues && level <= kMostLevels) return;
  throw domain::Error(domain::ErrorCode::invalid, "body_too_complex",
                      say("The body has more than {0} values, or values within values on more than {1} levels.",
                          kMostValues, kMostLevels));
}

Body parse(const std::string& text) {
  using Event = Body::parse_event_t;
  int values = 0;
  return Body::parse(text, [&values](int level, Event event, Body& part) {
    if (event == Event::value || event == Event::key) refuse_zero_bytes(part);
    if (event == Event::value || event == Event::object_start || event == Event::array_start) {
      refuse_complexity(++values, level);
    }
    return true;
  });
}

}  // namespace

std::string said_type_of(const Request& request) {
  std::string type = media_type_of(request);
  return type == kAnyFile ? "" : type;
}

std::optional<Response> refuse_media_types(const Request& request, const Accepted& accepted,
                                           const Operation& operation) {
  if (!operation.request_types.empty()) {
    const std::string type = type_of_body(request, operation);
    if (!takes(operation, type)) {
      auto response = problem(415, "unsupported_media_type",
                              say("This operation accepts {0}, not '{1}'.", operation.request_types, type), request);
      if (operation.method == "PATCH") response.set_header("Accept-Patch", listed(operation.request_types));
      return response;
    }
    if (const std::string packing = packing_of(request); !packing.empty()) {
      auto response =
          problem(415, "unsupported_content_encoding",
                  say("The body is compressed (Content-Encoding: {0}). Send it uncompressed.", packing), request);
      response.set_header("Accept-Encoding", "identity");
      return response;
    }
  }
  const auto& offered = operation.response_types;
  if (offered.empty() || accepted.takes_any_of(offered)) return std::nullopt;
  return problem(406, "not_acceptable", say("This is available as {0}.", offered), request);
}

Body read_body(const Request& request, const Operation& operation, const Contract& contract) {
  const std::string type = type_of_body(request, operation);
  if (!is_json_type(type)) return {};
  Body body;
  try {
    body = parse(request.body);
  } catch (const Body::out_of_range&) {
    throw domain::Error(domain::ErrorCode::malformed, "malformed_json",
                        say("The body contains a number that is too large."));
  } catch (const Body::parse_error& error) {
    throw domain::Error(
        domain::ErrorCode::malformed, "malformed_json",
        say("The body is not JSON: near byte {0} of {1} something else is expected.", error.byte, request.body.size()));
  }
  if (operation.own_reader) return body;
  auto findings = contract.check_request_body(operation, type, body);
  if (!findings.empty()) {
    throw domain::Error(domain::ErrorCode::invalid, "invalid_body", say("Some fields of the body are wrong."))
        .with(std::move(findings));
  }
  return body;
}

}  // namespace http
