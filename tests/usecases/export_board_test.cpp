#include "usecases/export_board.hpp"

#include <doctest/doctest.h>

#include <future>

using std::chrono::milliseconds;
using std::chrono::seconds;
using usecases::ExportBoard;

namespace {

constexpr seconds kLong{30};

// Waits for news of a job on a thread of its own; the future is ready when there was some.
std::future<void> waiting(ExportBoard& board, std::int64_t number, const ExportBoard::Mark& seen) {
  return std::async(std::launch::async, [&board, number, seen] { board.wait_for_news(number, seen, kLong); });
}

bool is_ready(const std::future<void>& future, milliseconds within) {
  return future.wait_for(within) == std::future_status::ready;
}

}  // namespace

TEST_CASE("who waits for a job is told of its steps and not of those of another") {
  ExportBoard board;
  board.begin(7);
  const auto own = waiting(board, 7, board.mark(7));
  const auto other = waiting(board, 8, board.mark(8));
  board.show({50, "Making PDF, English (1 of 1)"});
  CHECK(is_ready(own, seconds(10)));
  CHECK_FALSE(is_ready(other, milliseconds(50)));
  CHECK(board.mark(7).progress->percent == 50);
  CHECK_FALSE(board.mark(8).progress.has_value());
  board.end();
  CHECK(is_ready(other, seconds(10)));
  CHECK(board.running() == 0);
}

TEST_CASE("what happened between a look and the wait for news ends the wait at once") {
  ExportBoard board;
  const auto seen = board.mark(7);
  board.begin(7);
  CHECK(is_ready(waiting(board, 7, seen), seconds(10)));
}

TEST_CASE("a job that was announced while the list was read is not overlooked") {
  ExportBoard board;
  const auto announced = board.announced();
  board.announce();
  const std::future<void> worker = std::async(std::launch::async, [&] { board.wait_for_job(announced); });
  CHECK(is_ready(worker, seconds(10)));
}

TEST_CASE("only the job that runs is ended by cancelling it, and every one by stopping") {
  ExportBoard board;
  board.begin(7);
  board.cancel(8);
  CHECK(board.pause(milliseconds(0)));
  board.cancel(7);
  CHECK_FALSE(board.pause(kLong));
  board.end();
  board.begin(8);
  CHECK(board.pause(milliseconds(0)));
  board.stop();
  CHECK_FALSE(board.pause(kLong));
  CHECK(board.is_stopping());
  board.wait_for_job(board.announced());
  board.wait_for_news(8, board.mark(8), kLong);
}
