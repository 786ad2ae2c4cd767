// More clients than the system has descriptors for: the real program, in the limits that it was started with.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "service_program.hpp"
#include "support/raw_client.hpp"
#include "written_report.hpp"

using namespace support;
using std::chrono::milliseconds;
using Clients = std::vector<std::unique_ptr<RawClient>>;

namespace {

constexpr int kDescriptors = 256;

// Of the process and all its threads, in seconds.
double processor_time(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/stat");
  std::string stat;
  std::getline(in, stat);
  std::istringstream fields(stat.substr(stat.rfind(')') + 2));
  std::string field;
  double ticks = 0;
  for (int number = 3; fields >> field && number <= 15; ++number) {
    if (number >= 14) ticks += std::stod(field);
  }
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::ptrdiff_t open_files(pid_t process) {
  const std::filesystem::directory_iterator files("/proc/" + std::to_string(process) + "/fd");
  return std::distance(begin(files), end(files));
}

void check_rests(pid_t process) {
  const double before = processor_time(process);
  std::this_thread::sleep_for(milliseconds(1000));
  CHECK(processor_time(process) - before < 0.25);
}

// Lets the process open so many more; gives what it was allowed before. Numbers are given out from the lowest.
rlimit leave_descriptors(pid_t process, int count) {
  const std::filesystem::path open = "/proc/" + std::to_string(process) + "/fd";
  int limit = 0;
  for (int left = count; left > 0 || exists(symlink_status(open / std::to_string(limit))); ++limit) {
    if (!exists(symlink_status(open / std::to_string(limit)))) --left;
  }
  rlimit all{};
  REQUIRE(prlimit(process, RLIMIT_NOFILE, nullptr, &all) == 0);
  const rlimit few{static_cast<rlim_t>(limit), all.rlim_max};
  REQUIRE(prlimit(process, RLIMIT_NOFILE, &few, nullptr) == 0);
  return all;
}

struct Limited {
  Limited()
      : service(service_program(), folder.file("test.sqlite"),
                {"/usr/bin/prlimit", "--nofile=" + std::to_string(kDescriptors)}) {
    service.wait_until_ready();
  }
  Clients silent(int count) const {
    Clients clients;
    for (int i = 0; i < count; ++i) clients.push_back(std::make_unique<RawClient>(service.port()));
    return clients;
  }

  TemporaryFolder folder;
  ChildService service;
};

}  // namespace

TEST_CASE("silent connections, more than there are descriptors, stop nobody and keep no processor busy") {
  const Limited limited;
  const Caller admin(limited.service.port(), limited.service.token());
  const Clients silent = limited.silent(2 * kDescriptors);
  check_rests(limited.service.process());
  CHECK(open_files(limited.service.process()) < kDescriptors * 3 / 4);
  make_report(admin);
  for (int i = 0; i < 20; ++i) CHECK(admin.get("/v1/reports").status == 200);
}

TEST_CASE("a service for which the system has no descriptor left waits for one without spinning") {
  const Limited limited;
  const pid_t process = limited.service.process();
  const rlimit all = leave_descriptors(process, 0);
  Clients waiting = limited.silent(20);
  check_rests(process);
  REQUIRE(prlimit(process, RLIMIT_NOFILE, &all, nullptr) == 0);
  waiting.back()->send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(waiting.back()->receive_answer()) == 200);
}

TEST_CASE("the client that got the last descriptor keeps it while nobody else comes") {
  const Limited limited;
  std::this_thread::sleep_for(milliseconds(300));  // until those who looked whether it is ready have gone
  leave_descriptors(limited.service.process(), 1);
  RawClient last(limited.service.port());
  for (int i = 0; i < 3; ++i) {
    std::this_thread::sleep_for(milliseconds(300));
    last.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(status_of(last.receive_answer()) == 200);
  }
}
