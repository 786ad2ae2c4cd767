// ZIP archives, by libzip.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace documents {

using NamedFiles = std::map<std::string, std::string>;  // name -> bytes

// The files one after the other, not compressed and dated 1 January 1980: the same files give the same bytes.
std::string make_archive(const NamedFiles& files);

// What is in an archive that somebody sent. folder: the one that its files may lie in, e.g. "pictures/"; empty: none.
// Errors: std::runtime_error where it is no archive, names another folder or something outside of it, or holds more
// than most_bytes unpacked.
NamedFiles read_archive(const std::string& archive, std::uint64_t most_bytes, std::string_view folder = {});

using FileEdits = std::map<std::string, std::function<std::string(const std::string& bytes)>>;  // by name

// An archive that a program of ours made, with some of its files changed where it has them. All of them get the date
// 1 January 1980 and lose what else tells of when and where they were packed. Error: std::runtime_error.
std::string edit_archive(const std::string& archive, const FileEdits& edits);

}  // namespace documents
