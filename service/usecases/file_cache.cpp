#include "usecases/file_cache.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

namespace usecases {
namespace {

namespace fs = std::filesystem;

struct Kept {
  fs::path path;
  fs::file_time_type used;
  std::uint64_t bytes = 0;
};

std::vector<Kept> list(const fs::path& folder) {
  std::vector<Kept> files;
  std::error_code failed;
  for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    std::error_code gone;
    const Kept file{entry->path(), entry->last_write_time(gone), entry->file_size(gone)};
    if (!gone) files.push_back(file);
  }
  return files;
}

// Whole or not at all: a reader never sees the beginning of a file. Only the service's own user reads it, as it may
// hold texts that are not shared.
bool write(const fs::path& path, const std::string& bytes) {
  const fs::path unfinished = path.string() + ".part";
  std::error_code failed;
  std::ofstream(unfinished).close();
  fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write, failed);
  std::ofstream out(unfinished, std::ios::binary);
  out << bytes;
  out.close();
  if (out) fs::rename(unfinished, path, failed);
  if (out && !failed) return true;
  fs::remove(unfinished, failed);
  return false;
}

}  // namespace

std::optional<std::string> FileCache::find(const std::string& name) {
  if (folder_.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  std::ifstream in(folder_ / name, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::error_code ignored;
  fs::last_write_time(folder_ / name, fs::file_time_type::clock::now(), ignored);
  return bytes;
}

bool FileCache::has(const std::string& name) const {
  std::error_code failed;
  return !folder_.empty() && fs::is_regular_file(folder_ / name, failed);
}

void FileCache::keep(const std::string& name, const std::string& bytes) {
  if (folder_.empty() || bytes.size() > most_) return;
  const std::lock_guard lock(mutex_);
  std::error_code failed;
  fs::create_directories(folder_, failed);
  make_room(bytes.size());
  write(folder_ / name, bytes);
}

void FileCache::make_room(std::uint64_t bytes) {
  auto files = list(folder_);
  std::ranges::sort(files, {}, &Kept::used);
  std::uint64_t total = bytes;
  for (const Kept& file : files) total += file.bytes;
  for (const Kept& file : files) {
    if (total <= most_) return;
    std::error_code failed;
    fs::remove(file.path, failed);
    total -= file.bytes;
  }
}

}  // namespace usecases
