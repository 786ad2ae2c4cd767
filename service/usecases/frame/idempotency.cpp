#include "usecases/frame/idempotency.hpp"

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;

constexpr char kBetween = ' ';  // the hash of a request and the rights that it was answered with

// What decides how much an answer shows: the posts, the token, the sections of the report that may be read.
std::string rights_of(const Read& context, const std::string& report) {
  if (context.actor.posts.empty()) return "none";
  std::string rights = shows_texts(context.actor) ? "reads" : "reads-nothing";
  if (report.empty() || !store::find_report(context.tx, report)) return rights;
  return rights + ":" + context.service.known_reports().see(context, report)->readers(context.actor);
}

std::string with_rights(const Read& context, const KeyedRequest& request) {
  return request.hash + kBetween + rights_of(context, request.report);
}

}  // namespace

std::string hash_request(std::string_view method, std::string_view target, std::string_view body) {
  std::string text(method);
  text.append("\n").append(target).append("\n").append(body);
  return store::sha256_hex(text);
}

std::optional<KeptAnswer> find_kept_answer(const Read& context, const KeyedRequest& request) {
  auto kept = store::find_answer(context.tx, context.actor.user, request.key, context.service.now() - kAnswersKept);
  if (!kept) return std::nullopt;
  if (kept->request_hash.substr(0, kept->request_hash.find(kBetween)) != request.hash) {
    throw Error(ErrorCode::invalid, "idempotency_key_reused",
                say("This Idempotency-Key was used with another request. Use a new key for a new request."));
  }
  if (kept->request_hash != with_rights(context, request)) {
    throw Error(ErrorCode::forbidden, "rights_changed",
                say("This request was carried out before, and is not carried out again. What you may see has changed "
                    "since, or this access token may see less, so its answer is not shown. Look at what it changed."));
  }
  return kept;
}

std::optional<KeptAnswer> find_kept_answer(const Write& context, const KeyedRequest& request) {
  store::forget_answer(context.tx, context.actor.user, request.key, context.tx.now - kAnswersKept);
  return find_kept_answer(context.as_read(), request);
}

void keep_answer(const Write& context, const KeyedRequest& request, KeptAnswer answer) {
  answer.request_hash = with_rights(context.as_read(), request);
  store::keep_answer(context.tx, context.actor.user, request.key, answer);
}

}  // namespace usecases
