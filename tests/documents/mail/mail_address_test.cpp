#include "documents/mail/mail_address.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace documents;

TEST_CASE("addresses that a relay takes without quotes are addresses") {
  for (const std::string address : {"a@b", "head@labour.example", "first.last+forum@a.b.c.example", "o'brien@x.example",
                                    "user@xn--e1afmkfd.example", "1@2.example", "a_b-c@127.0.0.1"}) {
    CHECK_MESSAGE(is_mail_address(address), address);
  }
  CHECK(is_mail_address(std::string(64, 'a') + "@b.example"));
}

TEST_CASE("what could be read as a command, a header line, a second address or nothing is none") {
  for (const std::string text : {"",
                                 "@",
                                 "a",
                                 "a@",
                                 "@b",
                                 "a@@b",
                                 "a@b@c",
                                 "a b@c",
                                 " a@b",
                                 "a@b ",
                                 "a@b\r\nRCPT TO:<c@d>",
                                 "a@b\n",
                                 "a\r@b",
                                 "a@b>",
                                 "<a@b>",
                                 "a@b,c@d",
                                 "a@b;c@d",
                                 "\"a b\"@c",
                                 "a\"@b",
                                 "(x)a@b",
                                 "a@[127.0.0.1]",
                                 "a@b:25",
                                 "a\\@b",
                                 ".a@b",
                                 "a.@b",
                                 "a..b@c",
                                 "a@.b",
                                 "a@b.",
                                 "a@b..c",
                                 "a@-b",
                                 "a@b-",
                                 "a@b_c",
                                 "a@почта.example",
                                 "имя@b.example",
                                 "a\t@b",
                                 "a@b%0d%0a"}) {
    CHECK_MESSAGE(!is_mail_address(text), text);
  }
  CHECK_FALSE(is_mail_address(std::string("a\0@b", 4)));
  CHECK_FALSE(is_mail_address(std::string(65, 'a') + "@b.example"));
  CHECK_FALSE(is_mail_address("a@" + std::string(64, 'b') + ".example"));
  std::string longest = "a@b";
  while (longest.size() < 254) longest += longest.size() % 2 == 1 ? ".b" : "b";
  CHECK(is_mail_address(longest.substr(0, 253) + "b"));
  CHECK_FALSE(is_mail_address(longest.substr(0, 253) + "bb"));
}

TEST_CASE("the host of a URL is found, with or without what may stand around it") {
  CHECK(host_of_url("https://reports.example") == "reports.example");
  CHECK(host_of_url("https://reports.example:8443/a/b?c") == "reports.example");
  CHECK(host_of_url("http://[::1]:80/") == "[::1]");
  CHECK(host_of_url("reports.example") == "");
  CHECK(host_of_url("https://") == "");
}
