#include "render/zip_dates.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace std::string_literals;

// An archive of one empty file "a", as it is stored at a time.
std::string archive(const std::string& time) {
  const std::string names = "\x01\x00\x00\x00"s;  // lengths of the name and of further fields
  const std::string sizes(12, '\0');              // checksum, sizes
  const std::string file = "PK\x03\x04\x0A\x00\x00\x00\x00\x00"s + time + sizes + names + "a";
  const std::string entry =
      "PK\x01\x02\x0A\x00\x0A\x00\x00\x00\x00\x00"s + time + sizes + names + std::string(14, '\0') + "a";
  const std::string end = "PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00"s + static_cast<char>(entry.size()) + "\0\0\0"s +
                          static_cast<char>(file.size()) + "\0\0\0\0\0"s;
  return file + entry + end;
}

}  // namespace

TEST_CASE("an archive made at another time is the same after its dates are fixed") {
  std::string early = archive("\x12\x34\x56\x78");
  std::string late = archive("\x9A\x0B\x6C\x5D");
  REQUIRE(early != late);
  render::fix_zip_dates(early);
  render::fix_zip_dates(late);
  CHECK(early == late);
  CHECK(early == archive("\x00\x00\x21\x00"s));
}

TEST_CASE("what is no archive or a broken one is left as it is or keeps its length") {
  for (const std::string& bytes : {""s, "PK"s, std::string(22, 'x'), "%PDF-1.7"s}) {
    std::string copy = bytes;
    render::fix_zip_dates(copy);
    CHECK(copy == bytes);
  }
  const std::string whole = archive("\x12\x34\x56\x78");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string broken = whole;
    broken[at] = '\xFF';
    render::fix_zip_dates(broken);
    CHECK(broken.size() == whole.size());
    std::string cut = whole.substr(at);
    render::fix_zip_dates(cut);
    CHECK(cut.size() == whole.size() - at);
  }
}
