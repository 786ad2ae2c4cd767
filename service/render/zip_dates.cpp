#include "render/zip_dates.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace render {
namespace {

constexpr std::string_view kEnd = "PK\x05\x06";
constexpr std::string_view kEntry = "PK\x01\x02";
constexpr std::string_view kFile = "PK\x03\x04";
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEntrySize = 46;
constexpr std::size_t kFileSize = 30;

std::size_t number_at(const std::string& archive, std::size_t place, std::size_t bytes) {
  std::size_t number = 0;
  for (std::size_t i = bytes; i-- > 0;) number = number << 8 | static_cast<unsigned char>(archive[place + i]);
  return number;
}

bool stands_at(const std::string& archive, std::size_t place, std::string_view mark, std::size_t size) {
  return place <= archive.size() && archive.size() - place >= size && archive.compare(place, mark.size(), mark) == 0;
}

// Two bytes of time, two of date.
void write_date(std::string& archive, std::size_t place) {
  constexpr std::string_view kFirst("\x00\x00\x21\x00", 4);
  archive.replace(place, kFirst.size(), kFirst);
}

}  // namespace

void fix_zip_dates(std::string& archive) {
  if (archive.size() < kEndSize || !stands_at(archive, archive.size() - kEndSize, kEnd, kEndSize)) return;
  const std::size_t end = archive.size() - kEndSize;
  std::size_t entry = number_at(archive, end + 16, 4);
  while (stands_at(archive, entry, kEntry, kEntrySize)) {
    write_date(archive, entry + 12);
    const std::size_t file = number_at(archive, entry + 42, 4);
    if (stands_at(archive, file, kFile, kFileSize)) write_date(archive, file + 10);
    entry += kEntrySize + number_at(archive, entry + 28, 2) + number_at(archive, entry + 30, 2) +
             number_at(archive, entry + 32, 2);
  }
}

}  // namespace render
