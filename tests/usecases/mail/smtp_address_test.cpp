#include "usecases/mail/smtp_address.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using usecases::parse_smtp_url;

TEST_CASE("a relay is a scheme and a host, and has the port of its scheme where none is named") {
  const auto plain = parse_smtp_url("smtp://relay.example");
  CHECK(plain.scheme == "smtp");
  CHECK(plain.host == "relay.example");
  CHECK(plain.port == 587);
  CHECK(parse_smtp_url("smtps://relay.example").port == 465);
  CHECK(parse_smtp_url("smtp://relay.example:25").port == 25);
  CHECK(parse_smtp_url("smtp://[2001:db8::1]:2525").host == "[2001:db8::1]");
  CHECK(parse_smtp_url("smtp://[2001:db8::1]").port == 587);
}

TEST_CASE("a relay is told from this machine by its name alone") {
  for (const char* host : {"localhost", "127.0.0.1", "127.1.2.3", "[::1]"}) {
    CHECK_MESSAGE(parse_smtp_url("smtp://" + std::string(host) + ":25").is_this_machine(), host);
  }
  for (const char* host : {"relay.example", "10.0.0.1", "127.0.0.1.example", "localhost.example", "[::2]"}) {
    CHECK_MESSAGE(!parse_smtp_url("smtp://" + std::string(host) + ":25").is_this_machine(), host);
  }
}

TEST_CASE("whatever else stands in the address of a relay is refused") {
  for (const char* url : {"", "relay.example", "http://relay.example", "smtp://", "smtp://:25", "smtp://a:0",
                          "smtp://a:65536", "smtp://a:25x", "smtp://a:", "smtp://user:password@a", "smtp://a/b",
                          "smtp://a b", "smtp://a?b", "SMTP://a", "smtp://a\r\nb", "smtp://почта.example"}) {
    CHECK_THROWS_AS_MESSAGE(parse_smtp_url(url), std::invalid_argument, url);
  }
}
