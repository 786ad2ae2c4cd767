#include "usecases/frame/file_cache.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "support/temporary_folder.hpp"

using usecases::FileCache;

namespace {

// File times are as fine as the file system's clock.
void let_time_pass() { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }

}  // namespace

TEST_CASE("a file that was kept is found by every later cache on the same folder") {
  const support::TemporaryFolder folder;
  FileCache(folder.file("kept"), 1000).keep("a.pdf", std::string("\0bytes", 6));
  FileCache later(folder.file("kept"), 1000);
  CHECK(later.find("a.pdf") == std::string("\0bytes", 6));
  CHECK_FALSE(later.find("b.pdf"));
}

TEST_CASE("what is kept is for the service's own user only") {
  const support::TemporaryFolder folder;
  const mode_t before = umask(0);  // which leaves to others whatever is not kept from them
  FileCache(folder.path(), 1000).keep("a.pdf", "bytes");
  umask(before);
  using std::filesystem::perms;
  CHECK(std::filesystem::status(folder.file("a.pdf")).permissions() == (perms::owner_read | perms::owner_write));
}

TEST_CASE("the files that were used least recently make room") {
  const support::TemporaryFolder folder;
  FileCache cache(folder.path(), 1000);
  for (const char* name : {"a", "b", "c"}) {
    cache.keep(name, std::string(300, 'x'));
    let_time_pass();
  }
  CHECK(cache.find("a"));
  let_time_pass();
  cache.keep("d", std::string(300, 'x'));
  CHECK(cache.find("a"));
  CHECK_FALSE(cache.find("b"));
  CHECK(cache.find("c"));
  CHECK(cache.find("d"));
}

TEST_CASE("a file larger than all the room is not kept and drives nothing out") {
  const support::TemporaryFolder folder;
  FileCache cache(folder.path(), 1000);
  cache.keep("a", "small");
  cache.keep("b", std::string(1001, 'x'));
  CHECK(cache.find("a") == "small");
  CHECK_FALSE(cache.find("b"));
}

TEST_CASE("a folder that cannot be made is no error") {
  FileCache cache("/proc/nowhere", 1000);
  cache.keep("a", "bytes");
  CHECK_FALSE(cache.find("a"));
  FileCache none("", 1000);
  none.keep("a", "bytes");
  CHECK_FALSE(none.find("a"));
}

TEST_CASE("a file that was cut off or changed behind the service's back counts as none, and is kept anew") {
  const auto spoil = [](const std::string& path, const std::string& how) {
    const auto size = std::filesystem::file_size(path);
    if (how == "emptied") std::filesystem::resize_file(path, 0);
    if (how == "cut off by a byte") std::filesystem::resize_file(path, size - 1);
    if (how == "cut off in its head") std::filesystem::resize_file(path, 10);
    if (how == "longer") std::ofstream(path, std::ios::app) << "x";
    if (how == "changed at its end")
      std::fstream(path, std::ios::in | std::ios::out | std::ios::ate).seekp(-1, std::ios::end) << "x";
    if (how == "zeroed, as a power cut leaves it") std::ofstream(path) << std::string(size, '\0');
    if (how == "of a build that kept files bare") std::ofstream(path) << "%PDF-1.7 bytes";
  };
  for (const char* how : {"emptied", "cut off by a byte", "cut off in its head", "longer", "changed at its end",
                          "zeroed, as a power cut leaves it", "of a build that kept files bare"}) {
    CAPTURE(how);
    const support::TemporaryFolder folder;
    FileCache cache(folder.path(), 1000);
    cache.keep("a.pdf", "some bytes");
    REQUIRE(cache.has("a.pdf"));
    spoil(folder.file("a.pdf"), how);
    CHECK_FALSE(cache.find("a.pdf"));
    CHECK_FALSE(cache.has("a.pdf"));
    cache.keep("a.pdf", "some bytes");
    CHECK(cache.find("a.pdf") == "some bytes");
  }
}

TEST_CASE("an empty file and one of every byte are kept as they are") {
  const support::TemporaryFolder folder;
  FileCache cache(folder.path(), 1000);
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  cache.keep("none", "");
  cache.keep("all", all);
  CHECK(cache.find("none") == "");
  CHECK(cache.find("all") == all);
}
