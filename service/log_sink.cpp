#include "log_sink.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace {

// Somebody else may have made the pipe one that does not wait. What cannot be written is lost, as there is nowhere left
// to say so.
bool wait_until_writable(int file) {
  if (errno == EINTR) return true;
  pollfd waiting{file, POLLOUT, 0};
  return errno == EAGAIN && poll(&waiting, 1, -1) >= 0;
}

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(file, bytes.data(), bytes.size());
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (!wait_until_writable(file)) {
      return;
    }
  }
}

}  // namespace

BatchSink::~BatchSink() { BatchSink::flush_(); }

void BatchSink::sink_it_(const spdlog::details::log_msg& message) {
  spdlog::memory_buf_t line;
  formatter_->format(message, line);
  if (held_.size() + line.size() > kMostLogHeld) flush_();
  held_.append(line.data(), line.data() + line.size());
}

void BatchSink::flush_() {
  write_all(file_, {held_.data(), held_.size()});
  held_.clear();
}
