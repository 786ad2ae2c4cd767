#include "usecases/frame/export_board.hpp"

#include <doctest/doctest.h>

#include <future>

using std::chrono::milliseconds;
using std::chrono::seconds;
using usecases::ExportBoard;

namespace {

constexpr seconds kLong{30};

bool is_ready(const std::future<void>& future, milliseconds within) {
  return future.wait_for(within) == std::future_status::ready;
}

}  // namespace

TEST_CASE("there is news of a job at each of its steps, and none at those of another") {
  ExportBoard board;
  board.begin(7);
  const auto own = board.mark(7);
  const auto other = board.mark(8);
  board.show({50, "Making PDF, English (1 of 1)"});
  CHECK(board.mark(7) != own);
  CHECK(board.mark(8) == other);
  CHECK(board.mark(7).progress->percent == 50);
  board.end();
  CHECK(board.mark(8) != other);
  CHECK(board.running() == 0);
}

TEST_CASE("whoever listens is called at each change that there is to tell of") {
  ExportBoard board;
  int told = 0;
  board.on_news([&] { ++told; });
  board.announce();
  board.begin(7);
  board.show({50, "Making PDF, English (1 of 1)"});
  board.end();
  board.cancel(8);
  board.stop();
  CHECK(told == 6);
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
}
