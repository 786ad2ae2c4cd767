// The body of a request as it arrives: taken from what the connection received, and kept until it is read.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace http {

class ReceivedBody {
 public:
  // None.
  ReceivedBody() = default;
  // Of so many bytes.
  explicit ReceivedBody(std::size_t length) : missing_(length) {}

  // Takes what belongs to the body from the front of these bytes.
  void take_from(std::string& received);
  bool is_whole() const { return missing_ == 0; }
  // Bytes that came so far.
  std::size_t size() const { return size_; }

  // Gives the next bytes and forgets them; 0: there are none.
  std::size_t read(char* to, std::size_t size);

 private:
  void append(std::string_view bytes);

  std::size_t missing_ = 0;
  std::size_t size_ = 0;
  std::deque<std::string> blocks_;  // of limited size: what was read takes no memory any more
  std::size_t read_ = 0;            // of the first block
};

}  // namespace http
