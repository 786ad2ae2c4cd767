// Where lines of the log go that nobody watches as they come: a file, a pipe. They wait for one another, so that many
// requests cost one write().
#pragma once

#include <spdlog/sinks/base_sink.h>

#include <mutex>

// Holds at most so many bytes back; a line that does not fit writes what was there before it.
constexpr std::size_t kMostLogHeld = 64 * 1024;

class BatchSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  // file: stays open as long as the sink; its owner closes it.
  explicit BatchSink(int file) : file_(file) {}
  // Writes what it holds.
  ~BatchSink() override;
  BatchSink(const BatchSink&) = delete;
  BatchSink& operator=(const BatchSink&) = delete;

 private:
  void sink_it_(const spdlog::details::log_msg& message) override;
  void flush_() override;

  int file_;
  spdlog::memory_buf_t held_;
};
