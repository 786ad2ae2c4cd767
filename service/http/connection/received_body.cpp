#include "http/connection/received_body.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "http/connection/request_head.hpp"

namespace http {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;
constexpr std::size_t kMostSizeLine = 1024;
constexpr std::size_t kMostTrailer = 16 * 1024;
constexpr std::size_t kMostAround = 16 * 1024;
constexpr std::size_t kMostAroundAByte = 16;

struct Line {
  ReceivedBody::State state = ReceivedBody::State::missing;
  std::string_view text;  // without its end
};

// A line feed alone ends a line for some readers and not for others.
Line take_line(std::string_view& rest, std::size_t most) {
  const auto feed = rest.find('\n');
  const std::size_t length = std::min(feed, rest.size());
  if (length > most) return {ReceivedBody::State::malformed, {}};
  if (feed == std::string_view::npos) return {};
  if (feed == 0 || rest[feed - 1] != '\r') return {ReceivedBody::State::malformed, {}};
  const Line line{ReceivedBody::State::whole, rest.substr(0, feed - 1)};
  rest.remove_prefix(feed + 1);
  return line;
}

// "1a" or "1a;name=value" -> 26. Of an extension nothing is used.
std::optional<std::size_t> chunk_size(std::string_view line) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (error == std::errc::result_out_of_range)
    size = std::numeric_limits<std::size_t>::max();
  else if (error != std::errc())
    return std::nullopt;
  const std::string_view extension = line.substr(static_cast<std::size_t>(end - line.data()));
  const auto begin = std::min(extension.find_first_not_of(" \t"), extension.size());
  const bool form = extension.empty() || (begin < extension.size() && extension[begin] == ';');
  const auto allowed = [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != 127); };
  if (!form || !std::ranges::all_of(extension, allowed)) return std::nullopt;
  return size;
}

}  // namespace

ReceivedBody::ReceivedBody(std::size_t length)
    : state_(length == 0 ? State::whole : State::missing), missing_(length) {}

ReceivedBody ReceivedBody::in_chunks(std::size_t most) {
  ReceivedBody body;
  body.state_ = State::missing;
  body.chunked_ = true;
  body.most_ = most;
  return body;
}

bool ReceivedBody::end(State state) {
  state_ = state;
  return false;
}

void ReceivedBody::take_from(std::string& received) {
  std::string_view rest = received;
  while (state_ == State::missing && (chunked_ ? take_chunk_part(rest) : take_data(rest))) {
  }
  received.erase(0, received.size() - rest.size());
}

bool ReceivedBody::take_data(std::string_view& rest) {
  const std::size_t count = std::min(missing_, rest.size());
  append(rest.substr(0, count));
  rest.remove_prefix(count);
  missing_ -= count;
  if (missing_ > 0) return false;
  if (!chunked_) return end(State::whole);
  part_ = Part::end_of_data;
  return true;
}

bool ReceivedBody::take_chunk_part(std::string_view& rest) {
  switch (part_) {
    case Part::size_line:
      return take_size_line(rest);
    case Part::data:
      return take_data(rest);
    case Part::end_of_data:
      return take_end_of_data(rest);
    case Part::trailer:
      return take_trailer(rest);
  }
  return false;
}

bool ReceivedBody::take_size_line(std::string_view& rest) {
  const Line line = take_line(rest, kMostSizeLine);
  if (line.state != State::whole) return line.state != State::missing && end(line.state);
  const auto size = chunk_size(line.text);
  around_ += line.text.size();
  // Lines that are long beside their chunks are no use to anybody.
  if (!size || around_ > kMostAround + kMostAroundAByte * size_) return end(State::malformed);
  if (*size > most_ || size_ + *size > most_) return end(State::too_large);
  missing_ = *size;
  part_ = *size == 0 ? Part::trailer : Part::data;
  return true;
}

bool ReceivedBody::take_end_of_data(std::string_view& rest) {
  constexpr std::string_view kEnd = "\r\n";
  if (!kEnd.starts_with(rest.substr(0, kEnd.size()))) return end(State::malformed);
  if (rest.size() < kEnd.size()) return false;
  rest.remove_prefix(kEnd.size());
  part_ = Part::size_line;
  return true;
}

bool ReceivedBody::take_trailer(std::string_view& rest) {
  const Line line = take_line(rest, kMostTrailer);
  if (line.state != State::whole) return line.state != State::missing && end(line.state);
  if (line.text.empty()) return end(State::whole);
  around_ += line.text.size();
  const bool fits = around_ <= kMostTrailer + kMostAround + kMostAroundAByte * size_;
  return (fits && is_field_line(line.text)) || end(State::malformed);
}

// Many small pieces share a block.
void ReceivedBody::append(std::string_view bytes) {
  size_ += bytes.size();
  while (!bytes.empty()) {
    if (blocks_.empty() || blocks_.back().size() >= kBlockBytes) blocks_.emplace_back();
    std::string& block = blocks_.back();
    const std::size_t count = std::min(bytes.size(), kBlockBytes - block.size());
    block.append(bytes.substr(0, count));
    bytes.remove_prefix(count);
  }
}

std::string ReceivedBody::take() {
  if (blocks_.empty()) return "";
  std::string bytes = std::move(blocks_.front());
  blocks_.pop_front();
  bytes.reserve(size_);
  for (; !blocks_.empty(); blocks_.pop_front()) bytes += blocks_.front();
  return bytes;
}

}  // namespace http
