// What the service asks the database while it answers.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace support {

// The statements that readers run while it lives, their transactions too; of connections that are opened while it
// lives, so it is to be made before the service.
class StatementsRead {
 public:
  StatementsRead() {
    seen() = this;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
  }
  ~StatementsRead() {
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch));
    const std::lock_guard lock(mutex());
    seen() = nullptr;
  }
  StatementsRead(const StatementsRead&) = delete;
  StatementsRead& operator=(const StatementsRead&) = delete;

  // What was run since it was taken last.
  std::vector<std::string> take() {
    const std::lock_guard lock(mutex());
    return std::exchange(statements_, {});
  }

 private:
  static StatementsRead*& seen() {
    static StatementsRead* watcher = nullptr;
    return watcher;
  }
  static std::mutex& mutex() {
    static std::mutex one;
    return one;
  }
  static int watch(sqlite3* connection, const char**, const sqlite3_api_routines*) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, note, connection);
  }
  static int note(unsigned, void* connection, void*, void* sql) {
    const std::lock_guard lock(mutex());
    if (seen() == nullptr || sqlite3_db_readonly(static_cast<sqlite3*>(connection), "main") != 1) return 0;
    seen()->statements_.emplace_back(static_cast<const char*>(sql));
    return 0;
  }

  std::vector<std::string> statements_;
};

// How many of them begin so.
inline auto count_beginning(const std::vector<std::string>& statements, const std::string& words) {
  return std::ranges::count_if(statements, [&](const std::string& sql) { return sql.starts_with(words); });
}

}  // namespace support
