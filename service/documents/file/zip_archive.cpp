#include "documents/file/zip_archive.hpp"

#include <zip.h>

#include <cstdint>
#include <limits>
#include <list>
#include <memory>
#include <stdexcept>
#include <utility>

namespace documents {
namespace {

constexpr zip_uint16_t kFirstDay = (1U << 5U) | 1U;  // 1 January 1980, the first day that ZIP knows

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error("the archive cannot be used: " + what); }

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

Source source_of(const std::string& bytes) {
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
  if (!source) fail("no memory");
  return source;
}

struct Packing {
  std::int32_t method = ZIP_CM_STORE;
  std::uint32_t level = 0;
};

// Level 6 takes twice the time for a seventh of a report's XML, which is a tenth of its file; 9, the library's own
// wish, twice that again.
constexpr Packing kEdited{ZIP_CM_DEFLATE, 3};

void add(zip_t* archive, const std::string& name, Source source, Packing packing) {
  const auto index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) fail(zip_strerror(archive));
  static_cast<void>(source.release());  // the archive has it
  const auto place = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(archive, place, packing.method, packing.level);
  zip_file_set_dostime(archive, place, 0, kFirstDay, 0);
}

Source packed_source(zip_t* archive, zip_t* other, zip_uint64_t place) {
#if LIBZIP_VERSION_MAJOR > 1 || LIBZIP_VERSION_MINOR >= 10
  return Source(zip_source_zip_file(archive, other, place, ZIP_FL_COMPRESSED, 0, -1, nullptr));
#else
  return Source(zip_source_zip(archive, other, place, ZIP_FL_COMPRESSED, 0, -1));
#endif
}

// Adds a file of another archive as it lies there.
void copy(zip_t* archive, const std::string& name, zip_t* other, zip_uint64_t place) {
  zip_stat_t facts;
  Source source = packed_source(archive, other, place);
  if (!source || zip_stat_index(other, place, 0, &facts) != 0) fail("it cannot be copied");
  add(archive, name, std::move(source), {facts.comp_method, 0});
}

std::string read_all(zip_source_t* source) {
  zip_stat_t facts;
  if (zip_source_open(source) != 0 || zip_source_stat(source, &facts) != 0) fail("it was not written");
  std::string bytes(facts.size, '\0');
  const auto count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (count != static_cast<zip_int64_t>(bytes.size())) fail("it was not written whole");
  return bytes;
}

// An archive that is written to memory.
struct NewArchive {
  Source buffer{zip_source_buffer_create(nullptr, 0, 0, nullptr)};
  OpenArchive archive{buffer ? zip_open_from_source(buffer.get(), ZIP_TRUNCATE, nullptr) : nullptr};

  NewArchive() {
    if (!archive) fail("it cannot be made");
    zip_source_keep(buffer.get());  // still ours when the archive is closed
  }

  std::string close() {
    if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
    static_cast<void>(archive.release());
    return read_all(buffer.get());
  }
};

// What a program of ours made is as large as its limits let it be.
ArchiveBounds own_bounds() {
  constexpr auto kAny = std::numeric_limits<std::uint64_t>::max();
  return {.bytes = kAny, .ratio = kAny};
}

}  // namespace

std::string make_archive(const NamedFiles& files) {
  NewArchive made;
  for (const auto& [name, bytes] : files) add(made.archive.get(), name, source_of(bytes), {});
  return made.close();
}

// All of it is written anew: the library forgets the level of a file that it replaces.
std::string edit_archive(const std::string& archive_bytes, const FileEdits& edits) {
  const ArchiveReader reader(archive_bytes, own_bounds());
  std::list<std::string> changed;  // they are read when the archive is closed
  NewArchive edited;
  for (std::size_t place = 0; place < reader.files().size(); ++place) {
    const std::string& name = reader.files()[place].name;
    const auto edit = edits.find(name);
    if (edit == edits.end()) {
      copy(edited.archive.get(), name, reader.handle(), place);
    } else {
      changed.push_back(edit->second(reader.unpack(place)));
      add(edited.archive.get(), name, source_of(changed.back()), kEdited);
    }
  }
  return edited.close();
}

}  // namespace documents
