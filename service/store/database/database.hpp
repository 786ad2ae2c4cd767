// The database file: readers side by side, writers one after another through write().
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "domain/basis/calendar.hpp"
#include "store/database/connection.hpp"

namespace store {

// In the place of an event: whatever there is by now.
constexpr std::int64_t kNow = std::numeric_limits<std::int64_t>::max();

// A consistent view of the database.
struct ReadTx {
  Connection& connection;
};

// The last event of the chain.
struct ChainHead {
  std::int64_t id = 0;
  domain::Millis at = 0;
  std::string hash;
};

// One event that was appended.
struct Change {
  std::int64_t event = 0;
  std::string report;  // empty: about no report
  std::string type;
};

// A change in progress. Everything in it is kept or lost together, its events included.
struct WriteTx : ReadTx {
  domain::Millis now;  // one moment for all that the transaction does; never before the last event
  ChainHead head;
  std::vector<Change> changes;
};

// The view is that of a change in progress, which may yet be undone.
bool is_writing(ReadTx& tx);

// Runs a part of a transaction that is undone alone when it throws; the error goes on to the caller.
void run_part(WriteTx& tx, const std::function<void()>& part);

using Clock = std::function<domain::Millis()>;

// Errors of both: domain::Error (storage_full, unavailable, ...) and whatever the function throws; then nothing is
// kept.
class Database {
 public:
  enum class Opening {
    up_to_date,  // makes the file where there is none, and brings it to the newest migration; needs the DatabaseLock
    as_it_is,    // beside a running service: only a database of the newest schema, and no checkpoint of ours
  };
  Database(std::string path, Clock clock, Opening opening = Opening::up_to_date);
  ~Database();

  // Called after each commit with its events in order, before the writers return.
  void on_commit(std::function<void(const std::vector<Change>&)> listener) { listener_ = std::move(listener); }

  // Errors: domain::Error (unavailable) where the file cannot be read.
  template <class Function>
  auto read(Function&& function) {
    try {
      Reader reader(*this);
      return function(reader.tx);
    } catch (const SQLite::Exception& error) {
      translate(error);
    }
  }

  // Runs the function in a transaction that is on disk when write() returns. Functions that wait at the same time
  // share one commit, each in a savepoint of its own. A function may be called again after its changes were undone.
  void write(const std::function<void(WriteTx&)>& function);

  const std::string& path() const { return path_; }
  std::int64_t size_bytes() const;
  domain::Millis now() const { return clock_(); }

  // The last commit failed for want of room or of a working disk.
  bool is_failing() const { return failing_; }

  // Moves the write-ahead log into the file. Errors: domain::Error (storage_full, unavailable).
  void checkpoint();
  // Brings SQLite's statistics up to date where a table changed much; does nothing while somebody writes.
  void optimize();
  // Copies the database, as of now, into a new file while others read and write.
  void backup_to(const std::string& target) const;

 private:
  struct Reader {
    explicit Reader(Database& owner);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    Database& database;
    std::unique_ptr<Connection> connection;
    ReadTx tx;
  };
  struct Pending {
    const std::function<void(WriteTx&)>& function;
    std::exception_ptr error = nullptr;
    bool done = false;
  };

  std::unique_ptr<Connection> take_reader();
  void give_back(std::unique_ptr<Connection> connection);
  void run_batch(const std::vector<Pending*>& batch);
  void run_one(WriteTx& tx, Pending& pending, bool alone);
  void commit(WriteTx& tx);
  void note_failure(const std::exception_ptr& error);

  std::string path_;
  Clock clock_;
  std::function<void(const std::vector<Change>&)> listener_;

  std::mutex writers_mutex_;
  std::condition_variable writers_done_;
  std::vector<Pending*> waiting_;
  bool writing_ = false;
  std::unique_ptr<Connection> writer_;  // of the thread that set writing_
  std::atomic<bool> failing_{false};

  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<Connection>> readers_;
};

// What SQLite's own check of the file finds; empty: nothing.
std::vector<std::string> integrity_problems(ReadTx& tx);

}  // namespace store
