#include "http/message/network.hpp"

#include <doctest/doctest.h>

using http::network_of;

TEST_CASE("an IPv4 address is a client of its own, in whichever form it comes") {
  CHECK(network_of("192.0.2.7") == "192.0.2.7");
  CHECK(network_of("192.0.2.8") != network_of("192.0.2.7"));
  CHECK(network_of("::ffff:192.0.2.7") == "192.0.2.7");
}

TEST_CASE("of an IPv6 address the first half counts, as the other is the client's to choose") {
  CHECK(network_of("2001:db8:0:1::1") == "2001:db8:0:1::/64");
  CHECK(network_of("2001:db8:0:1:ffff:ffff:ffff:ffff") == network_of("2001:db8:0:1::1"));
  CHECK(network_of("2001:db8:0:2::1") != network_of("2001:db8:0:1::1"));
}

TEST_CASE("what is no address stands for itself") { CHECK(network_of("nobody") == "nobody"); }
