#include "http/request/cache.hpp"

namespace http {
namespace {

constexpr std::size_t kBookkeeping = 256;  // of an answer beside its bytes, about

}  // namespace

std::size_t ResponseCache::cost(const Entry& entry) {
  return 2 * entry.key.size() + entry.body->size() + (entry.packed ? entry.packed->size() : 0) + kBookkeeping;
}

std::optional<ResponseCache::Entry> ResponseCache::find(const std::string& key, const std::string& version) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end() || found->second->version != version) return std::nullopt;
  order_.splice(order_.begin(), order_, found->second);
  return *found->second;
}

void ResponseCache::keep(const std::string& key, Entry entry) {
  entry.key = key;
  const std::lock_guard lock(mutex_);
  put(std::move(entry));
}

std::shared_ptr<const std::string> ResponseCache::packed_form(const Entry& entry,
                                                              std::string (*pack)(std::string_view)) {
  if (entry.packed) return entry.packed;
  const std::lock_guard turn(packing_);
  if (const auto now = find(entry.key, entry.version); now && now->body == entry.body && now->packed) {
    return now->packed;
  }
  auto packed = std::make_shared<const std::string>(pack(*entry.body));
  Entry both = entry;
  both.packed = packed;
  put_packed(std::move(both));
  return packed;
}

// Another answer may be in its place by now.
void ResponseCache::put_packed(Entry entry) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(entry.key);
  if (found != by_key_.end() && found->second->body == entry.body) put(std::move(entry));
}

// With the lock.
void ResponseCache::put(Entry entry) {
  const std::size_t size = cost(entry);
  if (size > most_bytes_ / 2) return;
  if (const auto old = by_key_.find(entry.key); old != by_key_.end()) drop(old->second);
  while (bytes_ + size > most_bytes_) drop(std::prev(order_.end()));
  bytes_ += size;
  order_.push_front(std::move(entry));
  by_key_[order_.front().key] = order_.begin();
}

void ResponseCache::drop(Order::iterator entry) {
  bytes_ -= cost(*entry);
  by_key_.erase(entry->key);
  order_.erase(entry);
}

}  // namespace http
