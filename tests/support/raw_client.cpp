#include "support/raw_client.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <poll.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace support {
namespace {

std::size_t content_length(std::string head) {
  std::ranges::transform(head, head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto at = head.find("\r\ncontent-length:");
  return at == std::string::npos ? 0 : std::strtoull(head.c_str() + at + 17, nullptr, 10);
}

}  // namespace

RawClient::RawClient(int port, int receive_buffer) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

RawClient::~RawClient() { close(socket_); }

bool RawClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count <= 0) {
      pollfd waiting{socket_, POLLOUT, 0};
      if (errno != EAGAIN || poll(&waiting, 1, 1000) <= 0) return false;
      continue;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool RawClient::receive_some(std::string& into, std::chrono::milliseconds patience) const {
  pollfd waiting{socket_, POLLIN, 0};
  if (poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
  std::array<char, 16 * 1024> block;
  const auto count = recv(socket_, block.data(), block.size(), 0);
  if (count <= 0) return false;
  into.append(block.data(), static_cast<std::size_t>(count));
  return true;
}

std::string RawClient::receive(std::chrono::milliseconds patience) const {
  std::string all;
  while (receive_some(all, patience)) {
  }
  return all;
}

std::string RawClient::receive_answer(std::chrono::milliseconds patience) {
  std::size_t head = std::string::npos;
  while ((head = rest_.find("\r\n\r\n")) == std::string::npos) {
    if (!receive_some(rest_, patience)) return "";
  }
  const std::size_t size = head + 4 + content_length(rest_.substr(0, head));
  while (rest_.size() < size && receive_some(rest_, patience)) {
  }
  std::string answer = rest_.substr(0, size);
  rest_.erase(0, size);
  return answer;
}

bool RawClient::is_closed_within(std::chrono::milliseconds patience) const {
  const auto until = std::chrono::steady_clock::now() + patience;
  std::array<char, 16 * 1024> block;
  while (std::chrono::steady_clock::now() < until) {
    pollfd waiting{socket_, POLLIN, 0};
    if (poll(&waiting, 1, 50) > 0 && recv(socket_, block.data(), block.size(), 0) <= 0) return true;
  }
  return false;
}

int status_of(std::string_view answer) {
  if (!answer.starts_with("HTTP/1.1 ") || answer.size() < 12) return 0;
  return std::atoi(std::string(answer.substr(9, 3)).c_str());
}

std::string body_of(const std::string& answer) {
  const auto head = answer.find("\r\n\r\n");
  return head == std::string::npos ? "" : answer.substr(head + 4);
}

}  // namespace support
