// What SQLite works through for a question, in steps of its machine: they grow with the rows that it looks at.
#pragma once

#include <sqlite3.h>

#include "store/database/database.hpp"

namespace support {

template <class Question>
int steps_of(store::ReadTx& tx, Question question) {
  int steps = 0;
  const auto count = [](void* counted) { return ++*static_cast<int*>(counted), 0; };
  sqlite3* handle = tx.connection.raw().getHandle();
  sqlite3_progress_handler(handle, 1, count, &steps);
  question();
  sqlite3_progress_handler(handle, 0, nullptr, nullptr);
  return steps;
}

}  // namespace support
