#include <doctest/doctest.h>
#include <signal.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "documents/file/zip_reader.hpp"
#include "service_program.hpp"
#include "support/fake_programs.hpp"
#include "written_report.hpp"

using namespace support;

namespace {

// A variable of the services that are started while it lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

// A service that was killed while it made what it had promised, and then started again.
struct Killed {
  Killed() = default;

  // Gives where to ask how far it is.
  std::string ask_and_kill(const std::string& path, const Json& wanted) {
    ChildService service(service_program(), database);
    service.wait_until_ready();
    token = service.token();
    const Caller admin(service.port(), token);
    make_report(admin);
    const auto asked = admin.post("/v1/reports/r" + path, wanted);
    REQUIRE(asked.status == 202);
    while (runs_of_fakes(folder) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    service.signal(SIGKILL);
    CHECK(service.wait_for_end() == -SIGKILL);
    std::ofstream(folder.file("open")) << "x";
    return asked.header("Location");
  }

  TemporaryFolder folder;
  std::string database = folder.file("test.sqlite");
  std::string gate =
      "i=0; while [ ! -e " + folder.file("open") + " ] && [ $i -lt 500 ]; do sleep 0.02; i=$((i+1)); done\n";
  Variable pandoc{"NATIONAL_REPORT_PANDOC", fake_program(folder, "pandoc", gate + kPandoc)};
  Variable typst{"NATIONAL_REPORT_TYPST", fake_program(folder, "typst", gate + kTypst)};
  std::string token;
};

}  // namespace

TEST_CASE("an export that was acknowledged is made although the service was killed while it was made") {
  Killed killed;
  const std::string address = killed.ask_and_kill("/exports", {{"formats", {"pdf"}}, {"languages", {"en"}}});
  ChildService service(service_program(), killed.database);
  service.wait_until_ready();
  const Caller admin(service.port(), killed.token);
  CHECK(end_of_export(admin, address).at("state") == "done");
  const auto files = documents::read_archive(admin.get(address + "/export.zip").body, {.bytes = 10'000'000});
  CHECK(files.at("r.en.pdf").starts_with("%PDF-"));
  stop_and_verify(service, killed.database);
}

TEST_CASE("an edition that was acknowledged is frozen, once, although the service was killed while it was made") {
  Killed killed;
  const std::string address = killed.ask_and_kill("/editions", {{"name", "One"}, {"kind", "draft"}});
  ChildService service(service_program(), killed.database);
  service.wait_until_ready();
  const Caller admin(service.port(), killed.token);
  CHECK(end_of_export(admin, address).at("edition").at("edition") == 1);
  CHECK(admin.get("/v1/reports/r/editions").json().at("items").size() == 1);
  stop_and_verify(service, killed.database);
}
