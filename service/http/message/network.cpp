#include "http/message/network.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace http {

std::string network_of(std::string_view address) {
  std::string text(address);
  in6_addr parsed{};
  if (inet_pton(AF_INET6, text.c_str(), &parsed) != 1) return text;
  std::array<char, INET6_ADDRSTRLEN> written{};
  if (IN6_IS_ADDR_V4MAPPED(&parsed)) {
    inet_ntop(AF_INET, parsed.s6_addr + 12, written.data(), written.size());
    return written.data();
  }
  std::fill(parsed.s6_addr + 8, parsed.s6_addr + 16, std::uint8_t{0});
  inet_ntop(AF_INET6, &parsed, written.data(), written.size());
  return std::string(written.data()) + "/64";
}

}  // namespace http
