// Answers that were made once and are good until the report's sequence moves on. Bounded in bytes; the ones that were
// asked for least recently go first.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace usecases {

struct CachedAnswer {
  std::string key;      // which it is kept under
  std::string version;  // of what it was made from
  std::string tag;      // tells it from all other answers at its address, as an ETag has to
  std::shared_ptr<const std::string> body;
  std::shared_ptr<const std::string> packed = nullptr;  // the body in gzip; null: nobody has asked for it yet
};

class AnswerCache {
 public:
  explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // The answer kept under this key, if it was made from this version.
  std::optional<CachedAnswer> find(const std::string& key, const std::string& version);
  void keep(CachedAnswer answer);
  // The packed form of an answer that was kept: from beside it, or made and put there. One is made at a time, so that
  // many who ask at once cost no more time and memory than the first of them.
  std::shared_ptr<const std::string> packed_form(const CachedAnswer& answer, std::string (*pack)(std::string_view));

 private:
  using Order = std::list<CachedAnswer>;  // most recently used first

  static std::size_t cost(const CachedAnswer& answer);
  void put(CachedAnswer answer);
  void put_packed(CachedAnswer answer);
  void drop(Order::iterator place);

  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::mutex mutex_;
  std::mutex packing_;  // taken before the other
  Order order_;
  std::unordered_map<std::string, Order::iterator> by_key_;
};

}  // namespace usecases
