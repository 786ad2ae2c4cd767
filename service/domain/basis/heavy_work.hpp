// Work that takes time for a large input says so here, that a test can see where it is done: never while the one writer
// of the database waits for it.
#pragma once

#include <atomic>

namespace domain {

// what: "Markdown", "a hash", ... Called on the thread that works.
using HeavyWorkWatch = void (*)(const char* what);

// Null: nobody watches.
inline std::atomic<HeavyWorkWatch>& heavy_work_watch() {
  static std::atomic<HeavyWorkWatch> watch{nullptr};
  return watch;
}

inline void note_heavy_work(const char* what) {
  if (const auto watch = heavy_work_watch().load(std::memory_order_relaxed)) watch(what);
}

}  // namespace domain
