// The heads of a ZIP archive's files, which stand twice in it: before each file, and in a list at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Whether every reader finds the same files in it: the list has these names, each head has the name, and the sizes and
// the way of packing where it says any, that the list gives its file, and no file reaches into the next one. Nothing
// else in the heads is looked at (times, versions, flags, checksums): no reader uses it, and office programs of many
// years write there what they like.
bool heads_agree(std::string_view archive, const std::vector<std::string>& names);

}  // namespace documents
