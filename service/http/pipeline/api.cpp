#include "http/pipeline/api.hpp"

#include <algorithm>
#include <cctype>

#include "domain/error.hpp"
#include "http/message/network.hpp"
#include "http/request/call.hpp"
#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/request/packing.hpp"
#include "http/request/problem.hpp"
#include "http/request/request_body.hpp"

namespace http {

struct Checked {
  const Operation* operation = nullptr;
  const OperationHandler* handler = nullptr;
  std::vector<std::pair<std::string, std::string>> path;
  std::shared_ptr<const usecases::Identity> identity;
  std::optional<Accepted> accepted;
  std::shared_ptr<void> large_body;  // held while there is one
  std::shared_ptr<void> slow_body;   // held while the rest of it is waited for
  std::string route = "none";
  std::string principal;
};

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

Response too_many_wrong_tokens(const Request& request) {
  return problem(429, "too_many_wrong_tokens",
                 say("Many wrong access tokens came from your address. Wait a few seconds before you try another one."),
                 request);
}

// That stands in the address in the place of an access token; null: none does.
const std::string* secret_in(const std::vector<std::pair<std::string, std::string>>& path) {
  const auto found = std::ranges::find(path, "secret", [](const auto& parameter) { return parameter.first; });
  return found == path.end() ? nullptr : &found->second;
}

// "Bearer nr_..." -> the secret
std::string bearer_secret(const Request& request) {
  const std::string header = request.header("Authorization");
  constexpr std::string_view scheme = "bearer ";
  const bool bearer = header.size() > scheme.size() &&
                      std::ranges::equal(scheme, std::string_view(header).substr(0, scheme.size()), {}, {},
                                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (!bearer) {
    throw domain::Error(domain::ErrorCode::unauthenticated, "token_missing",
                        say("Send your access token in the header: Authorization: Bearer nr_..."));
  }
  return header.substr(scheme.size());
}

void require_scope(const domain::Actor& actor, const std::string& name) {
  const auto scope = domain::parse_scope(name);
  if (!scope || actor.has_scope(*scope)) return;
  throw domain::Error(domain::ErrorCode::forbidden, "scope_missing",
                      say("This access token lacks the scope '{0}', which the request needs.", name));
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

// Whoever tries addresses learns no more than that there is nothing.
std::shared_ptr<const usecases::Identity> Api::identify_by_link(const Request& request, const Checked& checked) {
  const auto link = std::ranges::find(checked.path, checked.operation->token_in_path,
                                      [](const auto& parameter) { return parameter.first; });
  try {
    auto identity = identify(request, link->second);
    const auto scope = domain::parse_scope(checked.operation->scope);
    if (!identity || identity->actor.has_scope(scope.value())) return identity;
  } catch (const domain::Error& error) {
    if (error.code() != domain::ErrorCode::unauthenticated) throw;
  }
  throw domain::Error(domain::ErrorCode::not_found, "not_found",
                      say("There is nothing at this link. It may have been revoked, or may have ended."));
}

// A wrong token costs its client one of its tries.
std::shared_ptr<const usecases::Identity> Api::identify(const Request& request, const std::string& secret) {
  const std::string client = network_of(request.remote);
  const auto now = WrongTokens::Time::clock::now();
  if (!wrong_tokens_.may_try(client, secret, now)) return nullptr;
  try {
    auto identity = service_.identities().authenticate(service_.database(), service_.changes(), secret);
    wrong_tokens_.note_right(secret);
    return identity;
  } catch (const domain::Error& error) {
    if (error.code() == domain::ErrorCode::unauthenticated) wrong_tokens_.note_wrong(client, now);
    throw;
  }
}

// A secret in an address is guessed no faster than an access token.
std::optional<Response> Api::refuse_secret(const Request& request, const Checked& checked) {
  const std::string* secret = secret_in(checked.path);
  const auto now = WrongTokens::Time::clock::now();
  if (secret == nullptr || wrong_tokens_.may_try(network_of(request.remote), *secret, now)) return std::nullopt;
  return too_many_wrong_tokens(request);
}

void Api::note_secret(const Request& request, const Response& response) {
  const std::string* secret = secret_in(request.checked->path);
  if (secret == nullptr) return;
  if (response.status == 404) wrong_tokens_.note_wrong(network_of(request.remote), WrongTokens::Time::clock::now());
  if (response.status == 200) wrong_tokens_.note_right(*secret);
}

std::optional<Response> Api::authenticate(const Request& request, Checked& checked) {
  const bool by_link = !checked.operation->token_in_path.empty();
  checked.identity = by_link ? identify_by_link(request, checked) : identify(request, bearer_secret(request));
  if (!checked.identity) return too_many_wrong_tokens(request);
  checked.principal = checked.identity->actor.user;
  require_scope(checked.identity->actor, checked.operation->scope);
  return std::nullopt;
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
