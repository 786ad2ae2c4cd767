#include "embed/embedded.hpp"

#include <stdexcept>
#include <string>

#include "embed/embedded_data.hpp"

namespace embedded {

std::string_view file(std::string_view path) {
  for (const File& file : all_files()) {
    if (file.path == path) return file.data;
  }
  throw std::out_of_range("no embedded file " + std::string(path));
}

std::vector<File> files_under(std::string_view prefix) {
  std::vector<File> found;
  for (const File& file : all_files()) {
    if (file.path.starts_with(prefix)) found.push_back(file);
  }
  return found;
}

}  // namespace embedded
