#include "usecases/frame/answer_cache.hpp"

namespace usecases {
namespace {

constexpr std::size_t kBookkeeping = 256;  // of an answer beside its bytes, about

}  // namespace

std::size_t AnswerCache::cost(const CachedAnswer& answer) {
  return 2 * answer.key.size() + answer.body->size() + (answer.packed ? answer.packed->size() : 0) + kBookkeeping;
}

std::optional<CachedAnswer> AnswerCache::find(const std::string& key, const std::string& version) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end() || found->second->version != version) return std::nullopt;
  order_.splice(order_.begin(), order_, found->second);
  return *found->second;
}

void AnswerCache::keep(CachedAnswer answer) {
  const std::lock_guard lock(mutex_);
  put(std::move(answer));
}

std::shared_ptr<const std::string> AnswerCache::packed_form(const CachedAnswer& answer,
                                                            std::string (*pack)(std::string_view)) {
  if (answer.packed) return answer.packed;
  const std::lock_guard turn(packing_);
  if (const auto now = find(answer.key, answer.version); now && now->body == answer.body && now->packed) {
    return now->packed;
  }
  auto packed = std::make_shared<const std::string>(pack(*answer.body));
  CachedAnswer both = answer;
  both.packed = packed;
  put_packed(std::move(both));
  return packed;
}

// Another answer may be in its place by now.
void AnswerCache::put_packed(CachedAnswer answer) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(answer.key);
  if (found != by_key_.end() && found->second->body == answer.body) put(std::move(answer));
}

// With the lock.
void AnswerCache::put(CachedAnswer answer) {
  const std::size_t size = cost(answer);
  if (size > most_bytes_ / 2) return;
  if (const auto old = by_key_.find(answer.key); old != by_key_.end()) drop(old->second);
  while (bytes_ + size > most_bytes_) drop(std::prev(order_.end()));
  bytes_ += size;
  order_.push_front(std::move(answer));
  by_key_[order_.front().key] = order_.begin();
}

void AnswerCache::drop(Order::iterator place) {
  bytes_ -= cost(*place);
  by_key_.erase(place->key);
  order_.erase(place);
}

}  // namespace usecases
