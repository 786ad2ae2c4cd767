#include "http/connection/connection.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

using http::Connection;
using http::Io;

namespace {

// A connection and the client's end of it. SOCK_SEQPACKET keeps what was sent with one call apart from the rest.
struct Line {
  explicit Line(int type) {
    std::array<int, 2> ends{};
    REQUIRE(socketpair(AF_UNIX, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) == 0);
    connection = std::make_unique<Connection>(ends[0], nullptr, "192.0.2.1");
    client = ends[1];
  }
  ~Line() { close(client); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  // What is there now, at most; empty: nothing.
  std::string received() const {
    std::vector<char> block(256 * 1024);
    const ssize_t count = recv(client, block.data(), block.size(), 0);
    return count <= 0 ? "" : std::string(block.data(), static_cast<std::size_t>(count));
  }

  std::unique_ptr<Connection> connection;
  int client = -1;
};

std::shared_ptr<const std::string> body(std::size_t bytes, char letter) {
  return std::make_shared<const std::string>(bytes, letter);
}

}  // namespace

TEST_CASE("a header and its body leave with one call of the system") {
  Line line(SOCK_SEQPACKET);
  const auto text = body(40'000, 'b');
  line.connection->queue("header");
  line.connection->queue(text, *text);
  CHECK(line.connection->flush() == Io::done);
  CHECK_FALSE(line.connection->has_output());
  CHECK(line.received() == "header" + *text);
  CHECK(line.received().empty());
}

TEST_CASE("what a client takes bit by bit arrives whole and in order, also what was queued meanwhile") {
  Line line(SOCK_STREAM);
  std::string sent;
  std::string arrived;
  for (int round = 0; round < 40; ++round) {
    const std::string header = "header " + std::to_string(round) + ";";
    const auto text = body(50'000 + static_cast<std::size_t>(round), static_cast<char>('a' + round % 26));
    line.connection->queue(header);
    line.connection->queue(text, *text);
    sent += header + *text;
    if (round % 3 != 0) continue;
    CHECK(line.connection->flush() != Io::closed);
    arrived += line.received();
  }
  while (line.connection->has_output()) {
    REQUIRE(line.connection->flush() != Io::closed);
    arrived += line.received();
  }
  for (std::string more; !(more = line.received()).empty();) arrived += more;
  CHECK(arrived == sent);
}

TEST_CASE("who is gone ends the connection") {
  Line line(SOCK_STREAM);
  shutdown(line.client, SHUT_RDWR);
  line.connection->queue("header");
  CHECK(line.connection->flush() == Io::closed);
}
