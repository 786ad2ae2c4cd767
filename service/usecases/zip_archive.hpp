// ZIP archives, by libzip.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace usecases {

using NamedFiles = std::map<std::string, std::string>;  // name -> bytes

// The files one after the other, not compressed and dated 1 January 1980: the same files give the same bytes.
std::string make_archive(const NamedFiles& files);

// What is in an archive that somebody sent. Errors: std::runtime_error where it is no archive, names a folder or
// something outside of it, or holds more than most_bytes unpacked.
NamedFiles read_archive(const std::string& archive, std::uint64_t most_bytes);

}  // namespace usecases
