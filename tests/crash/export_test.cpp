#include <doctest/doctest.h>
#include <signal.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "render/zip_archive.hpp"
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

}  // namespace

TEST_CASE("an export that was acknowledged is made although the service was killed while it was made") {
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  const std::string gate =
      "i=0; while [ ! -e " + folder.file("open") + " ] && [ $i -lt 500 ]; do sleep 0.02; i=$((i+1)); done\n";
  const Variable weasyprint("NATIONAL_REPORT_WEASYPRINT", fake_program(folder, "weasyprint", gate + kWeasyprint));
  std::string token;
  std::string address;
  {
    ChildService service(NATIONAL_REPORT_PROGRAM, database);
    service.wait_until_ready();
    token = service.token();
    const Caller admin(service.port(), token);
    make_report(admin);
    const auto asked = admin.post("/v1/reports/r/exports", {{"formats", {"pdf"}}, {"languages", {"en"}}});
    REQUIRE(asked.status == 202);
    address = asked.header("Location");
    while (runs_of_fakes(folder) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    service.signal(SIGKILL);
    CHECK(service.wait_for_end() == -SIGKILL);
  }
  std::ofstream(folder.file("open")) << "x";
  ChildService service(NATIONAL_REPORT_PROGRAM, database);
  service.wait_until_ready();
  const Caller admin(service.port(), token);
  std::string state = "waiting";
  while (state == "waiting" || state == "running") {
    state = admin.get(address + "?wait=10").json().at("state").get<std::string>();
  }
  CHECK(state == "done");
  const auto files = render::read_archive(admin.get(address + "/export.zip").body, 10'000'000);
  CHECK(files.at("r.en.pdf").starts_with("%PDF-"));
  stop_and_verify(service, database);
}
