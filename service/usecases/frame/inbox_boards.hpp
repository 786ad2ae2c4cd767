// What waits and what is new in each report, kept until the report or the day changes. Whose it is, is judged for each
// caller.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "domain/preparation/inbox_item.hpp"

namespace usecases {

class InboxBoards {
 public:
  // The newest that was kept; null: none.
  std::shared_ptr<const domain::InboxBoard> find(const std::string& report) const;
  // Unless a newer one is there.
  void keep(const std::string& report, std::shared_ptr<const domain::InboxBoard> board);

  // Whether marks of items that are gone are to be looked for: once a day. Not when the service starts, as it may have
  // to read whole reports for it.
  bool begin_sweep(const std::string& day);

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const domain::InboxBoard>> boards_;  // by report
  bool started_ = false;
  std::string swept_on_;
};

}  // namespace usecases
