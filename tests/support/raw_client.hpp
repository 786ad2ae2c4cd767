// A client that speaks bytes, for requests that no HTTP library would send.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace support {

class RawClient {
 public:
  // Connects to 127.0.0.1. receive_buffer: of the socket, in bytes; 0: as the system has it.
  explicit RawClient(int port, int receive_buffer = 0);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False: the other side has closed the connection, or takes no more at present.
  bool send(std::string_view bytes) const;
  // What comes until the other side closes, or until so many milliseconds passed without anything.
  std::string receive(std::chrono::milliseconds patience = std::chrono::milliseconds(5000)) const;
  // One answer: its header and as much of a body as its Content-Length says. Keeps what came behind it.
  std::string receive_answer(std::chrono::milliseconds patience = std::chrono::milliseconds(20000));
  // The other side has closed, or does so within this time; what it still sends is thrown away.
  bool is_closed_within(std::chrono::milliseconds patience) const;

 private:
  bool receive_some(std::string& into, std::chrono::milliseconds patience) const;

  int socket_;
  std::string rest_;
};

// "HTTP/1.1 404 Not Found..." -> 404; 0: this is no answer.
int status_of(std::string_view answer);
// Behind the empty line.
std::string body_of(const std::string& answer);

}  // namespace support
