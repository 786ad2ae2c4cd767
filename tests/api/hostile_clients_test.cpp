// Clients that mean no good, or are just slow: they get an answer where one is possible, and harm nobody else.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include "normal_client.hpp"

using namespace support;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

namespace {

std::string chunked_head(const TestApp& app, const std::string& more = "") {
  return "POST /v1/agencies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + app.admin().token() +
         "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n" + more + "\r\n";
}

}  // namespace

TEST_CASE("a client that sends its header byte by byte is told that it is too slow") {
  TestApp app(impatient());
  with_a_normal_client(app, [&] {
    const RawClient slow(app.port());
    const std::string request = get_with(app.admin().token(), "/v1/me");
    const auto begin = steady_clock::now();
    for (std::size_t i = 0; i < 8 && slow.send(request.substr(i, 1)); ++i)
      std::this_thread::sleep_for(milliseconds(200));
    check_refusal(slow.receive(), 408, "header_too_slow");
    CHECK(steady_clock::now() - begin < seconds(6));
  });
}

TEST_CASE("an endless header is refused at its limit") {
  TestApp app(impatient());
  with_a_normal_client(app, [&] {
    const RawClient client(app.port());
    const std::string block(64 * 1024, 'a');
    client.send("GET / HTTP/1.1\r\nX: ");
    for (int i = 0; i < 1000 && client.send(block); ++i) {
    }
    CHECK(client.is_closed_within(seconds(5)));
  });
  const RawClient client(app.port());
  client.send("GET / HTTP/1.1\r\nX: " + std::string(17 * 1024, 'a'));
  check_refusal(client.receive(), 431, "headers_too_large");
}

TEST_CASE("ten thousand header lines are refused") {
  TestApp app(impatient());
  with_a_normal_client(app, [&] {
    for (int i = 0; i < 20; ++i) {
      std::string lines;
      for (int line = 0; line < 10'000; ++line) lines += "X-" + std::to_string(line) + ": y\r\n";
      const RawClient client(app.port());
      client.send(get_with("x", "/v1/me", lines));
      check_refusal(client.receive(), 431, "headers_too_large");
    }
  });
  std::string short_lines;
  for (int line = 0; line < 1000; ++line) short_lines += "X: y\r\n";
  const RawClient client(app.port());
  client.send(get_with("x", "/v1/me", short_lines));
  check_refusal(client.receive(), 431, "too_many_headers");
}

TEST_CASE("a body in chunks without end is refused at the limit of its operation") {
  TestApp app(impatient());
  with_a_normal_client(app, [&] {
    for (const char* size : {"10000", "1"}) {
      RawClient client(app.port());
      client.send(chunked_head(app));
      const std::string bytes(std::strtoul(size, nullptr, 16), 'a');
      std::string chunks;
      while (chunks.size() < 256 * 1024) chunks += size + ("\r\n" + bytes) + "\r\n";
      for (int i = 0; i < 100 && client.send(chunks); ++i) {
      }
      check_refusal(client.receive_answer(), 413, "body_too_large");
      CHECK(client.is_closed_within(seconds(5)));
    }
  });
}

TEST_CASE("a body in chunks of a stranger is not waited for") {
  TestApp app(patient());
  RawClient client(app.port());
  client.send("POST /v1/agencies HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n10000\r\n");
  CHECK(status_of(client.receive_answer()) == 401);
}

TEST_CASE("a request that is hidden behind a body in chunks is the next one, or none") {
  TestApp app(impatient());
  const std::string body = R"({"id": "labour", "title": {"en": "Labour"}})";
  const std::string hidden = get_with(app.admin().token(), "/v1/me");
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", body.size());
  const std::string chunks = size + body + "\r\n0\r\n";
  RawClient honest(app.port());
  honest.send(chunked_head(app) + chunks + "X: trailer\r\n\r\n" + hidden);
  CHECK(status_of(honest.receive_answer()) == 201);
  CHECK(body_of(honest.receive_answer()).find("\"user\"") != std::string::npos);
  for (const std::string& lines : {std::string("Content-Length: 3\r\n"), std::string("Transfer-Encoding: x\r\n")}) {
    RawClient client(app.port());
    client.send(chunked_head(app, lines) + chunks + "\r\n" + hidden);
    check_refusal(client.receive_answer(), 400, "malformed_request");
    CHECK(client.receive_answer().empty());
  }
  RawClient broken(app.port());
  broken.send(chunked_head(app) + "1\nx\r\n0\r\n\r\n" + hidden);
  check_refusal(broken.receive_answer(), 400, "malformed_request");
  CHECK(broken.receive_answer().empty());
}

TEST_CASE("a body that is too large is refused by its announced length") {
  TestApp app(impatient());
  RawClient client(app.port());
  client.send(post_head(app, 1ULL << 40U) + std::string(100'000, 'a'));
  check_refusal(client.receive_answer(), 413, "body_too_large");
  CHECK(client.is_closed_within(seconds(5)));
}

TEST_CASE("a packed body is refused before it is read: nobody knows how large it will be") {
  TestApp app(impatient());
  for (const char* packing :
       {"gzip", "GZIP", "x-gzip", "br", "zstd", "deflate", "identity, gzip", "identity\r\nContent-Encoding: gzip"}) {
    CAPTURE(packing);
    RawClient client(app.port());
    client.send(post_head(app, 1'000'000, "Content-Encoding: " + std::string(packing) + "\r\n"));
    const std::string answer = client.receive_answer();
    check_refusal(answer, 415, "unsupported_content_encoding");
    CHECK(answer.find("\r\nAccept-Encoding: identity\r\n") != std::string::npos);
  }
  RawClient client(app.port());
  const std::string body = R"({"id": "labour", "title": {"en": "Labour"}})";
  client.send(post_head(app, body.size(), "Content-Encoding: Identity\r\n") + body);
  CHECK(status_of(client.receive_answer()) == 201);
}

TEST_CASE("an address that is too long is refused") {
  TestApp app(impatient());
  RawClient client(app.port());
  client.send(get_with("x", "/" + std::string(9000, 'a')));
  check_refusal(client.receive_answer(), 414, "address_too_long");
}

TEST_CASE("bodies that never come are given up in time and starve nobody") {
  TestApp app(impatient());
  with_a_normal_client(app, [&] {
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 40; ++i) {
      clients.push_back(std::make_unique<RawClient>(app.port()));
      clients.back()->send(post_head(app, 1000) + "{\"id\": ");
    }
    for (auto& client : clients) check_refusal(client->receive_answer(), 408, "body_too_slow");
  });
}

TEST_CASE("bodies without a valid token are not waited for") {
  TestApp app(patient());
  with_a_normal_client(app, [&] {
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i) {
      clients.push_back(std::make_unique<RawClient>(app.port()));
      clients.back()->send(
          "POST /v1/agencies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer nr_wrong\r\n"
          "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
    }
    for (auto& client : clients) CHECK(status_of(client->receive_answer()) == 401);
  });
}

TEST_CASE("a client that asks first whether its body is wanted is answered") {
  TestApp app(impatient());
  RawClient client(app.port());
  const std::string body = R"({"id": "labour", "title": {"en": "Labour"}})";
  for (const char* expect : {"100-continue", "100-Continue"}) {
    client.send(post_head(app, body.size(), "Expect: " + std::string(expect) + "\r\n"));
    CHECK(status_of(client.receive_answer()) == 100);
    client.send(body);
    CHECK(status_of(client.receive_answer()) == (expect[4] == 'c' ? 201 : 409));
  }
  RawClient stranger(app.port());
  stranger.send("POST /v1/agencies HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  CHECK(status_of(stranger.receive_answer()) == 401);
}

TEST_CASE("pipelined requests are answered in order") {
  TestApp app(impatient());
  with_a_normal_client(app, [&] {
    RawClient client(app.port());
    std::string requests;
    for (int i = 0; i < 100; ++i) {
      requests += get_with(app.admin().token(), i % 2 == 0 ? "/v1/me" : "/v1/nothing");
      const std::string body = "{\"id\": \"Not a key " + std::to_string(i) + "\"}";
      requests += post_head(app, body.size()) + body;
    }
    std::thread sender([&] { client.send(requests); });
    for (int i = 0; i < 100; ++i) {
      CHECK(status_of(client.receive_answer()) == (i % 2 == 0 ? 200 : 404));
      CHECK(status_of(client.receive_answer()) == 422);
    }
    sender.join();
  });
}

TEST_CASE("a body that looks like a request is not taken for one") {
  TestApp app(impatient());
  RawClient client(app.port());
  const std::string smuggled = get_with(app.admin().token(), "/v1/me");
  client.send("GET /v1/agencies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + app.admin().token() +
              "\r\nContent-Length: " + std::to_string(smuggled.size()) + "\r\n\r\n" + smuggled);
  CHECK(status_of(client.receive_answer()) == 200);
  const std::string rest = client.receive(milliseconds(500));
  CHECK(rest.find("\"user\"") == std::string::npos);
  CHECK(status_of(rest) == 0);
}

TEST_CASE("what is no HTTP is refused with a reason") {
  TestApp app(impatient());
  for (const char* bytes : {"hello\r\n\r\n", "\r\n\r\n", "GET\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n"}) {
    RawClient client(app.port());
    client.send(bytes);
    check_refusal(client.receive_answer(), 400, "malformed_request");
  }
}
