// The body of a request as it arrives, of a length that was told or in chunks (RFC 9112, 7.1): taken from what the
// connection received, and kept until somebody takes it.
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
  explicit ReceivedBody(std::size_t length);
  // Of at most so many bytes without what the chunks add.
  static ReceivedBody in_chunks(std::size_t most);

  enum class State { missing, whole, malformed, too_large };
  State state() const { return state_; }
  bool is_whole() const { return state_ == State::whole; }
  // Another limit, for one in chunks.
  void limit_to(std::size_t most) { most_ = most; }

  // Takes what belongs to the body from the front of these bytes. What stands behind the last chunk belongs to it and
  // is not looked at further.
  void take_from(std::string& received);
  // Bytes that came so far.
  std::size_t size() const { return size_; }

  // Gives all bytes and forgets them.
  std::string take();

 private:
  enum class Part { size_line, data, end_of_data, trailer };

  void append(std::string_view bytes);
  // Each takes a piece from the front; false: it needs more, or the body is at its end.
  bool take_data(std::string_view& rest);
  bool take_chunk_part(std::string_view& rest);
  bool take_size_line(std::string_view& rest);
  bool take_end_of_data(std::string_view& rest);
  bool take_trailer(std::string_view& rest);
  bool end(State state);

  State state_ = State::whole;
  bool chunked_ = false;
  Part part_ = Part::size_line;
  std::size_t missing_ = 0;  // of the body, or of this chunk
  std::size_t most_ = 0;
  std::size_t around_ = 0;  // bytes of the lines around the chunks
  std::size_t size_ = 0;
  std::deque<std::string> blocks_;  // of limited size: what was taken of them is not there twice
};

}  // namespace http
