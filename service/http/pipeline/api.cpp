#include "http/pipeline/api.hpp"

#include <algorithm>

#include "domain/basis/error.hpp"
#include "http/pipeline/checked.hpp"
#include "http/request/call.hpp"
#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/request/packing.hpp"
#include "http/request/problem.hpp"
#include "http/request/request_body.hpp"

namespace http {
namespace {

using domain::say;

// Each takes up to some fifty megabytes while a picture is checked and stored.
constexpr int kMostLargeBodies = 4;
// What came of a body lies in memory while the rest of it is waited for.
constexpr std::size_t kMostSlowBodies = 256;
constexpr std::size_t kMostSlowBodiesOfOne = 64;
constexpr std::size_t kMostWaitingOfOne = 32;

// "GET, PATCH, HEAD, OPTIONS"
std::string methods_of(const RouteMatch& match) {
  auto names = match.allowed;
  if (std::ranges::find(names, "GET") != names.end()) names.emplace_back("HEAD");
  names.emplace_back("OPTIONS");
  return listed(names);
}

void tell_methods(const RouteMatch& match, Response& response) {
  response.set_header("Allow", methods_of(match));
  if (match.patch != nullptr) response.set_header("Accept-Patch", listed(match.patch->request_types));
}

Response refuse_method(const Request& request, const RouteMatch& match) {
  auto response = problem(405, "method_not_allowed",
                          say("This address accepts {0}, not {1}.", methods_of(match), request.method), request);
  tell_methods(match, response);
  return response;
}

std::optional<Response> refuse_precondition(const Request& request, const Operation& operation) {
  if (!operation.needs_if_match || request.find_header("If-Match")) return std::nullopt;
  if (operation.makes_new && request.header("If-None-Match") == "*") return std::nullopt;
  return problem(
      428, "precondition_required",
      operation.makes_new
          ? say("Send If-Match with the ETag of what you edited, or If-None-Match: * where there is none yet.")
          : say("Send If-Match with the ETag that you got with the thing you are changing."),
      request);
}

}  // namespace

Api::Api(usecases::Service& service, std::size_t most_waiting, std::vector<std::string> cors_origins)
    : service_(service),
      contract_(Contract::instance()),
      router_(contract_, operation_handlers()),
      large_bodies_(kMostLargeBodies),
      slow_bodies_(kMostSlowBodies, kMostSlowBodiesOfOne),
      waiting_places_(most_waiting, kMostWaitingOfOne),
      cors_(std::move(cors_origins)) {}

std::vector<std::string> Api::express_paths() const {
  std::vector<std::string> paths;
  for (const auto& operation : contract_.operations()) {
    if (!operation.needs_token || operation.operation_id == "get_me") paths.push_back(operation.path);
  }
  return paths;
}

const std::string& Api::route_of(const Request& request) {
  static const std::string none = "none";
  return request.checked ? request.checked->route : none;
}

const std::string& Api::principal_of(const Request& request) {
  static const std::string nobody;
  return request.checked ? request.checked->principal : nobody;
}

std::optional<Response> Api::check_header(Request& request) {
  auto checked = std::make_shared<Checked>();
  request.checked = checked;
  std::optional<Response> refusal;
  try {
    refusal = refuse_header(request, *checked);
  } catch (const domain::Error& error) {
    refusal = problem(error, request);
  }
  if (refusal) finish(request, *refusal);
  return refusal;
}

// What each answer says, whoever made it.
void Api::finish(const Request& request, Response& response) const {
  if (response.confidential) response.set_header("Cache-Control", "no-store");
  const Operation* operation = request.checked->operation;
  const bool by_header = operation != nullptr && operation->needs_token && operation->token_in_path.empty();
  if (by_header && request.method == "GET") response.vary_by("Authorization");
  cors_.allow_reading(request, response);
  pack(request, response);
}

// Needs no token: a browser sends none when it asks what a page may do.
Response Api::options(const Request& request, const RouteMatch& match) const {
  Response response;
  response.status = 204;
  tell_methods(match, response);
  cors_.allow_request(request, methods_of(match), response);
  return response;
}

std::optional<Response> Api::refuse_header(Request& request, Checked& checked) {
  auto match = router_.match(request.method, request.path);
  if (match.allowed.empty()) return problem(404, "no_such_address", say("There is nothing at this address."), request);
  if (match.route == nullptr) {
    return request.method == "OPTIONS" ? options(request, match) : refuse_method(request, match);
  }
  checked.operation = match.route->operation;
  checked.handler = match.route->handler;
  checked.path = std::move(match.path);
  checked.route = checked.operation->operation_id;
  if (checked.operation->needs_token) {
    if (auto refusal = authenticate(request, checked)) return refusal;
  }
  checked.accepted.emplace(request);
  if (auto refusal = refuse_media_types(request, *checked.accepted, *checked.operation)) return refusal;
  const auto findings = contract_.check_parameters(*checked.operation, checked.path, request.query);
  if (!findings.empty()) {
    throw domain::Error(domain::ErrorCode::invalid, "invalid_parameters", say("A parameter of the address is wrong."))
        .with(findings);
  }
  if (auto refusal = refuse_precondition(request, *checked.operation)) return refusal;
  if (auto refusal = refuse_secret(request, checked)) return refusal;
  return refuse_body(request, checked);
}

std::optional<Response> Api::refuse_body(Request& request, Checked& checked) {
  const std::size_t most = checked.operation->max_body_bytes;
  request.most_body = most;
  if (request.content_length > most) {
    const std::string& hint = checked.operation->too_large;
    const auto message = say("The body of the request is larger than {0} bytes.", most);
    return problem(413, "body_too_large", hint.empty() ? message : say("{0} {1}", message, hint), request);
  }
  if (request.body_follows) {
    if (auto refusal = take_body_place(request, checked)) return refusal;
  }
  const std::size_t length = request.length_unknown ? most : request.content_length;
  if (length <= kOrdinaryBody) return std::nullopt;
  checked.large_body = large_bodies_.admit();
  if (checked.large_body) return std::nullopt;
  return problem(
      503, "too_many_large_bodies",
      say("The service is receiving as many large files as it can at the moment. Send yours again in a few seconds."),
      request);
}

std::optional<Response> Api::take_body_place(const Request& request, Checked& checked) {
  const bool known = checked.identity != nullptr;
  auto place = slow_bodies_.take(known ? std::to_string(checked.identity->actor.token) : request.remote);
  checked.slow_body = std::move(place.held);
  if (checked.slow_body) return std::nullopt;
  if (place.answer == Places::Answer::none_left_for_you) {
    return problem(429, "too_many_slow_bodies",
                   say("You are sending as many bodies at once as one caller may. Send fewer at a time."), request);
  }
  return problem(
      503, "too_many_slow_bodies",
      say("The service is receiving as many bodies as it can at the moment. Send yours again in a few seconds."),
      request);
}

Response Api::answer(Request& request) {
  Response response = answer_plainly(request);
  note_secret(request, response);
  finish(request, response);
  return response;
}

Response Api::answer_plainly(Request& request) {
  const auto checked = request.checked;
  checked->slow_body.reset();
  try {
    // Rights may have ended while the request waited.
    const bool waited = request.body_follows || request.waited.count() > 0;
    if (waited && checked->operation->needs_token) {
      if (auto refusal = authenticate(request, *checked)) return *refusal;
    }
    if (checked->handler == nullptr) return run_meta(request, *checked->operation);
    return run(request, *checked);
  } catch (const domain::Error& error) {
    return problem(error, request);
  }
}

Response Api::run(const Request& request, const Checked& checked) {
  Call call{request, checked.path, {}, service_, checked.identity, waiting_places_, *checked.accepted};
  if (!checked.operation->request_types.empty()) call.body = read_body(request, *checked.operation, contract_);
  if (call.identity) call.keyed = keyed_request(call);  // nobody is known to whom an answer could be kept
  const auto& handler = checked.handler->handler;
  if (const auto* read = std::get_if<ReadHandler>(&handler)) {
    return service_.read(call.actor(), [&](const usecases::Read& context) { return (*read)(call, context); });
  }
  if (const auto* write = std::get_if<WriteHandler>(&handler)) {
    usecases::Groundwork groundwork;
    return write_once(call, groundwork, [&](const usecases::Write& context) { return (*write)(call, context); });
  }
  if (auto again = answered_before(call)) return std::move(*again);
  return std::get<FreeHandler>(handler)(call);
}

}  // namespace http
