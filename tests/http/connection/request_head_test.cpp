#include "http/connection/request_head.hpp"

#include <doctest/doctest.h>

#include <string>

using http::inspect_head;

namespace {

constexpr http::HeadLimits kLimits{16 * 1024, 100, 8000, 2 * 1024 * 1024};

int status_of(const std::string& bytes) { return inspect_head(bytes, kLimits).status; }
// A GET with these header lines, each with its line end.
std::string with_lines(const std::string& lines) { return "GET / HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n"; }

}  // namespace

TEST_CASE("a header is whole with its empty line, and not before") {
  const std::string head = "PUT /v1/x HTTP/1.1\r\nHost: x\r\ncontent-length: 5\r\n\r\n";
  for (std::size_t size = 0; size < head.size(); ++size) {
    const auto part = inspect_head(head.substr(0, size), kLimits);
    CHECK_FALSE(part.whole);
    CHECK(part.status == 0);
  }
  const auto whole = inspect_head(head + "hello", kLimits);
  CHECK(whole.whole);
  CHECK(whole.status == 0);
  CHECK(whole.size == head.size());
  CHECK(whole.content_length == 5);
}

TEST_CASE("a header without any line is whole") {
  const auto head = inspect_head("GET / HTTP/1.0\r\n\r\n", kLimits);
  CHECK(head.whole);
  CHECK(head.content_length == 0);
}

TEST_CASE("a body in chunks is taken, where nothing else is said about its form") {
  const auto head = inspect_head(with_lines("transfer-ENCODING: \t Chunked \r\n"), kLimits);
  CHECK(head.status == 0);
  CHECK(head.chunked);
  CHECK(head.content_length == 0);
  for (const char* lines :
       {"Transfer-Encoding: identity\r\n", "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: \r\n", "Transfer-Encoding: chunked, chunked\r\n", "Transfer-Encoding: chunked;q=1\r\n",
        "Transfer-Encoding: \"chunked\"\r\n", "Transfer-Encoding: chunked\x0b\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"}) {
    CAPTURE(lines);
    CHECK(status_of(with_lines(lines)) == 400);
  }
  CHECK(status_of("POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
}

TEST_CASE("a request names its host once, and an old client need not") {
  CHECK(status_of("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n") == 400);
  CHECK(status_of("GET http://a/ HTTP/1.1\r\n\r\n") == 400);
  for (const char* host : {"a b", "a/b", "a,b", "a@b", "a?b", "a\\b", "\xC3\xA9"}) {
    CAPTURE(host);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n") == 400);
  }
  for (const char* host : {"", "a", "a:8080", "[::1]:8080", "xn--e1afmkfd.example", "a_b.example"}) {
    CAPTURE(host);
    CHECK(status_of("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n") == 0);
  }
  CHECK(status_of("GET / HTTP/1.0\r\n\r\n") == 0);
}

TEST_CASE("an address with scheme and host is the same as the path alone") {
  const auto target = [](const std::string& sent) {
    const auto head = inspect_head("GET " + sent + " HTTP/1.1\r\nHost: x\r\n\r\n", kLimits);
    return head.status == 0 ? head.target : std::to_string(head.status);
  };
  CHECK(target("/a?b=c") == "/a?b=c");
  CHECK(target("http://x/a?b=c") == "/a?b=c");
  CHECK(target("HTTPS://x:8080/a") == "/a");
  CHECK(target("http://[::1]:80/a//b") == "/a//b");
  CHECK(target("http://x") == "/");
  CHECK(target("http://x?b=c") == "/?b=c");
  for (const char* sent : {"http://", "http:///a", "http:/x/a", "http://u@x/a", "ftp://x/a", "x/a", "?b=c", "*", "x:80",
                           "http://x /a", "http://x/\xC3\xA9", "http://x\\y/", "http://x#/"}) {
    CAPTURE(sent);
    CHECK(target(sent) == "400");
  }
}

TEST_CASE("what a client expects of the connection is understood however it is written") {
  const auto head_of = [](const std::string& lines) { return inspect_head(with_lines(lines), kLimits); };
  for (const char* word : {"100-continue", "100-Continue", "100-CONTINUE"}) {
    CHECK(head_of("expect: " + std::string(word) + "\r\n").expects_continue);
  }
  CHECK_FALSE(head_of("Expect: 200-ok\r\n").expects_continue);
  CHECK(head_of("").persistent);
  CHECK(head_of("Connection: keep-alive\r\n").persistent);
  for (const char* word : {"close", "Close", "keep-alive, close", "TE , CLOSE"}) {
    CHECK_FALSE(head_of("Connection: " + std::string(word) + "\r\n").persistent);
  }
  const auto old = inspect_head("POST / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n", kLimits);
  CHECK_FALSE(old.persistent);
  CHECK_FALSE(old.expects_continue);
}

TEST_CASE("a Content-Length that could be read in two ways is refused") {
  for (const char* lines : {"Content-Length: 3\r\nContent-Length: 3\r\n", "Content-Length: 3\r\ncontent-length: 4\r\n",
                            "Content-Length: 3, 3\r\n", "Content-Length: +3\r\n", "Content-Length: -3\r\n",
                            "Content-Length: 0x3\r\n", "Content-Length: 3 4\r\n", "Content-Length: \r\n",
                            "Content-Length: 3.0\r\n", "Content-Length : 3\r\n", "Content-Length: three\r\n"}) {
    CAPTURE(lines);
    CHECK(status_of(with_lines(lines)) == 400);
  }
  CHECK(inspect_head(with_lines("Content-Length: \t 7 \t\r\n"), kLimits).content_length == 7);
  CHECK(inspect_head(with_lines("Content-Length: 007\r\n"), kLimits).content_length == 7);
}

TEST_CASE("a body over the limit is refused by its length alone") {
  CHECK(status_of(with_lines("Content-Length: 2097152\r\n")) == 0);
  CHECK(status_of(with_lines("Content-Length: 2097153\r\n")) == 413);
  CHECK(status_of(with_lines("Content-Length: 99999999999999999999999999\r\n")) == 413);
}

TEST_CASE("a header over the limits is refused, whole or not") {
  const std::string endless = "GET / HTTP/1.1\r\nX: " + std::string(16 * 1024, 'a');
  CHECK(status_of(endless) == 431);
  CHECK(status_of(endless + "\r\n\r\n") == 431);
  std::string many;
  for (int i = 0; i < 99; ++i) many += "X: y\r\n";
  CHECK(status_of(with_lines(many)) == 0);
  CHECK(status_of(with_lines(many + "X: y\r\n")) == 431);
}

TEST_CASE("an address over the limit is refused, whole or not") {
  const auto get = [](std::size_t size) { return "GET /" + std::string(size - 1, 'a') + " HTTP/1.0\r\n\r\n"; };
  CHECK(status_of(get(8000)) == 0);
  CHECK(status_of(get(8001)) == 414);
  CHECK(status_of("GET /" + std::string(9000, 'a')) == 414);
}

TEST_CASE("a first line that is no request line is refused") {
  for (const char* line :
       {"GET", "GET /", "GET  HTTP/1.1", " / HTTP/1.1", "GET / HTTP/2.0", "GET / HTTP/1.1 ", "GET / http/1.1",
        "get / HTTP/1.1", "G=T / HTTP/1.1", "GET x HTTP/1.1", "GET /a b HTTP/1.1", "GET /\x01 HTTP/1.1",
        "GET /\xC3\xA9 HTTP/1.1", "GET /a%00b HTTP/1.1", "GET /?x=%00 HTTP/1.1", "", "\x16\x03\x01 / HTTP/1.1"}) {
    CAPTURE(line);
    CHECK(status_of(std::string(line) + "\r\nHost: x\r\n\r\n") == 400);
  }
}

TEST_CASE("header lines that another reader might read in another way are refused") {
  for (const std::string& lines :
       {std::string("no colon\r\n"), std::string(": no name\r\n"), std::string("Bad Name: x\r\n"),
        std::string("X: a\r\n folded\r\n"), std::string("X: a\r\n\tfolded\r\n"), std::string("X: a\0b\r\n", 8),
        std::string("X: a\nContent-Length: 3\r\n"), std::string("X: a\rContent-Length: 3\r\n"),
        std::string("X: \x7f\r\n"), std::string("X: \x01\r\n"), std::string("Transfer-Encoding : chunked\r\n"),
        std::string(" Content-Length: 3\r\n"), std::string("Content\x0b-Length: 3\r\n")}) {
    CAPTURE(lines);
    CHECK(status_of(with_lines(lines)) == 400);
  }
  CHECK(status_of("GET / HTTP/1.1\nHost: x\n\r\n\r\n") == 400);
  CHECK(status_of(with_lines("X: \xC3\xA9\t:;\"\r\nEmpty:\r\n")) == 0);
}

TEST_CASE("what is not for the parser is taken out of a header, and nothing else") {
  const std::string bytes =
      "POST http://y/a?b HTTP/1.1\r\nrange: bytes=0-1\r\nX-Range: y\r\nIf-Range: \"1\"\r\nExpect: x\r\nHost: x\r\n"
      "content-LENGTH: 3\r\n\r\n";
  CHECK(http::for_parser(bytes, inspect_head(bytes, kLimits)) == "POST /a?b HTTP/1.1\r\nX-Range: y\r\nHost: x\r\n\r\n");
}

TEST_CASE("a method that the parser does not know is handed on as OPTIONS and remembered") {
  std::string head = "QUERY /v1/me HTTP/1.1\r\n\r\n";
  CHECK(http::replace_foreign_method(head) == "QUERY");
  CHECK(head == "OPTIONS /v1/me HTTP/1.1\r\n\r\n");
  std::string known = "PATCH /v1/me HTTP/1.1\r\n\r\n";
  CHECK(http::replace_foreign_method(known) == "");
  CHECK(known == "PATCH /v1/me HTTP/1.1\r\n\r\n");
}
