#include "http/connection/worker_pool.hpp"

#include <pthread.h>

#include <chrono>
#include <memory>
#include <system_error>

namespace http {
namespace {

constexpr std::chrono::seconds kIdle{5};
constexpr std::size_t kStack = 1024 * 1024;  // bytes of address space; only what is touched takes memory
constexpr std::size_t kBusyEnough = 16;

using Loop = std::function<void()>;

void* enter(void* argument) {
  const std::unique_ptr<Loop> loop(static_cast<Loop*>(argument));
  (*loop)();
  return nullptr;
}

}  // namespace

void WorkerPool::end() {
  std::unique_lock lock(mutex_);
  ending_ = true;
  wake_.notify_all();
  gone_.wait(lock, [this] { return threads_ == 0; });
}

void WorkerPool::run(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_) return;
    waiting_.push_back(std::move(work));
    if (idle_ < waiting_.size() && threads_ < most_threads_) return start_thread();
  }
  wake_.notify_one();  // without the lock, for which the thread would have to sleep again
}

bool WorkerPool::has_time() const {
  const std::lock_guard lock(mutex_);
  return waiting_.empty() && threads_ - idle_ <= kBusyEnough && !ending_;
}

// Called with the lock held. Where the system gives no thread, those that are there do the work.
void WorkerPool::start_thread() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStack);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  auto entry = std::make_unique<Loop>([this] { loop(); });
  pthread_t thread{};
  const int error = pthread_create(&thread, &attributes, enter, entry.get());
  pthread_attr_destroy(&attributes);
  if (error == 0) {
    static_cast<void>(entry.release());  // enter() has it
    ++threads_;
  } else if (threads_ == 0) {
    throw std::system_error(error, std::generic_category(), "cannot start a thread");
  }
}

void WorkerPool::loop() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    const bool woken = wake_.wait_for(lock, kIdle, [this] { return ending_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) {
      if (!woken || ending_) break;
      continue;
    }
    auto work = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work();
    work = nullptr;
    lock.lock();
  }
  --threads_;
  gone_.notify_all();
}

}  // namespace http
