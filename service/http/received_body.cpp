#include "http/received_body.hpp"

#include <algorithm>
#include <cstring>

namespace http {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;

}  // namespace

void ReceivedBody::take_from(std::string& received) {
  const std::size_t count = std::min(missing_, received.size());
  append(std::string_view(received).substr(0, count));
  missing_ -= count;
  received.erase(0, count);
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

std::size_t ReceivedBody::read(char* to, std::size_t size) {
  if (blocks_.empty()) return 0;
  const std::string& block = blocks_.front();
  const std::size_t count = std::min(size, block.size() - read_);
  std::memcpy(to, block.data() + read_, count);
  read_ += count;
  if (read_ == block.size()) {
    blocks_.pop_front();
    read_ = 0;
  }
  return count;
}

}  // namespace http
