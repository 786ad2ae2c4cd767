#include "usecases/frame/export_board.hpp"

#include <utility>

namespace usecases {

ExportBoard::Mark ExportBoard::mark(std::int64_t number) const {
  const std::lock_guard lock(mutex_);
  return {running_ == number ? std::optional(progress_) : std::nullopt, ended_};
}

void ExportBoard::tell() {
  changed_.notify_all();
  if (listener_) listener_();
}

std::int64_t ExportBoard::running() const {
  const std::lock_guard lock(mutex_);
  return running_;
}

void ExportBoard::announce() {
  const std::lock_guard lock(mutex_);
  ++announced_;
  tell();
}

void ExportBoard::cancel(std::int64_t number) {
  const std::lock_guard lock(mutex_);
  if (running_ == number) cancelled_ = true;
  ++ended_;
  tell();
}

void ExportBoard::stop() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  tell();
}

bool ExportBoard::is_stopping() const {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

std::uint64_t ExportBoard::announced() const {
  const std::lock_guard lock(mutex_);
  return announced_;
}

void ExportBoard::wait_for_job(std::uint64_t announced_before) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopping_ || announced_ != announced_before; });
}

void ExportBoard::begin(std::int64_t number) {
  const std::lock_guard lock(mutex_);
  running_ = number;
  cancelled_ = false;
  progress_ = {0, "Reading the report"};
  tell();
}

void ExportBoard::show(Progress progress) {
  const std::lock_guard lock(mutex_);
  progress_ = std::move(progress);
  tell();
}

void ExportBoard::end() {
  const std::lock_guard lock(mutex_);
  running_ = 0;
  cancelled_ = false;
  ++ended_;
  tell();
}

bool ExportBoard::pause(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, time, [&] { return is_over(); });
}

}  // namespace usecases
