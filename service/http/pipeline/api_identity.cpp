// Who asks, by a token in the header or in the address: declared in api.hpp.
#include <algorithm>
#include <cctype>
#include <string_view>

#include "domain/basis/error.hpp"
#include "http/message/network.hpp"
#include "http/pipeline/api.hpp"
#include "http/pipeline/checked.hpp"
#include "http/request/problem.hpp"

namespace http {
namespace {

using domain::say;

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

}  // namespace

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

}  // namespace http
