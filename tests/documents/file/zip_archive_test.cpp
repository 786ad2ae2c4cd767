#include "documents/file/zip_archive.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "support/pictures.hpp"
#include "support/zip_listing.hpp"

using documents::edit_archive;
using documents::make_archive;
using documents::NamedFiles;
using documents::read_archive;

namespace {

constexpr documents::ArchiveBounds kEnough{.bytes = 1U << 20U, .folder = ""};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

TEST_CASE("what goes into an archive comes out of it, and it tells nothing of when and where it was made") {
  const NamedFiles files{{"a.txt", "a text"}, {"empty", ""}, {"zeros", std::string(1000, '\0')}, {"доклад.md", "x"}};
  const std::string archive = make_archive(files);
  CHECK(read_archive(archive, kEnough) == files);
  CHECK(make_archive(files) == archive);
  CHECK(
      support::zip_listing(archive) ==
      "a.txt: method 0, flags 0000, date 0021, time 0000, extra 0, comment 0, attributes 81b60000, crc a9642a83, size "
      "6\n"
      "empty: method 0, flags 0000, date 0021, time 0000, extra 0, comment 0, attributes 81b60000, crc 00000000, size "
      "0\n"
      "zeros: method 0, flags 0000, date 0021, time 0000, extra 0, comment 0, attributes 81b60000, crc 060b1780, size "
      "1000\n"
      "доклад.md: method 0, flags 0800, date 0021, time 0000, extra 0, comment 0, attributes 81b60000, crc 8cdc1683, "
      "size 1\n");
}

TEST_CASE("what an edit does not name stays as it is, and an edit for an absent file does nothing") {
  const std::string archive = make_archive({{"a", "first"}, {"b", "second"}});
  const auto doubled = [](const std::string& bytes) { return bytes + bytes; };
  const std::string edited = edit_archive(archive, {{"b", doubled}, {"c", doubled}});
  CHECK(read_archive(edited, kEnough) == NamedFiles{{"a", "first"}, {"b", "secondsecond"}});
  CHECK(edit_archive(archive, {{"b", doubled}}) == edited);
  CHECK(support::zip_listing(edited) ==
        "a: method 0, flags 0000, date 0021, time 0000, extra 0, comment 0, attributes 81b60000, crc 9271ee57, size 5\n"
        "b: method 8, flags 0000, date 0021, time 0000, extra 0, comment 0, attributes 81b60000, crc 0dcd34a2, size "
        "12\n");
}

TEST_CASE("an edited file is packed at the level that costs little time, whether it was packed before or not") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "<w:p w:id=\"" + std::to_string(i * 7919 % 20'011) + "\"/>";
  const auto same = [&](const std::string&) { return text; };
  const std::string once = edit_archive(make_archive({{"a", ""}}), {{"a", same}});
  const auto packed = support::deflated(text, 3).size();
  REQUIRE(packed > support::deflated(text, 9).size() + 1000);
  CHECK(once.size() > packed);
  CHECK(once.size() < packed + 200);
  CHECK(edit_archive(once, {{"a", same}}) == once);
  CHECK(edit_archive(once, {}) == once);
}

TEST_CASE("an archive made at another time is the same once it is edited") {
  const std::string early = make_archive({{"a", "text"}});
  const std::string first_day("\x00\x00\x21\x00", 4);
  const std::string late = replaced(early, first_day, std::string("\x12\x34\x66\x5b", 4));
  REQUIRE(late != early);
  CHECK(edit_archive(late, {}) == edit_archive(early, {}));
  CHECK(support::zip_listing(edit_archive(late, {})) == support::zip_listing(early));
}

TEST_CASE("what is no archive cannot be edited") {
  CHECK_THROWS_AS(edit_archive("PK\x03\x04 and then nothing", {}), std::runtime_error);
  const std::string archive = make_archive({{"a", std::string(1000, 'x')}});
  CHECK_THROWS_AS(edit_archive(archive.substr(0, archive.size() - 10), {}), std::runtime_error);
}
