// Lines of requests wait for one another in the log (log_sink): which end costs which of them.
#include <doctest/doctest.h>
#include <signal.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "service_program.hpp"
#include "support/api_app.hpp"
#include "support/api_child.hpp"
#include "support/temporary_folder.hpp"

using namespace support;

namespace {

constexpr int kRequests = 20;

void ask(const ChildService& service) {
  const Caller anyone(service.port(), "");
  for (int i = 0; i < kRequests; ++i) CHECK(anyone.get("/healthz").status == 200);
}

int logged(const std::string& database) {
  std::ifstream in(database + ".log");
  int lines = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.find("\"route\":\"get_health\"") != std::string::npos) ++lines;
  }
  return lines;
}

}  // namespace

TEST_CASE("SIGTERM loses no line of the log") {
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  ChildService service(service_program(), database);
  service.wait_until_ready();
  ask(service);
  service.signal(SIGTERM);
  CHECK(service.wait_for_end() == 0);
  CHECK(logged(database) == kRequests);
}

TEST_CASE("a line of the log is a second old when nothing can lose it any more") {
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  ChildService service(service_program(), database);
  service.wait_until_ready();
  ask(service);
  std::this_thread::sleep_for(std::chrono::milliseconds(2000));  // one for the log, one for a busy machine
  service.signal(SIGKILL);
  CHECK(service.wait_for_end() == -SIGKILL);
  CHECK(logged(database) == kRequests);
}
