// What the one thread that makes exports and those who ask for them tell each other, in memory: how far the running job
// is, that there is a new one, that one is not wanted any more.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace usecases {

class ExportBoard {
 public:
  struct Progress {
    int percent = 0;
    std::string step;  // "Making PDF, Russian (3 of 9)"
    bool operator==(const Progress&) const = default;
  };
  // What there is to tell of a job at one moment.
  struct Mark {
    std::optional<Progress> progress;  // none: it does not run
    std::uint64_t ended = 0;           // how many jobs have ended since the start
    bool operator==(const Mark&) const = default;
  };

  Mark mark(std::int64_t number) const;
  // Called whenever there is something else to tell, with a lock held: it must be quick and ask nothing of this. To be
  // set before others use it.
  void on_news(std::function<void()> listener) { listener_ = std::move(listener); }
  // The number of the job that runs; 0: none.
  std::int64_t running() const;

  // To be called after the commit.
  void announce();                   // there is a new job
  void cancel(std::int64_t number);  // it is not wanted any more
  // Ends all waiting, and the job that runs at its next step, now and later: the service stops.
  void stop();
  bool is_stopping() const;

  // For the thread that makes exports.
  std::uint64_t announced() const;
  void wait_for_job(std::uint64_t announced_before);
  void begin(std::int64_t number);
  void show(Progress progress);
  void end();
  // Waits so long. False: the job that runs is not wanted any more, or the service stops.
  bool pause(std::chrono::milliseconds time);

 private:
  void tell();  // with the mutex held
  bool is_over() const { return stopping_ || cancelled_; }

  std::function<void()> listener_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t running_ = 0;
  bool cancelled_ = false;  // the job that runs
  Progress progress_;
  std::uint64_t ended_ = 0;
  std::uint64_t announced_ = 0;
  bool stopping_ = false;
};

}  // namespace usecases
