#include "usecases/kept_answers.hpp"

#include "store/hash.hpp"

namespace usecases {
namespace {

constexpr domain::Millis kAnswersKept = 24LL * 3600 * 1000;

}  // namespace

std::string hash_request(std::string_view method, std::string_view target, std::string_view body) {
  std::string text(method);
  text.append("\n").append(target).append("\n").append(body);
  return store::sha256_hex(text);
}

std::optional<KeptAnswer> find_kept_answer(const Write& context, const std::string& key) {
  store::forget_answers(context.tx, context.tx.now - kAnswersKept);
  return store::find_answer(context.tx, context.actor.user, key);
}

void keep_answer(const Write& context, const std::string& key, const KeptAnswer& answer) {
  store::keep_answer(context.tx, context.actor.user, key, answer);
}

}  // namespace usecases
