// ZIP archives made and changed, by libzip.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "documents/file/zip_reader.hpp"

namespace documents {

// The files one after the other, not compressed and dated 1 January 1980: the same files give the same bytes.
std::string make_archive(const NamedFiles& files);

using FileEdits = std::map<std::string, std::function<std::string(const std::string& bytes)>>;  // by name

// An archive that a program of ours made, with some of its files changed where it has them. All of them get the date
// 1 January 1980 and lose what else tells of when and where they were packed. Error: std::runtime_error.
std::string edit_archive(const std::string& archive, const FileEdits& edits);

}  // namespace documents
