#include "store/report/texts.hpp"

namespace store {
namespace {

// event_id, report, section, language, revision, words, sha256, note, source_revision, minor, reason, user, name,
// agency, role, saved_at, confirmed, from_report, from_revision, absent, their name
domain::Revision read_revision(const Query& row) {
  domain::Revision revision;
  revision.event = row.integer(0);
  revision.report = row.text(1);
  revision.section = row.text(2);
  revision.language = row.text(3);
  revision.revision = row.integer(4);
  revision.words = static_cast<std::uint64_t>(row.integer(5));
  revision.sha256 = row.text(6);
  revision.note = row.optional_text(7);
  revision.source_revision = row.optional_integer(8);
  revision.minor = row.boolean(9);
  revision.reason = row.optional_text(10);
  revision.author = {row.text(11), row.text(12), row.text(13), row.text(14), row.text(19), row.text(20)};
  revision.saved_at = row.integer(15);
  revision.confirmed = row.integer(16);
  if (!row.is_null(17)) revision.carried_over = domain::CarriedFrom{row.text(17), row.integer(18)};
  return revision;
}

domain::Revision read_with_markdown(const Query& row) {
  domain::Revision revision = read_revision(row);
  revision.markdown = row.text(21);
  return revision;
}

}  // namespace

void insert_revision(WriteTx& tx, const domain::Revision& r) {
  Query(
      tx.connection,
      "INSERT INTO revisions (event_id, report, section, language, revision, words, sha256, note, source_revision, "
      "minor, reason, user, agency, role, saved_at, markdown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      r.event, r.report, r.section, r.language, r.revision, static_cast<std::int64_t>(r.words), r.sha256, r.note,
      r.source_revision, r.minor, r.reason, r.author.user, or_null(r.author.agency), r.author.role, tx.now, r.markdown)
      .run();
  Query(tx.connection,
        "INSERT INTO texts (report, section, language, revision, event_id) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET revision = excluded.revision, event_id = excluded.event_id",
        r.report, r.section, r.language, r.revision, r.event)
      .run();
  if (r.carried_over) {
    Query(tx.connection, "INSERT INTO carried_over (event_id, from_report, from_revision) VALUES (?, ?, ?)", r.event,
          r.carried_over->report, r.carried_over->revision)
        .run();
  }
  // Whoever carries a text over did not write it.
  if (r.author.agency.empty() || r.carried_over) return;
  Query(tx.connection,
        "INSERT INTO section_writers (report, section, agency, event_id) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS "
        "(SELECT 1 FROM section_writers WHERE report = ?1 AND section = ?2 AND agency = ?3)",
        r.report, r.section, r.author.agency, r.event)
      .run();
}

void confirm_revision(WriteTx& tx, const domain::Revision& r, std::int64_t event) {
  Query(tx.connection,
        "INSERT INTO confirmations (event_id, report, section, language, revision) VALUES (?, ?, ?, ?, ?)", event,
        r.report, r.section, r.language, r.revision)
      .run();
  Query(tx.connection, "UPDATE texts SET confirmed = ? WHERE report = ? AND section = ? AND language = ?", r.revision,
        r.report, r.section, r.language)
      .run();
}

std::optional<domain::Revision> find_revision(ReadTx& tx, const std::string& report, const std::string& section,
                                              const std::string& language, std::int64_t revision) {
  Query query(tx.connection,
              "SELECT r.event_id, r.report, r.section, r.language, r.revision, words, sha256, note, source_revision, "
              "minor, reason, r.user, u.name, agency, role, saved_at, t.confirmed, o.from_report, o.from_revision, "
              "d.absent, da.name, markdown "
              "FROM revisions r JOIN texts t USING (report, section, language) JOIN users u ON u.id = r.user "
              "LEFT JOIN carried_over o ON o.event_id = r.event_id LEFT JOIN deputy_acts d ON d.event_id = r.event_id "
              "LEFT JOIN users da ON da.id = d.absent "
              "WHERE r.report = ?1 AND r.section = ?2 AND r.language = ?3 "
              "AND r.revision = CASE ?4 WHEN 0 THEN t.revision ELSE ?4 END",
              report, section, language, revision);
  if (!query.next()) return std::nullopt;
  return read_with_markdown(query);
}

std::vector<domain::Revision> list_revisions(ReadTx& tx, const std::string& report, const std::string& section,
                                             const std::string& language, std::int64_t below, int limit) {
  Query query(tx.connection,
              "SELECT r.event_id, r.report, r.section, r.language, r.revision, words, sha256, note, source_revision, "
              "minor, reason, r.user, u.name, agency, role, saved_at, t.confirmed, o.from_report, o.from_revision, "
              "d.absent, da.name "
              "FROM revisions r JOIN texts t USING (report, section, language) JOIN users u ON u.id = r.user "
              "LEFT JOIN carried_over o ON o.event_id = r.event_id LEFT JOIN deputy_acts d ON d.event_id = r.event_id "
              "LEFT JOIN users da ON da.id = d.absent "
              "WHERE r.report = ?1 AND r.section = ?2 AND r.language = ?3 AND (?4 = 0 OR r.revision < ?4) "
              "ORDER BY r.revision DESC LIMIT ?5",
              report, section, language, below, limit);
  std::vector<domain::Revision> revisions;
  while (query.next()) revisions.push_back(read_revision(query));
  return revisions;
}

domain::Texts texts_of_section(ReadTx& tx, const std::string& report, const std::string& section) {
  Query query(tx.connection,
              "SELECT r.event_id, r.report, r.section, r.language, r.revision, words, sha256, note, source_revision, "
              "minor, reason, r.user, u.name, agency, role, saved_at, t.confirmed, o.from_report, o.from_revision, "
              "d.absent, da.name "
              "FROM texts t JOIN revisions r ON r.event_id = t.event_id JOIN users u ON u.id = r.user "
              "LEFT JOIN carried_over o ON o.event_id = r.event_id LEFT JOIN deputy_acts d ON d.event_id = r.event_id "
              "LEFT JOIN users da ON da.id = d.absent WHERE t.report = ? AND t.section = ?",
              report, section);
  domain::Texts texts;
  while (query.next()) {
    domain::Revision revision = read_revision(query);
    texts[revision.language] = std::move(revision);
  }
  return texts;
}

std::map<std::string, domain::Texts> texts_of_report(ReadTx& tx, const std::string& report) {
  Query query(tx.connection,
              "SELECT r.event_id, r.report, r.section, r.language, r.revision, words, sha256, note, source_revision, "
              "minor, reason, r.user, u.name, agency, role, saved_at, t.confirmed, o.from_report, o.from_revision, "
              "d.absent, da.name "
              "FROM texts t JOIN revisions r ON r.event_id = t.event_id JOIN users u ON u.id = r.user "
              "LEFT JOIN carried_over o ON o.event_id = r.event_id LEFT JOIN deputy_acts d ON d.event_id = r.event_id "
              "LEFT JOIN users da ON da.id = d.absent WHERE t.report = ?",
              report);
  std::map<std::string, domain::Texts> texts;
  while (query.next()) {
    domain::Revision revision = read_revision(query);
    texts[revision.section][revision.language] = std::move(revision);
  }
  return texts;
}

std::map<std::string, domain::Texts> texts_of_report_at(ReadTx& tx, const std::string& report, std::int64_t event) {
  // One step into an index by event finds the newest text of then, and reads no other.
  Query query(tx.connection,
              "SELECT r.event_id, r.report, r.section, r.language, r.revision, words, sha256, note, source_revision, "
              "minor, reason, r.user, u.name, agency, role, saved_at, "
              "coalesce((SELECT c.revision FROM confirmations c WHERE c.report = t.report "
              "AND c.section = t.section AND c.language = t.language AND c.event_id <= ?2 "
              "ORDER BY c.event_id DESC LIMIT 1), 0), o.from_report, o.from_revision, d.absent, da.name, markdown "
              "FROM texts t JOIN revisions r ON r.event_id = CASE WHEN t.event_id <= ?2 THEN t.event_id ELSE "
              "(SELECT x.event_id FROM revisions x WHERE x.report = t.report AND x.section = t.section "
              "AND x.language = t.language AND x.event_id <= ?2 ORDER BY x.event_id DESC LIMIT 1) END "
              "JOIN users u ON u.id = r.user LEFT JOIN carried_over o ON o.event_id = r.event_id LEFT JOIN deputy_acts "
              "d ON d.event_id = r.event_id LEFT JOIN users da ON da.id = d.absent WHERE t.report = ?1",
              report, event);
  std::map<std::string, domain::Texts> texts;
  while (query.next()) {
    domain::Revision revision = read_with_markdown(query);
    texts[revision.section][revision.language] = std::move(revision);
  }
  return texts;
}

std::map<std::string, std::vector<std::string>> writers_of_report_at(ReadTx& tx, const std::string& report,
                                                                     std::int64_t event) {
  Query query(tx.connection,
              "SELECT section, agency FROM section_writers WHERE report = ? AND event_id <= ? "
              "ORDER BY section, event_id",
              report, event);
  std::map<std::string, std::vector<std::string>> writers;
  while (query.next()) writers[query.text(0)].push_back(query.text(1));
  return writers;
}

}  // namespace store
