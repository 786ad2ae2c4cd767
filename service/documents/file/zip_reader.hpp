// The one reader of ZIP archives: whoever made one, it is held against bounds before anything of it is unpacked.
#pragma once

#include <zip.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace documents {

using NamedFiles = std::map<std::string, std::string>;  // name -> bytes

struct ArchiveBounds {
  std::uint64_t bytes = 0;     // unpacked, of all files together
  std::size_t files = 65'535;  // as many as ZIP can count without its extension
  std::uint64_t ratio = 200;   // unpacked to packed, of a file above 1 MiB
  // The only one that files may lie in, as "pictures/"; "": none; nothing: any.
  std::optional<std::string_view> folder = std::nullopt;
};

enum class ArchiveFault {
  damaged,  // or no archive, or one in which readers would find different files
  encrypted,
  too_many_files,
  too_large,
  larger_than_said,  // a file; or it is damaged
  unsafe_name,       // of a file outside of the archive, or of the folder
  name_twice,
};

class ArchiveRefusal : public std::runtime_error {
 public:
  ArchiveRefusal(ArchiveFault fault, const std::string& what, std::string file = {})
      : std::runtime_error("the archive cannot be used: " + what), fault_(fault), file_(std::move(file)) {}

  ArchiveFault fault() const { return fault_; }
  const std::string& file() const { return file_; }  // empty where it is none's fault

 private:
  ArchiveFault fault_;
  std::string file_;
};

struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using OpenArchive = std::unique_ptr<zip_t, DiscardArchive>;

class ArchiveReader {
 public:
  struct File {
    std::string name;  // UTF-8; relative, without "..", and no other file's
    std::uint64_t size = 0;
  };

  // The bytes live as long as this. Error: ArchiveRefusal.
  ArchiveReader(const std::string& bytes, const ArchiveBounds& bounds);

  // In the order of the archive's list.
  const std::vector<File>& files() const { return files_; }
  // Errors: ArchiveRefusal.
  std::string unpack(std::size_t place) const;
  NamedFiles unpack_all() const;

  zip_t* handle() const { return archive_.get(); }

 private:
  void list(const ArchiveBounds& bounds);

  OpenArchive archive_;
  std::vector<File> files_;
};

// All of an archive. Error: ArchiveRefusal.
inline NamedFiles read_archive(const std::string& bytes, const ArchiveBounds& bounds) {
  return ArchiveReader(bytes, bounds).unpack_all();
}

}  // namespace documents
