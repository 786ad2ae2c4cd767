#include "store/database/database.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/database/file.hpp"
#include "store/database/migrate.hpp"
#include "store/database/schema.hpp"
#include "store/database/writer_thread.hpp"

namespace store {
namespace {

constexpr std::size_t kReadersKept = 8;
constexpr std::size_t kBatch = 64;  // writers that share one commit at the most

bool in_transaction(Connection& connection) { return sqlite3_get_autocommit(connection.raw().getHandle()) == 0; }

void roll_back(Connection& connection) noexcept {
  // SQLite may have rolled back by itself, e.g. when the disk was full.
  if (in_transaction(connection)) sqlite3_exec(connection.raw().getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

ChainHead read_head(Connection& connection) {
  Query query(connection, "SELECT id, at, hash FROM events ORDER BY id DESC LIMIT 1");
  if (!query.next()) return {0, 0, std::string(64, '0')};
  return {query.integer(0), query.integer(1), query.text(2)};
}

void require_newest(const std::string& path) {
  const auto connection = open_untouched(path);
  require_ours(*connection);
  const int applied = applied_schema(*connection);
  if (applied == newest_schema()) return;
  throw domain::Error(
      domain::ErrorCode::conflict, "older_database",
      domain::Message::verbatim("The database was made by an earlier version of national-report (schema " +
                                std::to_string(applied) + ", this program has " + std::to_string(newest_schema()) +
                                "). Start the service on it once: that brings it up to date."));
}

// A service may be running on the file, and only it moves the write-ahead log into the database.
void leave_checkpoints(Connection& connection) {
  connection.execute("PRAGMA wal_autocheckpoint = 0");
  sqlite3_db_config(connection.raw().getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

// The error as the callers know it.
std::exception_ptr current_error() {
  try {
    throw;
  } catch (const SQLite::Exception& error) {
    try {
      translate(error);
    } catch (...) {
      return std::current_exception();
    }
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

Database::Database(std::string path, Clock clock, Opening opening) : path_(std::move(path)), clock_(std::move(clock)) {
  if (opening == Opening::as_it_is) {
    require_newest(path_);
    writer_ = std::make_unique<Connection>(path_, Access::read_write);
    leave_checkpoints(*writer_);
    return;
  }
  if (!std::filesystem::exists(path_)) keep_private(path_);
  writer_ = std::make_unique<Connection>(path_, Access::read_write);
  if (kind_of_database(*writer_) != FileKind::empty) require_ours(*writer_);  // before anything is changed
  keep_private(path_);
  writer_->execute("PRAGMA journal_mode = WAL");
  migrate(*writer_, clock_());
}

Database::~Database() = default;

std::unique_ptr<Connection> Database::take_reader() {
  {
    const std::lock_guard lock(readers_mutex_);
    if (!readers_.empty()) {
      auto connection = std::move(readers_.back());
      readers_.pop_back();
      return connection;
    }
  }
  return std::make_unique<Connection>(path_, Access::read_only);
}

void Database::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(readers_mutex_);
  if (readers_.size() < kReadersKept) readers_.push_back(std::move(connection));
}

Database::Reader::Reader(Database& owner) : database(owner), connection(owner.take_reader()), tx{*connection} {
  Query(*connection, "BEGIN").run();
}

Database::Reader::~Reader() {
  roll_back(*connection);
  database.give_back(std::move(connection));
}

void Database::write(const std::function<void(WriteTx&)>& function) {
  Pending mine{function};
  std::unique_lock lock(writers_mutex_);
  waiting_.push_back(&mine);
  while (!mine.done) {
    if (writing_) {
      writers_done_.wait(lock);
      continue;
    }
    writing_ = true;
    const auto count = static_cast<std::ptrdiff_t>(std::min(kBatch, waiting_.size()));
    const std::vector<Pending*> batch(waiting_.begin(), waiting_.begin() + count);
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    lock.unlock();
    run_batch(batch);
    lock.lock();
    for (Pending* pending : batch) pending->done = true;
    writing_ = false;
    writers_done_.notify_all();
  }
  lock.unlock();
  if (mine.error) std::rethrow_exception(mine.error);
}

void Database::run_batch(const std::vector<Pending*>& batch) {
  const WriterThread writer;
  const auto fail_all = [&](const std::exception_ptr& error) {
    for (Pending* pending : batch) {
      if (!pending->error) pending->error = error;
    }
  };
  try {
    Query(*writer_, "BEGIN IMMEDIATE").run();
    WriteTx tx{{*writer_}, clock_(), read_head(*writer_), {}};
    tx.now = std::max(tx.now, tx.head.at);
    for (Pending* pending : batch) {
      run_one(tx, *pending, batch.size() == 1);
      if (!in_transaction(*writer_)) {
        fail_all(pending->error);  // SQLite gave up the whole transaction
        return;
      }
    }
    commit(tx);
  } catch (...) {
    roll_back(*writer_);
    const auto error = current_error();
    note_failure(error);
    fail_all(error);
  }
}

void Database::run_one(WriteTx& tx, Pending& pending, bool alone) {
  try {
    if (alone) {
      pending.function(tx);
    } else {
      run_part(tx, [&] { pending.function(tx); });
    }
  } catch (...) {
    pending.error = current_error();
    note_failure(pending.error);
    if (alone) roll_back(*writer_);
  }
}

void Database::commit(WriteTx& tx) {
  Query(*writer_, "COMMIT").run();
  if (!tx.changes.empty()) failing_ = false;
  if (!tx.changes.empty() && listener_) listener_(tx.changes);
}

void Database::note_failure(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const domain::Error& known) {
    const bool storage =
        known.code() == domain::ErrorCode::storage_full || known.code() == domain::ErrorCode::unavailable;
    if (storage) failing_ = true;
  } catch (...) {
    return;  // not the disk's fault
  }
}

bool is_writing(ReadTx& tx) { return sqlite3_txn_state(tx.connection.raw().getHandle(), "main") == SQLITE_TXN_WRITE; }

void run_part(WriteTx& tx, const std::function<void()>& part) {
  const ChainHead head = tx.head;
  const std::size_t changes = tx.changes.size();
  Query(tx.connection, "SAVEPOINT part").run();
  try {
    part();
  } catch (...) {
    tx.head = head;
    tx.changes.resize(changes);
    if (in_transaction(tx.connection)) {
      Query(tx.connection, "ROLLBACK TO part").run();
      Query(tx.connection, "RELEASE part").run();
    }
    throw;
  }
  Query(tx.connection, "RELEASE part").run();
}

std::vector<std::string> integrity_problems(ReadTx& tx) {
  std::vector<std::string> problems;
  Query check(tx.connection, "PRAGMA integrity_check(10)");
  while (check.next()) {
    if (check.text(0) != "ok") problems.push_back(check.text(0));
  }
  Query keys(tx.connection, "PRAGMA foreign_key_check");
  while (keys.next())
    problems.push_back("a row of " + keys.text(0) + " refers to a row of " + keys.text(2) + " that is gone");
  return problems;
}

std::int64_t Database::size_bytes() const {
  std::int64_t size = 0;
  for (const char* suffix : {"", "-wal"}) {
    std::error_code absent;
    const auto bytes = std::filesystem::file_size(path_ + suffix, absent);
    if (!absent) size += static_cast<std::int64_t>(bytes);
  }
  return size;
}

void Database::checkpoint() {
  write([](WriteTx&) {});  // waits for those before it
  const std::unique_lock lock(writers_mutex_);
  if (writing_) return;
  try {
    writer_->execute("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (const SQLite::Exception& error) {
    translate(error);
  }
  failing_ = false;
}

void Database::backup_to(const std::string& target) const {
  Connection source(path_, Access::read_only);
  copy_database(source, target);
}

void Database::optimize() {
  const std::unique_lock lock(writers_mutex_);
  if (writing_) return;
  try {
    // The limit keeps it short in a long history.
    writer_->execute("PRAGMA analysis_limit = 400; PRAGMA optimize");
  } catch (const SQLite::Exception& error) {
    translate(error);
  }
}

}  // namespace store
