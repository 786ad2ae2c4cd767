// Threads that come when there is work and leave when there is none.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace http {

class WorkerPool {
 public:
  explicit WorkerPool(std::size_t most_threads) : most_threads_(most_threads) {}
  // Ends it.
  ~WorkerPool() { end(); }
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Work that comes to a pool that was ended is left.
  void run(std::function<void()> work);
  // Waits until all work that was given is done. Of pools that give work to each other each is ended before one goes.
  void end();
  // No work waits for a thread, and few threads are busy: a worker may stay with what it has for a moment.
  bool has_time() const;

 private:
  void start_thread();
  void loop();

  std::size_t most_threads_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable gone_;
  std::deque<std::function<void()>> waiting_;
  std::size_t threads_ = 0;
  std::size_t idle_ = 0;
  bool ending_ = false;
};

}  // namespace http
