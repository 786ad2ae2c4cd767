#include "usecases/frame/inbox_boards.hpp"

#include <utility>

namespace usecases {

std::shared_ptr<const domain::InboxBoard> InboxBoards::find(const std::string& report) const {
  const std::lock_guard lock(mutex_);
  const auto found = boards_.find(report);
  return found == boards_.end() ? nullptr : found->second;
}

void InboxBoards::keep(const std::string& report, std::shared_ptr<const domain::InboxBoard> board) {
  const std::lock_guard lock(mutex_);
  auto& newest = boards_[report];
  if (!newest || newest->sequence <= board->sequence) newest = std::move(board);
}

bool InboxBoards::begin_sweep(const std::string& day) {
  const std::lock_guard lock(mutex_);
  return std::exchange(started_, true) && std::exchange(swept_on_, day) != day;
}

}  // namespace usecases
