#include "normal_client.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>

#include "memory.hpp"
#include "support/sanitized.hpp"

using namespace support;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr double kMostMemory = 32.0 * 1024 * 1024;  // bytes of memory that an attack may cost

double memory_in_use() {
  std::ifstream in("/proc/self/statm");
  double all = 0;
  double resident = 0;
  in >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

constexpr bool kMemoryIsOurs = !kSanitized;

constexpr std::int64_t kSlowest = kMemoryIsOurs ? 2000 : 6000;  // milliseconds that an answer may take meanwhile

}  // namespace

Config patient() {
  keep_memory_small();  // as the program does; what is measured here is the program's memory
  return {};
}

Config impatient() {
  Config config = patient();
  config.header_seconds = 1;
  config.body_seconds = 1;
  config.write_seconds = 1;
  config.idle_seconds = 3;
  return config;
}

void with_a_normal_client(const TestApp& app, const std::function<void()>& attack) {
  std::atomic<int> answered{0};
  std::atomic<int> refused{0};
  std::atomic<std::int64_t> slowest{0};
  std::jthread client([&](const std::stop_token& over) {
    do {
      const auto begin = steady_clock::now();
      if (app.admin().get("/v1/me").status != 200) ++refused;
      const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin).count();
      slowest = std::max(slowest.load(), static_cast<std::int64_t>(took));
      ++answered;
      std::this_thread::sleep_for(milliseconds(10));
    } while (!over.stop_requested());
  });
  const double before = memory_in_use();
  attack();
  const double grown = memory_in_use() - before;
  client.request_stop();
  client.join();
  CHECK(answered > 0);
  CHECK(refused == 0);
  CHECK(slowest < kSlowest);
  if (kMemoryIsOurs) CHECK(grown < kMostMemory);
}

void check_refusal(const std::string& answer, int status, const std::string& code) {
  CHECK(status_of(answer) == status);
  CHECK(answer.find("\r\nContent-Type: application/problem+json\r\n") != std::string::npos);
  const auto body = Json::parse(body_of(answer), nullptr, false);
  REQUIRE(body.is_object());
  CHECK(body.at("code") == code);
  CHECK(body.at("status") == status);
  CHECK_FALSE(body.at("detail").get<std::string>().empty());
}

std::string get_with(const std::string& token, const std::string& path, const std::string& more) {
  return "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n" + more + "\r\n";
}

std::string post_head(const TestApp& app, std::size_t length, const std::string& more) {
  return "POST /v1/agencies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + app.admin().token() +
         "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(length) + "\r\n" + more + "\r\n";
}
