#include "usecases/operation/replay_check.hpp"

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/verified_rows.hpp"

namespace usecases {
namespace {

using Row = Replay::Row;

constexpr int kFaultsTold = 10;  // of one table

// What the log does not say, whatever the version.
const std::vector<std::string>& never_told() {
  static const std::vector<std::string> all{"tokens.hash",
                                            "tokens.last_used_at",
                                            "idempotency_keys",
                                            "form_key",
                                            "exports",
                                            "mails",
                                            "digests",
                                            "reminder_days",
                                            "inbox_readers",
                                            "inbox_marks",
                                            "mail_key",
                                            "unsubscribe_links",
                                            "placed_pictures.described",
                                            "schema_migrations.applied_at"};
  return all;
}

bool hash_fits_text(const Row& told, const Row& found) {
  if (told.is_null() || found.is_null()) return told.is_null() && found.is_null();
  return store::sha256_hex(found.get<std::string>()) == told.get<std::string>();
}

}  // namespace

void ReplayCheck::add(const std::string& table, const std::string& problem, Verification& result) {
  const int told = ++faults_[table];
  if (told <= kFaultsTold) result.problems.push_back(problem);
  if (told == kFaultsTold + 1) result.problems.push_back("more rows of " + table + " differ; they are not listed");
}

void ReplayCheck::next(store::ReadTx& tx, const domain::Event& event, Verification& result) {
  if (broken_) return;
  try {
    for (const auto& version : replay_.apply(tx, event)) {
      ++versions_[version.table];
      const std::string found = store::version_row(tx, version.table, version.key, event.id);
      const std::string row =
          "the row of event " + std::to_string(event.id) + " for " + version.key + " in " + version.table;
      if (found.empty()) {
        add(version.table, row + " is missing", result);
      } else if (Row::parse(found) != version.row) {
        add(version.table, row + " differs from what the events tell", result);
      }
    }
  } catch (const nlohmann::json::exception& error) {
    broken_ = true;
    result.problems.push_back("event " + std::to_string(event.id) + " cannot be replayed: " + error.what());
  } catch (const domain::Error& error) {
    broken_ = true;
    result.problems.push_back("event " + std::to_string(event.id) + " cannot be replayed: " + error.english());
  }
}

void ReplayCheck::finish(store::ReadTx& tx, Verification& result) {
  if (broken_) return;
  for (const auto& table : store::present_tables()) compare_table(tx, table, result);
  for (const auto& [table, rows] : store::count_rows(tx)) {
    if (store::is_version_table(table) && rows != versions_[table]) {
      add(table,
          table + " has " + std::to_string(rows) + " rows, and the events tell of " + std::to_string(versions_[table]),
          result);
    }
  }
  result.not_covered = never_told();
  result.not_covered.insert(result.not_covered.end(), untold_.begin(), untold_.end());
}

void ReplayCheck::compare_table(store::ReadTx& tx, const store::PresentTable& table, Verification& result) {
  const std::string name = table.name;
  const Replay::Table& told = replay_.rows(name);
  std::set<std::string> seen;
  store::visit_present_rows(tx, table, [&](const std::string& key, const std::string& found) {
    seen.insert(key);
    const auto row = told.find(key);
    if (row == told.end()) {
      add(name, "the row '" + key + "' of " + name + " was put in: no event made it", result);
      return;
    }
    const std::string differing = differences(name, row->second, Row::parse(found));
    if (!differing.empty()) {
      add(name, "the row '" + key + "' of " + name + " differs from what the events tell: " + differing, result);
    }
  });
  for (const auto& [key, row] : told) {
    if (!seen.contains(key))
      add(name, "the row '" + key + "' of " + name + " is missing that the events record", result);
  }
}

std::string ReplayCheck::differences(const std::string& table, const Row& told, const Row& found) {
  std::string names;
  for (const auto& [column, value] : found.items()) {
    bool fits = true;
    if (told.contains(column)) {
      fits = told[column] == value;
    } else if (told.contains(column + "_sha256")) {
      fits = hash_fits_text(told[column + "_sha256"], value);
    } else {
      untold_.insert(table + "." + column);
    }
    if (!fits) names += (names.empty() ? "" : ", ") + column;
  }
  return names;
}

}  // namespace usecases
