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
  rlimit all{};
  REQUIRE(prlimit(process, RLIMIT_NOFILE, nullptr, &all) == 0);
  const rlimit few{static_cast<rlim_t>(open_files(process)), all.rlim_max};
  REQUIRE(prlimit(process, RLIMIT_NOFILE, &few, nullptr) == 0);
  Clients waiting = limited.silent(20);
  check_rests(process);
  REQUIRE(prlimit(process, RLIMIT_NOFILE, &all, nullptr) == 0);
  waiting.back()->send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(waiting.back()->receive_answer()) == 200);
}
