#include "store/report/exports.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

// What read_export takes.
std::string select_exports(const std::string& rest) {
  return "SELECT x.id, x.report, x.formats, x.languages, x.selection, x.content_event, v.at, x.readable, x.user, "
         "x.requested_at, x.finished_at, x.failure, x.bytes, x.sha256, x.edition, x.frozen_as, u.name, "
         "x.cancelled_by, c.name, x.part FROM exports x JOIN users u ON u.id = x.user JOIN events v ON v.id = "
         "x.content_event "
         "LEFT JOIN users c ON c.id = x.cancelled_by " +
         rest;
}

domain::Export read_export(const Query& row) {
  domain::Export found;
  found.number = row.integer(0);
  found.report = row.text(1);
  found.formats = list_from(row.text(2));
  found.languages = list_from(row.text(3));
  found.selection = row.text(4);
  found.content_event = row.integer(5);
  found.content_at = row.integer(6);
  found.readable = list_from(row.text(7));
  found.user = row.text(8);
  found.requested_at = row.integer(9);
  found.finished_at = row.optional_integer(10);
  found.failure = row.optional_text(11);
  found.bytes = row.optional_integer(12);
  found.sha256 = row.text(13);
  found.edition = row.text(14);
  found.frozen_as = row.optional_integer(15);
  found.user_name = row.text(16);
  found.cancelled_by = row.text(17);
  found.cancelled_by_name = row.text(18);
  found.part = row.text(19);
  return found;
}

}  // namespace

std::int64_t insert_export(WriteTx& tx, const domain::Export& e) {
  Query query(
      tx.connection,
      "INSERT INTO exports (report, formats, languages, selection, content_event, readable, user, requested_at, "
      "edition, part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
      e.report, to_column(e.formats), to_column(e.languages), e.selection, e.content_event, to_column(e.readable),
      e.user, e.requested_at, or_null(e.edition), or_null(e.part));
  query.next();
  return query.integer(0);
}

void finish_export(WriteTx& tx, const domain::Export& e) {
  Query(tx.connection,
        "UPDATE exports SET finished_at = ?, failure = ?, bytes = ?, sha256 = ?, frozen_as = ? "
        "WHERE id = ? AND finished_at IS NULL",
        e.finished_at, e.failure, e.bytes, or_null(e.sha256), e.frozen_as, e.number)
      .run();
}

void cancel_export(WriteTx& tx, std::int64_t number, const std::string& user) {
  Query(tx.connection, "UPDATE exports SET finished_at = ?, cancelled_by = ? WHERE id = ? AND finished_at IS NULL",
        tx.now, user, number)
      .run();
}

bool any_export_before(ReadTx& tx, domain::Millis before) {
  return Query(tx.connection, "SELECT 1 FROM exports WHERE finished_at < ? LIMIT 1", before).next();
}

void forget_exports(WriteTx& tx, domain::Millis before) {
  Query(tx.connection, "DELETE FROM exports WHERE finished_at < ?", before).run();
}

std::optional<domain::Export> find_export(ReadTx& tx, std::int64_t number) {
  static const std::string sql = select_exports("WHERE x.id = ?");
  Query query(tx.connection, sql.c_str(), number);
  if (!query.next()) return std::nullopt;
  return read_export(query);
}

std::vector<domain::Export> list_exports(ReadTx& tx, const std::string& report, std::int64_t below, int limit) {
  static const std::string sql =
      select_exports("WHERE x.report = ?1 AND (?2 = 0 OR x.id < ?2) ORDER BY x.id DESC LIMIT ?3");
  Query query(tx.connection, sql.c_str(), report, below, limit);
  std::vector<domain::Export> exports;
  while (query.next()) exports.push_back(read_export(query));
  return exports;
}

std::optional<std::int64_t> next_export(ReadTx& tx) {
  Query query(tx.connection, "SELECT min(id) FROM exports WHERE finished_at IS NULL");
  query.next();
  return query.optional_integer(0);
}

std::vector<std::int64_t> list_unfinished_exports(ReadTx& tx, const std::string& user) {
  Query query(tx.connection, "SELECT id FROM exports WHERE finished_at IS NULL AND user = ? ORDER BY id", user);
  std::vector<std::int64_t> numbers;
  while (query.next()) numbers.push_back(query.integer(0));
  return numbers;
}

std::int64_t count_unfinished_exports(ReadTx& tx, std::int64_t below) {
  Query query(tx.connection, "SELECT count(*) FROM exports WHERE finished_at IS NULL AND (? = 0 OR id < ?)", below,
              below);
  query.next();
  return query.integer(0);
}

}  // namespace store
