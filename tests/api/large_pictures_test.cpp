// Large and slow bodies: a few at once, and never more of them than there is memory for.
#include <doctest/doctest.h>

#include <atomic>
#include <fstream>

#include "normal_client.hpp"
#include "support/contains.hpp"
#include "support/picture_desk.hpp"
#include "support/sanitized.hpp"

using namespace support;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr std::size_t kLargestPicture = 10 * 1024 * 1024;

constexpr int kClients = kSanitized ? 40 : 200;
constexpr std::size_t kManyBytes = 3 * 1024 * 1024;  // of each of many: over the 2 MiB from which a body is a large one
constexpr double kBound = 120e6;                     // of 630 MB that they send

std::string put_head(const PictureDesk& desk, const std::string& name, std::size_t length) {
  return "PUT " + desk.path(name) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + desk.f.writer.token() +
         "\r\nIf-None-Match: *\r\nContent-Type: image/png\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

double peak_memory() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024;
  }
  return 0;
}

}  // namespace

TEST_CASE("a picture of ten megabytes is taken, and one byte more is not") {
  const PictureDesk desk;
  const std::string large = png_of_bytes(kLargestPicture);
  REQUIRE(large.size() > kLargestPicture - 100'000);
  REQUIRE(large.size() <= kLargestPicture);
  REQUIRE(desk.send("large.png", large).status == 201);
  const bool same = desk.f.writer.get(desk.path("large.png")).body == large;
  CHECK(same);
  RawClient client(desk.app.port());
  client.send(put_head(desk, "larger.png", kLargestPicture + 1));
  check_refusal(client.receive_answer(), 413, "body_too_large");
}

TEST_CASE("other operations take no larger bodies than before") {
  const PictureDesk desk;
  const std::string text(2 * 1024 * 1024 + 1, 'x');
  const auto refused = desk.f.writer.send("PUT", desk.f.section("obj-07", "/texts/en"), text,
                                          {{"Content-Type", "text/markdown"}, {"If-None-Match", "*"}});
  CHECK(refused.status == 413);
  CHECK(refused.code() == "body_too_large");
}

TEST_CASE("a large body that comes too slowly is given up, and makes room for the next") {
  const PictureDesk desk(impatient());
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 5; ++i) {
    slow.push_back(std::make_unique<RawClient>(desk.app.port()));
    slow.back()->send(put_head(desk, "slow.png", kLargestPicture) + png_signature());
  }
  CHECK(desk.send("small.png", png(1, 1)).status == 201);
  int refused = 0;  // one of five, whichever came last
  for (auto& client : slow) {
    const std::string answer = client->receive_answer();
    if (status_of(answer) == 503) {
      ++refused;
      check_refusal(answer, 503, "too_many_large_bodies");
      CHECK(contains(answer, "Retry-After"));
    } else {
      check_refusal(answer, 408, "body_too_slow");
    }
  }
  CHECK(refused == 1);
  CHECK(desk.send("next.png", png_of_bytes(3 * 1024 * 1024)).status == 201);
}

TEST_CASE("two hundred clients who send large bodies at once are served or told to come later, in bounded memory") {
  const PictureDesk desk;
  const std::string large = png_of_bytes(kManyBytes);
  const double before = peak_memory();
  std::atomic<int> taken{0};
  std::atomic<int> later{0};
  std::atomic<int> other{0};
  std::vector<std::thread> clients;
  clients.reserve(kClients);
  for (int i = 0; i < kClients; ++i) {
    clients.emplace_back([&, i] {
      RawClient client(desk.app.port());
      client.send(put_head(desk, "p" + std::to_string(i % 6) + ".png", large.size()));
      std::string_view rest = large;
      while (!rest.empty() && client.send(rest.substr(0, 64 * 1024)))
        rest.remove_prefix(std::min(rest.size(), std::size_t{64} * 1024));
      const int status = status_of(client.receive_answer(seconds(60)));
      ++(status == 503 ? later : status == 201 || status == 412 ? taken : other);
    });
  }
  for (auto& client : clients) client.join();
  MESSAGE("taken or met: ", taken.load(), ", told to come later: ", later.load(),
          ", cut off while sending: ", other.load(), ", grown by ", (peak_memory() - before) / 1e6, " MB");
  CHECK(taken > 0);
  CHECK(later > 0);
  CHECK(other <= kClients / 10);
  REQUIRE(before > 0);
  if (!kSanitized) CHECK(peak_memory() - before < kBound);  // a sanitizer keeps freed memory back
  CHECK(desk.f.writer.get(desk.f.section("obj-07", "/pictures")).status == 200);
}
