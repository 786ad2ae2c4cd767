#include "http/request/cache.hpp"

namespace http {
namespace {

constexpr std::size_t kBookkeeping = 256;  // of an answer beside its bytes, about

}  // namespace

std::size_t ResponseCache::cost(const std::string& key, const Entry& entry) {
  return 2 * key.size() + entry.body->size() + kBookkeeping;
}

std::optional<ResponseCache::Entry> ResponseCache::find(const std::string& key, const std::string& version) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end() || found->second->second.version != version) return std::nullopt;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->second;
}

void ResponseCache::keep(const std::string& key, Entry entry) {
  const std::size_t size = cost(key, entry);
  if (size > most_bytes_ / 2) return;
  const std::lock_guard lock(mutex_);
  if (const auto old = by_key_.find(key); old != by_key_.end()) drop(old->second);
  while (bytes_ + size > most_bytes_) drop(std::prev(order_.end()));
  bytes_ += size;
  order_.emplace_front(key, std::move(entry));
  by_key_[key] = order_.begin();
}

void ResponseCache::drop(Order::iterator entry) {
  bytes_ -= cost(entry->first, entry->second);
  by_key_.erase(entry->first);
  order_.erase(entry);
}

}  // namespace http
