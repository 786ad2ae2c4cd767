#include "http/stream.hpp"

#include <poll.h>

#include <algorithm>
#include <cstring>

namespace http {
namespace {

constexpr std::size_t kCopied = 8 * 1024;  // up to this size copying costs less than keeping apart

}  // namespace

ssize_t RequestStream::read(char* to, std::size_t size) {
  if (head_read_ < head_.size()) {
    const std::size_t count = std::min(size, head_.size() - head_read_);
    std::memcpy(to, head_.data() + head_read_, count);
    head_read_ += count;
    return static_cast<ssize_t>(count);
  }
  if (body_left_ == 0) return 0;
  if (connection_.in.empty() && !receive_more()) return -1;
  const std::size_t count = std::min({size, connection_.in.size(), body_left_});
  std::memcpy(to, connection_.in.data(), count);
  connection_.in.erase(0, count);
  body_left_ -= count;
  return static_cast<ssize_t>(count);
}

bool RequestStream::in_time() {
  using namespace std::chrono;
  const auto passed = duration_cast<milliseconds>(steady_clock::now() - exchange_.start);
  if (passed > options_.body_deadline) return false;
  if (passed < options_.body_grace) return true;
  return body_received_ * 1000 >= options_.body_bytes_per_second * static_cast<std::size_t>(passed.count());
}

bool RequestStream::receive_more() {
  constexpr int slice = 200;                            // milliseconds
  if (connection_.flush() == Io::closed) return false;  // "100 Continue" may be waiting
  while (true) {
    switch (connection_.receive(body_left_)) {
      case Io::done:
        body_received_ += connection_.in.size();
        return true;
      case Io::closed:
        return false;
      case Io::again:
        break;
    }
    exchange_.too_slow = !in_time();
    if (exchange_.too_slow) return false;
    pollfd waiting{connection_.socket(), static_cast<short>(connection_.wanted()), 0};
    poll(&waiting, 1, slice);
  }
}

ssize_t RequestStream::write(const char* from, std::size_t size) {
  const auto& body = exchange_.response.body;
  const bool of_body = body && from >= body->data() && from + size <= body->data() + body->size();
  if (of_body && size > kCopied) {
    connection_.queue(body, {from, size});
  } else {
    connection_.queue({from, size});
  }
  return static_cast<ssize_t>(size);
}

void RequestStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip = connection_.remote();
  port = 0;
}

void RequestStream::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace http
