#include "log_sink.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string>

namespace {

// A logger as the service has one, and the far end of its pipe.
class Log {
 public:
  Log() {
    REQUIRE(pipe2(ends_.data(), O_CLOEXEC) == 0);
    fcntl(ends_[0], F_SETFL, O_NONBLOCK);
    logger_ = std::make_unique<spdlog::logger>("test", std::make_shared<BatchSink>(ends_[1]));
    logger_->set_pattern("%v");
    logger_->flush_on(spdlog::level::warn);
  }
  ~Log() {
    logger_.reset();
    for (const int end : ends_) close(end);
  }
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  spdlog::logger& logger() { return *logger_; }
  void end() { logger_.reset(); }
  // What was written since the last look.
  std::string written() const {
    std::string all;
    std::array<char, 4096> block;
    for (ssize_t count = 0; (count = read(ends_[0], block.data(), block.size())) > 0;) {
      all.append(block.data(), static_cast<std::size_t>(count));
    }
    return all;
  }

 private:
  std::array<int, 2> ends_{};
  std::unique_ptr<spdlog::logger> logger_;
};

}  // namespace

TEST_CASE("lines of the log wait for one another, and go out together, in their order") {
  Log log;
  log.logger().info("one");
  log.logger().info("two");
  CHECK(log.written().empty());
  log.logger().flush();
  CHECK(log.written() == "one\ntwo\n");
  log.logger().flush();
  CHECK(log.written().empty());
}

TEST_CASE("a fault is written at once, behind what came before it") {
  Log log;
  log.logger().info("one");
  log.logger().error("two");
  CHECK(log.written() == "one\ntwo\n");
}

TEST_CASE("what the log holds when it ends is written") {
  Log log;
  log.logger().info("one");
  log.end();
  CHECK(log.written() == "one\n");
}

TEST_CASE("the log holds no more than so much, however many lines come at once") {
  Log log;
  const std::string line(999, 'x');
  std::size_t written = 0;
  for (std::size_t sent = 0; sent < 10 * kMostLogHeld; sent += line.size() + 1) {
    log.logger().info(line);
    written += log.written().size();
    REQUIRE(sent + line.size() + 1 - written <= kMostLogHeld);
  }
}
