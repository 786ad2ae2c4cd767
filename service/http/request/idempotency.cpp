#include "http/request/idempotency.hpp"

#include <algorithm>

#include "domain/basis/message.hpp"
#include "http/request/problem.hpp"
#include "usecases/frame/idempotency.hpp"

namespace http {
namespace {

using domain::say;

constexpr std::size_t kLongestKey = 200;
constexpr const char* kHeader = "Idempotency-Key";

void check_key(const std::string& key) {
  const bool visible = std::ranges::all_of(key, [](char c) { return c > ' ' && c < 127; });
  if (!key.empty() && key.size() <= kLongestKey && visible) return;
  auto message = say("An Idempotency-Key has 1 to 200 visible ASCII characters.");
  throw domain::Error(domain::ErrorCode::invalid, "invalid_request", message)
      .with({domain::Finding{kHeader, domain::Fault::wrong_form, message, domain::Where::header}});
}

Response replay(const usecases::KeptAnswer& kept) {
  Response response;
  response.status = kept.status;
  const Json headers = Json::parse(kept.headers);
  for (const auto& [name, value] : headers.items()) response.set_header(name, value.get<std::string>());
  response.body = std::make_shared<const std::string>(kept.body);
  response.set_header("Idempotent-Replayed", "true");
  return response;
}

usecases::KeptAnswer keep(const Response& response) {
  Json headers = Json::object();
  for (const auto& [name, value] : response.headers) headers[name] = value;
  return {"", response.status, headers.dump(), response.body ? *response.body : ""};
}

// What a repetition gets where the first answer held a secret.
Response shown_once(const Request& request) {
  return problem(409, "secret_shown_once",
                 say("This request was carried out before, and its answer held a secret that is shown only once. "
                     "Revoke that token and ask for another one with a new Idempotency-Key."),
                 request);
}

std::string target_of(const Request& request) {
  std::string target = request.path + "?";
  for (const auto& [name, value] : request.query) target += name + "=" + value + "&";
  return target;
}

Response once_for_key(const Call& call, const usecases::Write& context,
                      const std::function<Response(const usecases::Write&)>& change) {
  if (!call.keyed) return change(context);
  if (const auto kept = usecases::find_kept_answer(context, *call.keyed)) return replay(*kept);
  Response response = change(context);
  usecases::keep_answer(context, *call.keyed, keep(response.confidential ? shown_once(call.request) : response));
  return response;
}

}  // namespace

std::optional<usecases::KeyedRequest> keyed_request(const Call& call) {
  const auto key = call.request.find_header(kHeader);
  if (!key || call.request.method != "POST") return std::nullopt;
  check_key(*key);
  const auto report = std::ranges::find(call.path, "report", [](const auto& parameter) { return parameter.first; });
  return usecases::KeyedRequest{*key,
                                usecases::hash_request(call.request.method, target_of(call.request), call.request.body),
                                report == call.path.end() ? "" : report->second};
}

std::optional<Response> answered_before(const Call& call) {
  if (!call.keyed) return std::nullopt;
  const auto kept = call.service.read(
      call.actor(), [&](const usecases::Read& context) { return usecases::find_kept_answer(context, *call.keyed); });
  return kept ? std::optional(replay(*kept)) : std::nullopt;
}

Response write_once(const Call& call, usecases::Groundwork& groundwork,
                    const std::function<Response(const usecases::Write&)>& change) {
  return call.service.write(call.actor(), groundwork,
                            [&](const usecases::Write& context) { return once_for_key(call, context, change); });
}

}  // namespace http
