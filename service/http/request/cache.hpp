// Answers that were made once and are good until the report's sequence moves on. Bounded in bytes; the ones that were
// asked for least recently go first.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace http {

class ResponseCache {
 public:
  explicit ResponseCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  struct Entry {
    std::string version;  // of what it was made from
    std::string etag;
    std::shared_ptr<const std::string> body;
  };

  // The answer kept under this key, if it was made from this version.
  std::optional<Entry> find(const std::string& key, const std::string& version);
  void keep(const std::string& key, Entry entry);

 private:
  using Order = std::list<std::pair<std::string, Entry>>;  // most recently used first

  static std::size_t cost(const std::string& key, const Entry& entry);
  void drop(Order::iterator entry);

  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::mutex mutex_;
  Order order_;
  std::unordered_map<std::string, Order::iterator> by_key_;
};

}  // namespace http
