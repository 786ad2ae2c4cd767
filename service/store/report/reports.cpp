#include "store/report/reports.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

domain::Report read_report(const Query& row) {
  domain::Report report;
  report.id = row.text(0);
  report.format = row.text(1);
  report.format_version = row.integer(2);
  report.country = row.text(3);
  report.title = localized_from(row.text(4));
  report.forum_date = row.text(5);
  report.languages = list_from(row.text(6));
  report.source_language = row.text(7);
  report.visibility = row.text(8);
  report.time_zone = row.text(9);
  report.version = row.integer(10);
  report.created_at = row.integer(11);
  report.updated_at = row.integer(12);
  report.glossary = row.optional_text(13);
  report.imprint = imprint_from(row.text(14));
  return report;
}

void insert_version(WriteTx& tx, const domain::Report& report, std::int64_t event) {
  Query(
      tx.connection,
      "INSERT INTO report_versions (event_id, report, title, forum_date, time_zone, imprint) VALUES (?, ?, ?, ?, ?, ?)",
      event, report.id, to_column(report.title), report.forum_date, report.time_zone, to_column(report.imprint))
      .run();
}

}  // namespace

void insert_report(WriteTx& tx, const domain::Report& report, std::int64_t event) {
  Query(tx.connection,
        "INSERT INTO reports (id, format, format_version, country, title, forum_date, languages, source_language, "
        "visibility, time_zone, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
        report.id, report.format, report.format_version, report.country, to_column(report.title), report.forum_date,
        to_column(report.languages), report.source_language, report.visibility, report.time_zone, tx.now, tx.now)
      .run();
  insert_version(tx, report, event);
}

void update_report(WriteTx& tx, const domain::Report& report, std::int64_t event) {
  Query(tx.connection,
        "UPDATE reports SET title = ?, forum_date = ?, languages = ?, visibility = ?, time_zone = ?, imprint = ?, "
        "version = version + 1, updated_at = ? WHERE id = ?",
        to_column(report.title), report.forum_date, to_column(report.languages), report.visibility, report.time_zone,
        to_column(report.imprint), tx.now, report.id)
      .run();
  insert_version(tx, report, event);
}

std::optional<domain::Report> find_report(ReadTx& tx, const std::string& id) {
  Query query(tx.connection,
              "SELECT id, format, format_version, country, title, forum_date, languages, source_language, visibility, "
              "time_zone, version, created_at, updated_at, glossary, imprint FROM reports WHERE id = ?",
              id);
  if (!query.next()) return std::nullopt;
  return read_report(query);
}

std::vector<domain::Report> list_reports(ReadTx& tx, const std::string& after, int limit) {
  Query query(
      tx.connection,
      "SELECT id, format, format_version, country, title, forum_date, languages, source_language, visibility, "
      "time_zone, version, created_at, updated_at, glossary, imprint FROM reports WHERE id > ? ORDER BY id LIMIT ?",
      after, limit);
  std::vector<domain::Report> reports;
  while (query.next()) reports.push_back(read_report(query));
  return reports;
}

std::vector<CurrentReport> list_current_reports(ReadTx& tx, const std::string& forum_from) {
  Query query(tx.connection,
              "SELECT r.id, EXISTS (SELECT 1 FROM submissions s JOIN editions d ON d.report = s.report "
              "AND d.number = s.edition WHERE s.report = r.id AND d.kind = 'final' AND d.withdrawn_event IS NULL) "
              "FROM reports r WHERE r.forum_date >= ? ORDER BY r.id",
              forum_from);
  std::vector<CurrentReport> reports;
  while (query.next()) reports.push_back({query.text(0), query.boolean(1)});
  return reports;
}

std::map<std::int64_t, std::string> forum_moves(ReadTx& tx, const std::string& report, std::int64_t after) {
  Query query(tx.connection,
              "SELECT event_id, forum_date FROM (SELECT event_id, forum_date, lag(forum_date) OVER (ORDER BY event_id) "
              "AS before FROM report_versions WHERE report = ?) WHERE before <> forum_date AND event_id > ?",
              report, after);
  std::map<std::int64_t, std::string> moves;
  while (query.next()) moves[query.integer(0)] = query.text(1);
  return moves;
}

std::optional<domain::Report> report_at(ReadTx& tx, domain::Report report, std::int64_t event) {
  Query query(tx.connection,
              "SELECT title, forum_date, time_zone, imprint FROM report_versions WHERE report = ? AND event_id <= ? "
              "ORDER BY event_id DESC LIMIT 1",
              report.id, event);
  if (!query.next()) return std::nullopt;
  report.title = localized_from(query.text(0));
  report.forum_date = query.text(1);
  report.time_zone = query.text(2);
  report.imprint = imprint_from(query.text(3));
  return report;
}

}  // namespace store
