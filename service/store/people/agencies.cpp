#include "store/people/agencies.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

domain::Agency read_agency(const Query& row) {
  return {row.text(0),
          localized_from(row.text(1)),
          localized_from(row.text(2)),
          row.boolean(3),
          row.integer(4),
          row.integer(5),
          row.integer(6)};
}

void insert_version(WriteTx& tx, const domain::Agency& agency, std::int64_t event) {
  Query(tx.connection, "INSERT INTO agency_versions (event_id, agency, title) VALUES (?, ?, ?)", event, agency.id,
        to_column(agency.title))
      .run();
}

}  // namespace

void insert_agency(WriteTx& tx, const domain::Agency& agency, std::int64_t event) {
  Query(tx.connection,
        "INSERT INTO agencies (id, title, short_title, active, version, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, 1, ?, ?)",
        agency.id, to_column(agency.title), to_column(agency.short_title), agency.active, tx.now, tx.now)
      .run();
  insert_version(tx, agency, event);
}

void update_agency(WriteTx& tx, const domain::Agency& agency, std::int64_t event) {
  Query(
      tx.connection,
      "UPDATE agencies SET title = ?, short_title = ?, active = ?, version = version + 1, updated_at = ? WHERE id = ?",
      to_column(agency.title), to_column(agency.short_title), agency.active, tx.now, agency.id)
      .run();
  insert_version(tx, agency, event);
}

std::optional<domain::Agency> find_agency(ReadTx& tx, const std::string& id) {
  Query query(tx.connection,
              "SELECT id, title, short_title, active, version, created_at, updated_at FROM agencies WHERE id = ?", id);
  if (!query.next()) return std::nullopt;
  return read_agency(query);
}

std::vector<domain::Agency> list_agencies(ReadTx& tx, const std::string& after, int limit) {
  Query query(tx.connection,
              "SELECT id, title, short_title, active, version, created_at, updated_at FROM agencies "
              "WHERE id > ? ORDER BY id LIMIT ?",
              after, limit);
  std::vector<domain::Agency> agencies;
  while (query.next()) agencies.push_back(read_agency(query));
  return agencies;
}

std::vector<std::string> list_active_agencies(ReadTx& tx, int limit) {
  Query query(tx.connection, "SELECT id FROM agencies WHERE active = 1 ORDER BY id LIMIT ?", limit);
  std::vector<std::string> ids;
  while (query.next()) ids.push_back(query.text(0));
  return ids;
}

std::map<std::string, domain::LocalizedText> agency_titles_at(ReadTx& tx, std::int64_t event) {
  Query query(tx.connection,
              "SELECT agency, title FROM agency_versions v WHERE event_id = "
              "(SELECT max(event_id) FROM agency_versions w WHERE w.agency = v.agency AND w.event_id <= ?)",
              event);
  std::map<std::string, domain::LocalizedText> titles;
  while (query.next()) titles[query.text(0)] = localized_from(query.text(1));
  return titles;
}

}  // namespace store
