#include "http/connection/received_body.hpp"

#include <doctest/doctest.h>

using http::ReceivedBody;

namespace {

// What becomes of a body in chunks, sent at once or byte by byte: its text and what stands behind it, or a word.
std::string chunked(const std::string& sent, std::size_t piece, std::size_t most = 100) {
  ReceivedBody body = ReceivedBody::in_chunks(most);
  std::string received;
  for (std::size_t i = 0; i < sent.size(); i += piece) {
    received += sent.substr(i, piece);
    body.take_from(received);
  }
  switch (body.state()) {
    case ReceivedBody::State::whole:
      return body.take() + "|" + received;
    case ReceivedBody::State::missing:
      return "missing";
    case ReceivedBody::State::malformed:
      return "malformed";
    case ReceivedBody::State::too_large:
      return "too large";
  }
  return "";
}

// However it is cut, it is the same.
std::string chunked_in_pieces(const std::string& sent) {
  const std::string whole = chunked(sent, sent.size());
  for (const std::size_t piece : {1U, 2U, 3U, 5U, 7U}) CHECK(chunked(sent, piece) == whole);
  return whole;
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
  CHECK(body.take() == "hello");
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
  const bool same = body.take() == sent;
  CHECK(same);
}

TEST_CASE("no body is whole from the beginning") {
  ReceivedBody none;
  CHECK(none.is_whole());
  CHECK(none.take().empty());
}

TEST_CASE("chunks are joined, and what stands around them is left out") {
  CHECK(chunked_in_pieces("0\r\n\r\n") == "|");
  CHECK(chunked_in_pieces("5\r\nhello\r\n0\r\n\r\n") == "hello|");
  CHECK(chunked_in_pieces("5\r\nhello\r\n00A\r\n to you al\r\n1;a=b;c=\"d\"\r\nl\r\n0\r\n\r\n") == "hello to you all|");
  CHECK(chunked_in_pieces("2 ; x\r\n\r\n\r\n0\r\n\r\n") == "\r\n|");
}

TEST_CASE("trailers are read over, and what comes behind them is the next request") {
  CHECK(chunked("1\r\na\r\n0\r\nDigest: x\r\nHost: evil\r\n\r\nGET /", 200) == "a|GET /");
  CHECK(chunked_in_pieces("1\r\na\r\n0\r\nContent-Length: 900\r\n\r\n") == "a|");
  CHECK(chunked("1\r\na\r\n0\r\n" + std::string(17'000, 'x') + ": y\r\n\r\n", 100) == "malformed");
  std::string many = "1\r\na\r\n0\r\n";
  for (int i = 0; i < 20'000; ++i) many += "X: y\r\n";
  CHECK(chunked(many + "\r\n", 1000) == "malformed");
}

TEST_CASE("chunks that another reader might read in another way are refused") {
  for (const char* sent : {"5\nhello\r\n0\r\n\r\n",
                           "5\r\nhello\n0\r\n\r\n",
                           "5\r\nhello0\r\n\r\n",
                           "5\r\nhello\r\r\n0\r\n\r\n",
                           "\r\n",
                           " 5\r\nhello\r\n0\r\n\r\n",
                           "5 \r\nhello\r\n0\r\n\r\n",
                           "+5\r\nhello\r\n0\r\n\r\n",
                           "-1\r\nhello\r\n0\r\n\r\n",
                           "0x5\r\nhello\r\n0\r\n\r\n",
                           "5,\r\nhello\r\n0\r\n\r\n",
                           "g\r\n",
                           ";a\r\n",
                           "5;a\rb\r\nhello\r\n0\r\n\r\n",
                           "5;\x01\r\nhello\r\n0\r\n\r\n",
                           "0\r\nno colon\r\n\r\n",
                           "0\r\nX: y\n\r\n",
                           "0\r\n folded: x\r\n\r\n",
                           "0\r\nX : y\r\n\r\n",
                           "5_0\r\n"}) {
    CAPTURE(sent);
    CHECK(chunked_in_pieces(sent) == "malformed");
  }
}

TEST_CASE("a chunk over the limit is refused by its announced length, however large that is") {
  CHECK(chunked("64\r\n" + std::string(100, 'x') + "\r\n0\r\n\r\n", 50) == std::string(100, 'x') + "|");
  CHECK(chunked("65\r\n", 50) == "too large");
  CHECK(chunked("1\r\nx\r\n64\r\n", 50) == "too large");
  CHECK(chunked("FFFFFFFFFFFFFFFF\r\n", 50) == "too large");
  CHECK(chunked("100000000000000000000000000000001\r\n", 50) == "too large");
}

TEST_CASE("lines that are long beside their chunks are not read for ever") {
  CHECK(chunked("1;" + std::string(1100, 'x') + "\r\na\r\n0\r\n\r\n", 100) == "malformed");
  CHECK(chunked("1;" + std::string(1100, 'x'), 100) == "malformed");
  std::string many;
  for (int i = 0; i < 100; ++i) many += "1;" + std::string(900, 'x') + "\r\na\r\n";
  CHECK(chunked(many + "0\r\n\r\n", 1000, 1000) == "malformed");
  std::string small;
  for (int i = 0; i < 50'000; ++i) small += "1\r\na\r\n";
  CHECK(chunked(small + "0\r\n\r\n", 1000, 50'000).size() == 50'001);
}
