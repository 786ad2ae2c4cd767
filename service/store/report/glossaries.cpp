#include "store/report/glossaries.hpp"

namespace store {

void insert_glossary(WriteTx& tx, const domain::GlossaryVersion& glossary) {
  Query(tx.connection,
        "INSERT INTO glossary_versions (report, version, event_id, entries, sha256) VALUES (?, ?, ?, ?, ?)",
        glossary.report, glossary.version, glossary.event, glossary.entries, glossary.sha256)
      .run();
  Query(tx.connection, "UPDATE reports SET glossary = ? WHERE id = ?", glossary.sha256, glossary.report).run();
}

std::optional<domain::GlossaryVersion> find_glossary(ReadTx& tx, const std::string& report) {
  Query query(tx.connection,
              "SELECT g.report, g.version, g.event_id, g.entries, g.sha256, v.user, u.name, v.agency, v.role, v.at, "
              "d.absent, da.name "
              "FROM glossary_versions g JOIN events v ON v.id = g.event_id JOIN users u ON u.id = v.user LEFT JOIN "
              "deputy_acts d ON d.event_id = g.event_id LEFT JOIN users da ON da.id = d.absent "
              "WHERE g.report = ? ORDER BY g.version DESC LIMIT 1",
              report);
  if (!query.next()) return std::nullopt;
  domain::GlossaryVersion found{query.text(0), query.integer(1), query.integer(2), query.text(3), query.text(4), {}, 0};
  found.by = {query.text(5), query.text(6), query.text(7), query.text(8), query.text(10), query.text(11)};
  found.saved_at = query.integer(9);
  return found;
}

std::string glossary_entries_at(ReadTx& tx, const std::string& report, std::int64_t event) {
  Query query(tx.connection,
              "SELECT entries FROM glossary_versions WHERE report = ? AND event_id <= ? ORDER BY version DESC LIMIT 1",
              report, event);
  return query.next() ? query.text(0) : "";
}

void visit_glossaries(
    ReadTx& tx,
    const std::function<void(const domain::GlossaryVersion& glossary, const std::string& recorded_hash)>& visitor) {
  Query query(tx.connection,
              "SELECT g.report, g.version, g.event_id, g.entries, g.sha256, json_extract(v.data, '$.sha256') "
              "FROM glossary_versions g LEFT JOIN events v ON v.id = g.event_id AND v.type = 'glossary.saved' "
              "AND v.report = g.report AND json_extract(v.data, '$.version') IS g.version "
              "AND json_extract(v.data, '$.sha256') IS g.sha256 ORDER BY g.report, g.version");
  while (query.next()) {
    visitor({query.text(0), query.integer(1), query.integer(2), query.text(3), query.text(4), {}, 0}, query.text(5));
  }
}

std::int64_t count_lost_glossaries(ReadTx& tx) {
  Query query(tx.connection,
              "SELECT (SELECT count(*) FROM events e LEFT JOIN glossary_versions g ON g.event_id = e.id "
              "WHERE e.type = 'glossary.saved' AND g.event_id IS NULL) + (SELECT count(*) FROM reports r WHERE "
              "r.glossary IS NOT (SELECT g.sha256 FROM glossary_versions g WHERE g.report = r.id "
              "ORDER BY g.version DESC LIMIT 1))");
  query.next();
  return query.integer(0);
}

}  // namespace store
