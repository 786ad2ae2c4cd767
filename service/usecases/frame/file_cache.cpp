#include "usecases/frame/file_cache.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <vector>

#include "store/database/hash.hpp"

namespace usecases {
namespace {

namespace fs = std::filesystem;

struct Kept {
  fs::path path;
  fs::file_time_type used;
  std::uint64_t bytes = 0;
};

// A file begins with what its content must be: the hash and the length, each of fixed width.
constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kSealBytes = kHashDigits + 18;

std::string stamp_of(std::string_view content) {
  std::array<char, 19> length{};
  std::snprintf(length.data(), length.size(), " %016zx\n", content.size());
  return store::sha256_hex(content) + length.data();
}

std::uint64_t content_bytes(std::uint64_t file_bytes) { return file_bytes < kSealBytes ? 0 : file_bytes - kSealBytes; }

// Nothing: cut off, or changed.
std::optional<std::string> sealed_content(std::string file) {
  if (file.size() < kSealBytes) return std::nullopt;
  const std::string seal = file.substr(0, kSealBytes);
  file.erase(0, kSealBytes);
  if (seal != stamp_of(file)) return std::nullopt;
  return file;
}

std::vector<Kept> list(const fs::path& folder) {
  std::vector<Kept> files;
  std::error_code failed;
  for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    std::error_code gone;
    const Kept file{entry->path(), entry->last_write_time(gone), content_bytes(entry->file_size(gone))};
    if (!gone) files.push_back(file);
  }
  return files;
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fd_ >= 0;
  }
  bool sync() const { return fd_ >= 0 && ::fsync(fd_) == 0; }

 private:
  int fd_;
};

// Whole or not at all, after a power cut too: a reader never sees the beginning of a file. Only the service's own user
// reads it, as it may hold texts that are not shared.
bool write(const fs::path& path, const std::string& content) {
  const fs::path unfinished = path.string() + ".part";
  std::error_code failed;
  fs::remove(unfinished, failed);  // with whatever permissions it was left
  const auto written = [&] {
    const Descriptor file(unfinished, O_WRONLY | O_CREAT | O_EXCL);
    return file.write(stamp_of(content)) && file.write(content) && file.sync();
  };
  bool kept = written();
  if (kept) fs::rename(unfinished, path, failed);
  kept = kept && !failed && Descriptor(path.parent_path(), O_RDONLY | O_DIRECTORY).sync();
  if (!kept) fs::remove(unfinished, failed);
  return kept;
}

}  // namespace

std::optional<std::string> FileCache::find(const std::string& name) {
  if (folder_.empty()) return std::nullopt;
  const fs::path path = folder_ / name;
  std::unique_lock lock(mutex_);
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string file{std::istreambuf_iterator<char>(in), {}};
  std::error_code ignored;
  fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
  lock.unlock();  // hashing takes its time
  return sealed_content(std::move(file));
}

bool FileCache::has(const std::string& name) { return find(name).has_value(); }

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
