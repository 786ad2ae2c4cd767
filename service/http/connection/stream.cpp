#include "http/connection/stream.hpp"

#include <string>
#include <utility>

namespace http {
namespace {

constexpr std::size_t kCopied = 8 * 1024;  // up to this size copying costs less than keeping apart

// In the place of the line of a header; empty: the line goes. Nothing happens where there is no such line.
void replace_line(std::string& head, std::string_view name, const std::string& line) {
  const auto begin = head.find("\r\n" + std::string(name) + ": ");
  if (begin == std::string::npos) return;
  const auto end = head.find("\r\n", begin + 2);
  head.replace(begin, end - begin, line.empty() ? "" : "\r\n" + line);
}

// The library writes the header in one piece, with a Keep-Alive line of its own that knows nothing of our connections,
// and with the length of a body where there can be none (RFC 9110, 8.6).
std::string corrected(std::string_view head, int status, std::chrono::milliseconds idle) {
  std::string text(head);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(idle).count();
  replace_line(text, "Keep-Alive", seconds == 0 ? "" : "Keep-Alive: timeout=" + std::to_string(seconds));
  if (status == 204) replace_line(text, "Content-Length", "");
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
    const auto stays = ends ? std::chrono::milliseconds(0) : idle_;
    connection_.queue(corrected({from, size}, exchange_.response.status, stays));
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
