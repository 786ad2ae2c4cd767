// Where a client is from, as far as its address tells.
#pragma once

#include <string>
#include <string_view>

namespace http {

// What one client has for itself: an IPv4 address, of an IPv6 address the first 64 bits, as a household or an office
// gets so many at least. "192.0.2.7", "2001:db8:0:1::/64"; an address of the one kind written as the other is the one.
std::string network_of(std::string_view address);

}  // namespace http
