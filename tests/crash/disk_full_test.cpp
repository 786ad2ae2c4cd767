#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "service_program.hpp"
#include "written_report.hpp"

using namespace support;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kTextBytes = 200'000;

// A file system of its own in memory; where this process may mount none, `mounted` is false.
struct SmallDisk {
  explicit SmallDisk(std::string place)
      : path(std::move(place)), mounted(mount("tmpfs", path.c_str(), "tmpfs", 0, "size=40m") == 0) {}
  ~SmallDisk() {
    if (mounted) umount2(path.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  void fill() const {
    std::ofstream out(path + "/filler", std::ios::binary);
    const std::string block(4096, 'x');
    while (out.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
    }
  }
  void make_room() const { fs::remove(path + "/filler"); }

  std::string path;
  bool mounted;
};

// No file of the process may grow beyond this.
void limit_files(pid_t process, rlim_t bytes) {
  rlimit limit{};
  REQUIRE(prlimit(process, RLIMIT_FSIZE, nullptr, &limit) == 0);
  limit.rlim_cur = bytes;
  REQUIRE(prlimit(process, RLIMIT_FSIZE, &limit, nullptr) == 0);
}

std::string text(std::size_t number) {
  std::string text = "Text " + std::to_string(number);
  while (text.size() < kTextBytes) text += " and a line of words more\n";
  return text + ".";
}

// Saves until there is no room, makes room, saves on: nothing that was acknowledged may be lost, and reading goes on.
void check_full_disk(const std::string& database, const std::function<void(pid_t)>& fill,
                     const std::function<void(pid_t)>& make_room) {
  ChildService service(service_program(), database);
  service.wait_until_ready();
  const Caller admin(service.port(), service.token());
  make_report(admin);
  const auto save = [&](std::size_t revisions) {
    const HeaderMap match = revisions == 0 ? HeaderMap{{"If-None-Match", "*"}}
                                           : HeaderMap{{"If-Match", "\"" + std::to_string(revisions) + "\""}};
    return admin.put(text_path("obj-07"), {{"markdown", text(revisions)}}, match);
  };
  std::vector<std::string> saved;
  for (std::size_t i = 0; i < 3; ++i) {
    REQUIRE(save(i).status < 300);
    saved.push_back(text(i));
  }
  CHECK(admin.get("/readyz").status == 200);

  fill(service.process());
  Answer refused;
  for (int tries = 0; tries < 200 && refused.status < 300; ++tries) {
    refused = save(saved.size());
    if (refused.status < 300) saved.push_back(text(saved.size()));
  }
  CHECK((refused.status == 507 || refused.status == 503));
  CHECK(refused.json().at("detail").get<std::string>().find("Nothing was saved") != std::string::npos);
  CHECK_FALSE(refused.header("Retry-After").empty());
  const auto not_ready = admin.get("/readyz");
  CHECK(not_ready.status == 503);
  CHECK(not_ready.json().at("checks").at("storage") != "ok");
  CHECK(admin.get(text_path("obj-07")).json().at("markdown") == saved.back());
  CHECK(admin.get("/v1/reports/r/status").status == 200);
  CHECK(admin.get("/v1/reports/r/document.md?select=latest").status == 200);
  CHECK(admin.get("/healthz").status == 200);

  make_room(service.process());
  CHECK(admin.get("/readyz").status == 200);
  REQUIRE(save(saved.size()).status == 200);
  saved.push_back(text(saved.size()));
  CHECK(admin.get("/readyz").status == 200);
  check_all_there(admin, {{"obj-07", saved}});
  stop_and_verify(service, database);
}

void check_limited_files(const std::string& database) {
  check_full_disk(
      database, [](pid_t process) { limit_files(process, 64 * 1024); },
      [](pid_t process) { limit_files(process, RLIM_INFINITY); });
}

}  // namespace

TEST_CASE("a full disk refuses saves in words, loses nothing, and is over when there is room") {
  const TemporaryFolder folder;
  const SmallDisk disk(folder.path());
  // Without the right to mount, files that may not grow stand for a full disk.
  if (!disk.mounted) return check_limited_files(folder.file("test.sqlite"));
  check_full_disk(
      folder.file("test.sqlite"), [&](pid_t) { disk.fill(); }, [&](pid_t) { disk.make_room(); });
}

TEST_CASE("files that may not grow refuse saves in words, lose nothing, and it is over when they may") {
  const TemporaryFolder folder;
  check_limited_files(folder.file("test.sqlite"));
}
