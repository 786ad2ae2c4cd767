// Holds the rows of a database against a replay of its events.
#pragma once

#include <map>
#include <set>
#include <string>

#include "store/log/verified_rows.hpp"
#include "usecases/operation/replay.hpp"
#include "usecases/operation/verify.hpp"

namespace usecases {

class ReplayCheck {
 public:
  // The next event of the chain: what it left in the tables of versions is compared at once.
  void next(store::ReadTx& tx, const domain::Event& event, Verification& result);
  // After the last one: the tables of the present, and whether any version has no event.
  void finish(store::ReadTx& tx, Verification& result);

 private:
  void compare_table(store::ReadTx& tx, const store::PresentTable& table, Verification& result);
  std::string differences(const std::string& table, const Replay::Row& told, const Replay::Row& found);
  void add(const std::string& table, const std::string& problem, Verification& result);

  Replay replay_;
  std::map<std::string, std::int64_t> versions_;  // compared, by table
  std::map<std::string, int> faults_;             // told, by table
  std::set<std::string> untold_;                  // "users.email": no event says it
  bool broken_ = false;
};

}  // namespace usecases
