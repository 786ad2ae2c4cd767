#include "documents/file/zip_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "documents/file/zip_directory.hpp"

namespace documents {
namespace {

constexpr std::uint64_t kSmallFile = 1ULL << 20U;

[[noreturn]] void refuse_damaged(const std::string& what = "it is not a ZIP archive, or a damaged one") {
  throw ArchiveRefusal(ArchiveFault::damaged, what);
}

OpenArchive open_to_read(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  OpenArchive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (archive) return archive;
  zip_source_free(source);
  refuse_damaged();
}

std::size_t count_of(const OpenArchive& archive) {
  return static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(archive.get(), 0), 0));
}

std::vector<std::string> raw_names(const OpenArchive& archive) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count_of(archive); ++i) {
    const char* name = zip_get_name(archive.get(), i, ZIP_FL_ENC_RAW);
    if (name == nullptr) refuse_damaged();
    names.emplace_back(name);
  }
  return names;
}

bool leads_out(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find_first_of("\\:") != std::string::npos) return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view step = std::string_view(name).substr(begin, end - begin);
    if (step == ".." || step == ".") return true;
    begin = end + 1;
  }
  return false;
}

bool lies_in(std::string_view name, std::string_view folder) {
  if (name.starts_with(folder)) name.remove_prefix(folder.size());
  return name.find('/') == std::string_view::npos;
}

void check_name(const std::string& name, const ArchiveBounds& bounds) {
  if (!leads_out(name) && (!bounds.folder || lies_in(name, *bounds.folder))) return;
  throw ArchiveRefusal(ArchiveFault::unsafe_name, "it names '" + name + "', which lies elsewhere", name);
}

bool is_swollen(const zip_stat_t& facts, std::uint64_t most) {
  return facts.size > kSmallFile && facts.size / most > facts.comp_size;
}

}  // namespace

ArchiveReader::ArchiveReader(const std::string& bytes, const ArchiveBounds& bounds) : archive_(open_to_read(bytes)) {
  if (count_of(archive_) > bounds.files) {
    throw ArchiveRefusal(ArchiveFault::too_many_files, "it has more than " + std::to_string(bounds.files) + " files");
  }
  if (!heads_agree(bytes, raw_names(archive_))) refuse_damaged();
  list(bounds);
}

void ArchiveReader::list(const ArchiveBounds& bounds) {
  std::set<std::string_view> names;
  files_.resize(count_of(archive_));
  std::uint64_t left = bounds.bytes;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    zip_stat_t facts;
    if (zip_stat_index(archive_.get(), i, 0, &facts) != 0 || facts.name == nullptr) refuse_damaged();
    files_[i] = {facts.name, facts.size};
    const std::string& name = files_[i].name;
    check_name(name, bounds);
    if (!names.insert(name).second) {
      throw ArchiveRefusal(ArchiveFault::name_twice, "it has '" + name + "' twice", name);
    }
    if (facts.encryption_method != ZIP_EM_NONE) {
      throw ArchiveRefusal(ArchiveFault::encrypted, "'" + name + "' is protected by a password", name);
    }
    if (facts.size > left || is_swollen(facts, bounds.ratio)) {
      throw ArchiveRefusal(ArchiveFault::too_large, "unpacked it would be larger than allowed", name);
    }
    left -= facts.size;
  }
}

std::string ArchiveReader::unpack(std::size_t place) const {
  const File& file = files_.at(place);
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> packed(zip_fopen_index(archive_.get(), place, 0),
                                                                  zip_fclose);
  if (!packed) refuse_damaged(zip_strerror(archive_.get()));
  std::string bytes(file.size, '\0');
  if (zip_fread(packed.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) {
    refuse_damaged("a file in it is damaged");
  }
  char more = 0;
  if (zip_fread(packed.get(), &more, 1) == 0) return bytes;
  throw ArchiveRefusal(ArchiveFault::larger_than_said, "a file in it is larger than it says, or damaged", file.name);
}

NamedFiles ArchiveReader::unpack_all() const {
  NamedFiles files;
  for (std::size_t i = 0; i < files_.size(); ++i) files.emplace(files_[i].name, unpack(i));
  return files;
}

}  // namespace documents
