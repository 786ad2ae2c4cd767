// The heads of a ZIP archive's files, which stand twice in it: before each file, and in a list at the end.
#pragma once

#include <zip.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Whether every reader finds the same files in it: the list has these names, each head has the name, and the sizes and
// the way of packing where it says any, that the list gives its file, and no file reaches into the next one. Nothing
// else in the heads is looked at (times, versions, flags, checksums): no reader uses it, and office programs of many
// years write there what they like.
bool heads_agree(std::string_view archive, const std::vector<std::string>& names);

struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using OpenArchive = std::unique_ptr<zip_t, DiscardArchive>;

// To be read, as long as the bytes live. Null where it is no archive, a damaged one, or one whose heads do not agree.
OpenArchive open_archive(const std::string& bytes);

}  // namespace documents
