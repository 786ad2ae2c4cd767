#include "documents/file/zip_directory.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace documents {
namespace {

constexpr std::string_view kListEnd = "PK\x05\x06";
constexpr std::string_view kListed = "PK\x01\x02";
constexpr std::string_view kFileHead = "PK\x03\x04";
constexpr std::size_t kListEndBytes = 22;
constexpr std::size_t kListedBytes = 46;
constexpr std::size_t kHeadBytes = 30;
constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;  // the number stands in a field of its own, as of files over 4 GiB
constexpr std::uint32_t kSizesBehind = 1U << 3U;  // the sizes stand behind the file

// Bytes at places; what lies outside of the archive reads as nothing and is remembered.
class Bytes {
 public:
  explicit Bytes(std::string_view all) : all_(all) {}

  std::uint32_t number(std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    const std::string_view bytes = text(at, size);
    for (std::size_t i = bytes.size(); i > 0; --i) number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
    return number;
  }
  std::string_view text(std::size_t at, std::size_t size) {
    if (at > all_.size() || size > all_.size() - at) {
      whole_ = false;
      return {};
    }
    return all_.substr(at, size);
  }
  bool whole() const { return whole_; }

 private:
  std::string_view all_;
  bool whole_ = true;
};

struct Reach {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_said(std::uint32_t there, std::uint32_t listed) {
  return there == listed || there == kElsewhere || listed == kElsewhere;
}

// Where the file at a place of the list lies; nothing where its head says something else than the list.
std::optional<Reach> reach_of(Bytes& bytes, std::size_t listed, std::string_view name) {
  const std::size_t head = bytes.number(listed + 42, 4);
  const std::size_t name_size = bytes.number(head + 26, 2);
  if (bytes.text(head, 4) != kFileHead || bytes.text(head + kHeadBytes, name_size) != name) return std::nullopt;
  if (bytes.number(head + 8, 2) != bytes.number(listed + 10, 2)) return std::nullopt;
  const std::uint32_t packed = bytes.number(listed + 20, 4);
  const bool sizes_there = (bytes.number(head + 6, 2) & kSizesBehind) == 0;
  if (sizes_there && (!is_said(bytes.number(head + 18, 4), packed) ||
                      !is_said(bytes.number(head + 22, 4), bytes.number(listed + 24, 4)))) {
    return std::nullopt;
  }
  const std::size_t begin = head + kHeadBytes + name_size + bytes.number(head + 28, 2);
  const std::size_t size = packed == kElsewhere ? 0 : packed;
  bytes.text(begin, size);
  return Reach{head, begin + size};
}

bool are_apart(std::vector<Reach> files) {
  std::ranges::sort(files, {}, &Reach::begin);
  for (std::size_t i = 1; i < files.size(); ++i) {
    if (files[i].begin < files[i - 1].end) return false;
  }
  return true;
}

}  // namespace

bool heads_agree(std::string_view archive, const std::vector<std::string>& names) {
  const auto list_end = archive.rfind(kListEnd);
  if (list_end == std::string_view::npos || archive.size() - list_end < kListEndBytes) return false;
  Bytes bytes(archive);
  std::size_t listed = bytes.number(list_end + 16, 4);
  std::vector<Reach> files;
  for (const auto& name : names) {
    const std::size_t name_size = bytes.number(listed + 28, 2);
    if (bytes.text(listed, 4) != kListed || bytes.text(listed + kListedBytes, name_size) != name) return false;
    const auto reach = reach_of(bytes, listed, name);
    if (!reach) return false;
    files.push_back(*reach);
    listed += kListedBytes + name_size + bytes.number(listed + 30, 2) + bytes.number(listed + 32, 2);
  }
  files.push_back({bytes.number(list_end + 16, 4), list_end});
  const bool all_listed = listed <= list_end && bytes.text(listed, kListed.size()) != kListed;
  return bytes.whole() && all_listed && are_apart(std::move(files));
}

}  // namespace documents
