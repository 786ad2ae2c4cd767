// The data files that the binary carries: contract, migrations, formats, the words of each language, demo report.
#pragma once

#include <string_view>
#include <vector>

namespace embedded {

struct File {
  std::string_view path;  // as in the checkout, "db/formats/gcm-imrf.yaml"; what was turned into JSON ends with .json
  std::string_view data;
};

// The file at a path; throws std::out_of_range where there is none.
std::string_view file(std::string_view path);

// All files whose path starts with the prefix, sorted by path.
std::vector<File> files_under(std::string_view prefix);

}  // namespace embedded
