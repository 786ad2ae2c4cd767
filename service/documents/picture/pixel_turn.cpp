#include "documents/picture/pixel_turn.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

constexpr std::chrono::seconds kLongestWait{15};

struct PixelLine {
  std::mutex mutex;
  std::condition_variable free;
  bool taken = false;
  int waiting = 0;
};

PixelLine& pixel_line() {
  static PixelLine line;
  return line;
}

[[noreturn]] void refuse_for_now() {
  throw domain::Error(
      domain::ErrorCode::unavailable, "pictures_busy",
      say("The server is working on other large pictures at the moment. Send the picture again in a few seconds."));
}

}  // namespace

PixelTurn::PixelTurn() {
  auto& line = pixel_line();
  std::unique_lock lock(line.mutex);
  if (line.taken && line.waiting >= kMostWaitingForPixels) refuse_for_now();
  ++line.waiting;
  const bool free = line.free.wait_for(lock, kLongestWait, [&] { return !line.taken; });
  --line.waiting;
  if (!free) refuse_for_now();
  line.taken = true;
}

PixelTurn::~PixelTurn() {
  auto& line = pixel_line();
  const std::lock_guard lock(line.mutex);
  line.taken = false;
  line.free.notify_one();
}

}  // namespace documents
