#include "http/received_body.hpp"

#include <doctest/doctest.h>

using http::ReceivedBody;

namespace {

std::string read_all(ReceivedBody& body) {
  std::string all;
  char block[1000];
  for (std::size_t count = 0; (count = body.read(block, sizeof block)) > 0;) all.append(block, count);
  return all;
}

}  // namespace

TEST_CASE("a body takes its bytes and leaves what comes behind them") {
  ReceivedBody body(5);
  std::string received = "hel";
  body.take_from(received);
  CHECK_FALSE(body.is_whole());
  CHECK(received.empty());
  received = "loGET /";
  body.take_from(received);
  CHECK(body.is_whole());
  CHECK(received == "GET /");
  CHECK(read_all(body) == "hello");
  CHECK(body.size() == 5);
}

TEST_CASE("a body of many small pieces is the same as one of a large piece") {
  std::string sent;
  for (int i = 0; i < 200'000; ++i) sent += static_cast<char>('a' + i % 23);
  ReceivedBody body(sent.size());
  for (std::size_t i = 0; i < sent.size(); i += 7) {
    std::string piece = sent.substr(i, 7);
    body.take_from(piece);
  }
  REQUIRE(body.is_whole());
  const bool same = read_all(body) == sent;
  CHECK(same);
}

TEST_CASE("no body is whole from the beginning") {
  ReceivedBody none;
  CHECK(none.is_whole());
  CHECK(read_all(none).empty());
}
