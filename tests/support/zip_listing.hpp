// What an archive says of its files, read without a library: the same for every version of one.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>

namespace support {

// The number of that many bytes at a place of the file, the lowest first.
inline std::uint32_t zip_number(const std::string& archive, std::size_t at, std::size_t bytes) {
  REQUIRE(at + bytes <= archive.size());
  std::uint32_t number = 0;
  for (std::size_t i = bytes; i > 0; --i) number = number << 8U | static_cast<unsigned char>(archive[at + i - 1]);
  return number;
}

// A line for each file, in the order of the list at the end: its name, how it is compressed (0: as it is, 8: deflated),
// its flags, day and time as ZIP has them, bytes of extra fields and of a comment, and attributes; with `contents` its
// checksum and its size too. That a name is in UTF-8 (flag 0800) is listed only where its letters need it: of the
// others the library's newer versions say it, its older ones do not, and no reader sees a difference.
inline std::string zip_listing(const std::string& archive, bool contents = true) {
  const auto end = archive.rfind("PK\x05\x06");
  REQUIRE(end != std::string::npos);
  const auto number = [&](std::size_t at, std::size_t bytes) { return zip_number(archive, at, bytes); };
  const auto ascii = [](const std::string& name) {
    return std::none_of(name.begin(), name.end(), [](unsigned char letter) { return letter > 0x7f; });
  };
  std::string lines;
  std::size_t at = number(end + 16, 4);
  for (auto left = number(end + 10, 2); left > 0; --left) {
    REQUIRE(archive.compare(at, 4, "PK\x01\x02") == 0);
    const std::string name = archive.substr(at + 46, number(at + 28, 2));
    const auto flags = number(at + 8, 2) & (ascii(name) ? ~0x0800U : ~0U);
    char facts[200];
    std::snprintf(facts, sizeof facts,
                  ": method %u, flags %04x, date %04x, time %04x, extra %u, comment %u, attributes %08x",
                  number(at + 10, 2), flags, number(at + 14, 2), number(at + 12, 2), number(at + 30, 2),
                  number(at + 32, 2), number(at + 38, 4));
    lines += name + facts;
    if (contents) {
      std::snprintf(facts, sizeof facts, ", crc %08x, size %u", number(at + 16, 4), number(at + 24, 4));
      lines += facts;
    }
    lines += "\n";
    at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
  }
  CHECK(at == end);
  return lines;
}

}  // namespace support
