#include "documents/text/parse_memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace documents {
namespace {

constexpr std::size_t kSmallestBlock = 4 * 1024;
constexpr std::size_t kLargestBlock = 1024 * 1024;

thread_local ParseMemory* in_use = nullptr;

// Stands before everything that is given.
struct alignas(std::max_align_t) Head {
  std::size_t size = 0;  // of what follows
  bool on_heap = false;
};

Head* head_of(void* given) { return static_cast<Head*>(given) - 1; }

void* give(std::size_t size) {
  const std::size_t whole = sizeof(Head) + size;
  void* memory = in_use != nullptr ? in_use->take(whole) : std::calloc(1, whole);
  if (memory == nullptr) throw std::bad_alloc();
  return new (memory) Head{size, in_use == nullptr} + 1;
}

void* give_zeroed(std::size_t count, std::size_t size) { return give(count * size); }

void take_back(void* given) {
  if (given != nullptr && head_of(given)->on_heap) std::free(head_of(given));
}

void* give_more(void* given, std::size_t size) {
  if (given == nullptr) return give(size);
  Head& head = *head_of(given);
  if (size <= head.size) return given;
  if (!head.on_heap && in_use != nullptr && in_use->grow(given, head.size, size)) {
    head.size = size;
    return given;
  }
  void* larger = give(size);
  std::memcpy(larger, given, head.size);
  take_back(given);
  return larger;
}

std::size_t aligned(std::size_t size) {
  constexpr std::size_t kStep = alignof(std::max_align_t);
  return (size + kStep - 1) / kStep * kStep;
}

}  // namespace

ParseMemory::Use::Use(ParseMemory& memory) { in_use = &memory; }
ParseMemory::Use::~Use() { in_use = nullptr; }

void ParseMemory::Free::operator()(char* bytes) const { std::free(bytes); }

cmark_mem* ParseMemory::allocator() {
  static cmark_mem functions{give_zeroed, give_more, take_back};
  return &functions;
}

void* ParseMemory::take(std::size_t size) {
  const std::size_t wanted = aligned(size);
  if (wanted > left_) {
    const std::size_t block = std::max(wanted, std::clamp(taken_, kSmallestBlock, kLargestBlock));
    if (block > kMostParserMemory - std::min(taken_, kMostParserMemory)) throw TooMuchMarkup{};
    blocks_.emplace_back(static_cast<char*>(std::calloc(1, block)));
    if (!blocks_.back()) throw std::bad_alloc();
    taken_ += block;
    next_ = blocks_.back().get();
    left_ = block;
  }
  left_ -= wanted;
  return std::exchange(next_, next_ + wanted);
}

bool ParseMemory::grow(void* last, std::size_t old_size, std::size_t new_size) {
  const std::size_t more = aligned(new_size) - aligned(old_size);
  if (static_cast<char*>(last) + aligned(old_size) != next_ || more > left_) return false;
  next_ += more;
  left_ -= more;
  return true;
}

}  // namespace documents
