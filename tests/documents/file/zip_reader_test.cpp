#include "documents/file/zip_reader.hpp"

#include <doctest/doctest.h>

#include "documents/file/zip_archive.hpp"

using documents::ArchiveBounds;
using documents::ArchiveFault;
using documents::make_archive;

namespace {

constexpr ArchiveBounds kWide{.bytes = 1U << 26U};

// The bytes of an archive with a word of it put in the place of another, wherever it stands.
std::string forged(std::string archive, const std::string& what, const std::string& with) {
  for (auto at = archive.find(what); at != std::string::npos; at = archive.find(what, at + with.size())) {
    archive.replace(at, what.size(), with);
  }
  return archive;
}

// Packed, as make_archive does not.
std::string packed(const std::string& name, const std::string& content) {
  return documents::edit_archive(make_archive({{name, ""}}), {{name, [&](const std::string&) { return content; }}});
}

// Nothing: it is taken.
std::optional<ArchiveFault> fault_of(const std::string& archive, const ArchiveBounds& bounds = kWide) {
  try {
    documents::read_archive(archive, bounds);
    return std::nullopt;
  } catch (const documents::ArchiveRefusal& refusal) {
    CHECK(std::string(refusal.what()).starts_with("the archive cannot be used: "));
    return refusal.fault();
  }
}

}  // namespace

TEST_CASE("an archive that is damaged or none at all is refused") {
  const std::string archive = make_archive({{"a", std::string(1000, 'x')}});
  CHECK(fault_of(archive) == std::nullopt);
  for (const std::string& broken : {std::string("no archive"), std::string(), archive.substr(0, archive.size() - 10)}) {
    CHECK(fault_of(broken) == ArchiveFault::damaged);
  }
  CHECK(fault_of(forged(archive, "xxxx", "yyyy")).has_value());
}

TEST_CASE("a name that leads out of the archive or of its folder is refused") {
  const std::string archive = make_archive({{"aa_evil", "x"}});
  for (const char* name : {"../evil", "b/../ev", "/b/evil", "bb\\evil", "C:/evil", "./bevil"}) {
    CAPTURE(name);
    CHECK(fault_of(forged(archive, "aa_evil", name)) == ArchiveFault::unsafe_name);
  }
  const std::string deep = forged(archive, "aa_evil", "b/c/evi");
  CHECK(fault_of(deep) == std::nullopt);
  for (const char* folder : {"", "b/", "c/"}) {
    CHECK(fault_of(deep, {.bytes = kWide.bytes, .folder = folder}) == ArchiveFault::unsafe_name);
  }
  CHECK(fault_of(deep, {.bytes = kWide.bytes, .folder = "b/c/"}) == std::nullopt);
  const std::string twice = forged(make_archive({{"a_1", "x"}, {"a_2", "y"}}), "a_2", "a_1");
  CHECK(fault_of(twice) == ArchiveFault::name_twice);
}

TEST_CASE("an archive is as large as its bounds say, all together, one file, and to its packed size") {
  const std::string archive = make_archive({{"a", std::string(1000, 'x')}, {"b", std::string(500, 'y')}});
  CHECK(fault_of(archive, {.bytes = 1500, .files = 2}) == std::nullopt);
  CHECK(fault_of(archive, {.bytes = 1499}) == ArchiveFault::too_large);
  CHECK(fault_of(archive, {.bytes = 1500, .files = 1}) == ArchiveFault::too_many_files);
  const std::string swollen = packed("a", std::string(8U << 20U, 'x'));
  CHECK(fault_of(swollen) == ArchiveFault::too_large);
  CHECK(fault_of(swollen, {.bytes = kWide.bytes, .ratio = 2000}) == std::nullopt);
  CHECK(fault_of(packed("a", std::string(1U << 20U, 'x'))) == std::nullopt);
}

TEST_CASE("a file that is larger than its archive says, or locked, is refused") {
  const std::string whole = packed("a", std::string(300'000, 'x'));
  const std::string lying = forged(whole, std::string("\xE0\x93\x04\0", 4), std::string("\x10\0\0\0", 4));
  REQUIRE(lying != whole);
  CHECK(fault_of(lying) == ArchiveFault::larger_than_said);
  std::string locked = make_archive({{"a", "x"}});
  locked[6] = locked[locked.find("PK\x01\x02") + 8] = 1;  // the flag in both heads
  CHECK(fault_of(locked) == ArchiveFault::encrypted);
}
