#include "store/report/formats.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

domain::FormatVersion read_format_version(const Query& row) {
  return {row.text(0), row.integer(1), localized_from(row.text(2)), row.text(3), row.integer(4)};
}

}  // namespace

void insert_format(WriteTx& tx, const domain::FormatVersion& format, const std::string& source) {
  Query(tx.connection, "INSERT INTO formats (id, version, title, source, sha256, stored_at) VALUES (?, ?, ?, ?, ?, ?)",
        format.id, format.version, to_column(format.title), source, format.sha256, tx.now)
      .run();
}

std::optional<domain::FormatVersion> find_format(ReadTx& tx, const std::string& id, std::int64_t version) {
  Query query(tx.connection,
              "SELECT id, version, title, sha256, stored_at FROM formats WHERE id = ?1 AND (?2 = 0 OR version = ?2) "
              "ORDER BY version DESC LIMIT 1",
              id, version);
  if (!query.next()) return std::nullopt;
  return read_format_version(query);
}

std::string format_source(ReadTx& tx, const std::string& id, std::int64_t version) {
  Query query(tx.connection, "SELECT source FROM formats WHERE id = ? AND version = ?", id, version);
  return query.next() ? query.text(0) : "";
}

std::vector<domain::FormatVersion> list_formats(ReadTx& tx) {
  Query query(tx.connection, "SELECT id, version, title, sha256, stored_at FROM formats ORDER BY id, version");
  std::vector<domain::FormatVersion> formats;
  while (query.next()) formats.push_back(read_format_version(query));
  return formats;
}

}  // namespace store
