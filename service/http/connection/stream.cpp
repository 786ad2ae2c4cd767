#include "http/connection/stream.hpp"

#include <string>
#include <utility>

namespace http {
namespace {

constexpr std::size_t kCopied = 8 * 1024;  // up to this size copying costs less than keeping apart

// The library writes the header in one piece, with a Keep-Alive line of its own that knows nothing of our connections.
std::string with_keep_alive(std::string_view head, std::chrono::milliseconds idle) {
  constexpr std::string_view kLine = "\r\nKeep-Alive: ";
  std::string text(head);
  const auto begin = text.find(kLine);
  if (begin == std::string::npos) return text;
  const auto end = text.find("\r\n", begin + 2);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(idle).count();
  text.replace(begin, end - begin, seconds == 0 ? "" : std::string(kLine) + "timeout=" + std::to_string(seconds));
  return text;
}

}  // namespace

ssize_t RequestStream::read(char* to, std::size_t size) {
  const std::size_t count = head_.copy(to, size);
  head_.remove_prefix(count);
  return static_cast<ssize_t>(count);
}

ssize_t RequestStream::write(const char* from, std::size_t size) {
  // What the library says of its own accord is not for the client.
  if (exchange_.silent || !exchange_.answered) return static_cast<ssize_t>(size);
  if (!std::exchange(began_, true)) {
    const bool ends = exchange_.last || exchange_.response.close;
    connection_.queue(with_keep_alive({from, size}, ends ? std::chrono::milliseconds(0) : idle_));
    return static_cast<ssize_t>(size);
  }
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
