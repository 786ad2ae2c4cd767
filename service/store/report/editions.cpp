#include "store/report/editions.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

// What read_edition takes, and, where it was withdrawn, who did so in which role; `more` columns come behind it.
std::string select_editions(const std::string& rest, const std::string& more = "") {
  return "SELECT e.report, number, e.name, kind, selection, languages, override_reason, content_event, e.event_id, "
         "manifest, e.user, u.name, e.agency, e.role, frozen_at, withdrawn_event, withdrawn_at, withdrawn_by, "
         "withdrawn_reason, wu.name, w.agency, w.role, d.absent, da.name, wd.absent, wda.name" +
         more +
         " FROM editions e JOIN users u ON u.id = e.user "
         "LEFT JOIN users wu ON wu.id = withdrawn_by LEFT JOIN events w ON w.id = withdrawn_event LEFT JOIN "
         "deputy_acts d ON d.event_id = e.event_id LEFT JOIN users da ON da.id = d.absent LEFT JOIN deputy_acts wd ON "
         "wd.event_id = withdrawn_event LEFT JOIN users wda ON wda.id = wd.absent " +
         rest;
}

domain::Edition read_edition(const Query& row) {
  domain::Edition edition;
  edition.report = row.text(0);
  edition.number = row.integer(1);
  edition.name = row.text(2);
  edition.kind = row.text(3);
  edition.selection = row.text(4);
  edition.languages = list_from(row.text(5));
  edition.override_reason = row.optional_text(6);
  edition.content_event = row.integer(7);
  edition.event = row.integer(8);
  edition.manifest = row.text(9);
  edition.by = {row.text(10), row.text(11), row.text(12), row.text(13), row.text(22), row.text(23)};
  edition.frozen_at = row.integer(14);
  if (!row.is_null(15))
    edition.withdrawal =
        domain::Withdrawal{row.integer(15),
                           row.integer(16),
                           {row.text(17), row.text(19), row.text(20), row.text(21), row.text(24), row.text(25)},
                           row.text(18)};
  return edition;
}

}  // namespace

std::int64_t next_edition_number(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT coalesce(max(number), 0) + 1 FROM editions WHERE report = ?", report);
  query.next();
  return query.integer(0);
}

void insert_edition(WriteTx& tx, const domain::Edition& e) {
  Query(tx.connection,
        "INSERT INTO editions (report, number, name, kind, selection, languages, override_reason, content_event, "
        "event_id, manifest, user, agency, role, frozen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        e.report, e.number, e.name, e.kind, e.selection, to_column(e.languages), e.override_reason, e.content_event,
        e.event, e.manifest, e.by.user, or_null(e.by.agency), e.by.role, e.frozen_at)
      .run();
}

void insert_edition_file(WriteTx& tx, const domain::Edition& edition, const std::string& name,
                         const std::string& content) {
  Query(tx.connection, "INSERT INTO edition_files (report, number, name, content) VALUES (?, ?, ?, CAST(? AS BLOB))",
        edition.report, edition.number, name, content)
      .run();
}

void withdraw_edition(WriteTx& tx, const std::string& report, std::int64_t number,
                      const domain::Withdrawal& withdrawal) {
  Query(tx.connection,
        "UPDATE editions SET withdrawn_event = ?, withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? "
        "WHERE report = ? AND number = ?",
        withdrawal.event, withdrawal.at, withdrawal.by.user, withdrawal.reason, report, number)
      .run();
}

std::optional<domain::Edition> find_edition(ReadTx& tx, const std::string& report, std::int64_t number) {
  static const std::string sql = select_editions("WHERE e.report = ? AND number = ?");
  Query query(tx.connection, sql.c_str(), report, number);
  if (!query.next()) return std::nullopt;
  return read_edition(query);
}

std::vector<domain::Edition> list_editions(ReadTx& tx, const std::string& report, std::int64_t below, int limit) {
  static const std::string sql =
      select_editions("WHERE e.report = ?1 AND (?2 = 0 OR number < ?2) ORDER BY number DESC LIMIT ?3");
  Query query(tx.connection, sql.c_str(), report, below, limit);
  std::vector<domain::Edition> editions;
  while (query.next()) editions.push_back(read_edition(query));
  return editions;
}

std::optional<std::string> find_edition_file(ReadTx& tx, const std::string& report, std::int64_t number,
                                             const std::string& name) {
  Query query(tx.connection, "SELECT content FROM edition_files WHERE report = ? AND number = ? AND name = ?", report,
              number, name);
  if (!query.next()) return std::nullopt;
  return query.text(0);
}

void visit_editions(ReadTx& tx,
                    const std::function<void(const domain::Edition&, const std::string& recorded_hash)>& visitor) {
  static const std::string sql = select_editions("JOIN events v ON v.id = e.event_id ORDER BY e.report, number",
                                                 ", json_extract(v.data, '$.manifest_sha256')");
  Query query(tx.connection, sql.c_str());
  while (query.next()) visitor(read_edition(query), query.text(26));
}

}  // namespace store
