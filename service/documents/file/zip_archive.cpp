#include "documents/file/zip_archive.hpp"

#include <zip.h>

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

void add(zip_t* archive, const std::string& name, const std::string& bytes) {
  Source source = source_of(bytes);
  const auto index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) fail(zip_strerror(archive));
  static_cast<void>(source.release());  // the archive has it
  const auto place = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(archive, place, ZIP_CM_STORE, 0);
  zip_file_set_dostime(archive, place, 0, kFirstDay, 0);
}

// Level 6 takes twice the time for a seventh of a report's XML, which is a tenth of its file; 9, the library's own
// wish, twice that again.
constexpr zip_uint32_t kPressure = 3;

void replace(zip_t* archive, zip_uint64_t place, const std::string& bytes) {
  Source source = source_of(bytes);
  if (zip_file_replace(archive, place, source.get(), 0) != 0) fail(zip_strerror(archive));
  static_cast<void>(source.release());  // the archive has it
  zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, kPressure);
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

// What is in the buffer of an archive once it is closed.
std::string close(OpenArchive archive, zip_source_t* buffer) {
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return read_all(buffer);
}

// What a program of ours made is as large as its limits let it be.
ArchiveBounds own_bounds() {
  constexpr auto kAny = std::numeric_limits<std::uint64_t>::max();
  return {.bytes = kAny, .ratio = kAny};
}

}  // namespace

std::string make_archive(const NamedFiles& files) {
  Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!target) fail("no memory");
  OpenArchive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) fail("it cannot be made");
  zip_source_keep(target.get());  // still ours when the archive is closed
  for (const auto& [name, bytes] : files) add(archive.get(), name, bytes);
  return close(std::move(archive), target.get());
}

std::string edit_archive(const std::string& archive_bytes, const FileEdits& edits) {
  const ArchiveReader reader(archive_bytes, own_bounds());
  Source buffer = source_of(archive_bytes);
  OpenArchive archive(zip_open_from_source(buffer.get(), 0, nullptr));
  if (!archive) fail("it cannot be edited");
  zip_source_keep(buffer.get());   // still ours when the archive is closed
  std::list<std::string> changed;  // the archive reads them when it is closed
  for (std::size_t place = 0; place < reader.files().size(); ++place) {
    if (const auto edit = edits.find(reader.files()[place].name); edit != edits.end()) {
      changed.push_back(edit->second(reader.unpack(place)));
      replace(archive.get(), place, changed.back());
    }
    zip_file_set_dostime(archive.get(), place, 0, kFirstDay, 0);
    zip_file_extra_field_delete(archive.get(), place, ZIP_EXTRA_FIELD_ALL, ZIP_FL_LOCAL | ZIP_FL_CENTRAL);
  }
  return close(std::move(archive), buffer.get());
}

}  // namespace documents
