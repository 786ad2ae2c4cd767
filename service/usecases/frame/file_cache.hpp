// Files that are costly to make, kept on disk by what they were made from. Bounded in bytes: those that were used least
// recently go first. A file that cannot be kept is no error, it is made again; neither is one that is not whole any
// more, which counts as none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace usecases {

class FileCache {
 public:
  // An empty folder keeps nothing.
  FileCache(std::filesystem::path folder, std::uint64_t most_bytes) : folder_(std::move(folder)), most_(most_bytes) {}

  // name: a file name without a folder, e.g. "5f2a...e1.pdf".
  std::optional<std::string> find(const std::string& name);
  bool has(const std::string& name);
  void keep(const std::string& name, const std::string& bytes);

 private:
  void make_room(std::uint64_t bytes);

  std::filesystem::path folder_;
  std::uint64_t most_;
  std::mutex mutex_;
};

}  // namespace usecases
