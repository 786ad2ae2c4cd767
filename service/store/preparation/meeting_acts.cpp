// What is added to a meeting: declared in meetings.hpp.
#include "store/database/hash.hpp"
#include "store/log/authors.hpp"
#include "store/preparation/meetings.hpp"

namespace store {
void insert_answer(WriteTx& tx, const domain::Meeting& meeting, const domain::RollCallAnswer& answer) {
  Query(tx.connection,
        "INSERT INTO roll_call_answers (event_id, report, meeting, agency, version, ready, lacks, attends) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        answer.event, meeting.report, meeting.number, answer.agency, answer.version, answer.ready, answer.lacks,
        answer.attends)
      .run();
}

std::map<std::string, domain::RollCallAnswer> roll_call(ReadTx& tx, const std::string& report, std::int64_t meeting) {
  // The numbers of the newest stand in the index: of the answers before them nothing is read.
  Query query(tx.connection,
              "WITH newest AS (SELECT agency, max(version) AS version FROM roll_call_answers "
              "WHERE report = ?1 AND meeting = ?2 GROUP BY agency) "
              "SELECT a.agency, a.version, a.ready, a.lacks, a.attends, e.id, e.at, e.user, u.name, "
              "e.agency, e.role, f.absent, fa.name FROM newest n CROSS JOIN roll_call_answers a ON a.report = ?1 "
              "AND a.meeting = ?2 AND a.agency = n.agency AND a.version = n.version "
              "CROSS JOIN events e ON e.id = a.event_id LEFT JOIN users u ON u.id = e.user "
              "LEFT JOIN deputy_acts f ON f.event_id = e.id LEFT JOIN users fa ON fa.id = f.absent",
              report, meeting);
  std::map<std::string, domain::RollCallAnswer> answers;
  while (query.next()) {
    domain::RollCallAnswer answer;
    answer.agency = query.text(0);
    answer.version = query.integer(1);
    answer.ready = query.boolean(2);
    answer.lacks = query.optional_text(3);
    answer.attends = query.optional_text(4);
    answer.event = query.integer(5);
    answer.at = query.integer(6);
    answer.by = read_author(query, 7);
    answers.emplace(answer.agency, std::move(answer));
  }
  return answers;
}

void insert_decision(WriteTx& tx, const domain::Meeting& meeting, const domain::Decision& decision) {
  Query(tx.connection,
        "INSERT INTO decisions (event_id, report, meeting, number, text, task) VALUES (?, ?, ?, ?, ?, ?)",
        decision.event, meeting.report, meeting.number, decision.number, decision.text, decision.task)
      .run();
}

std::vector<domain::Decision> list_decisions(ReadTx& tx, const std::string& report, std::int64_t meeting) {
  Query query(tx.connection,
              "SELECT d.number, d.text, d.task, e.id, e.at, e.user, u.name, e.agency, e.role, f.absent, fa.name "
              "FROM decisions d CROSS JOIN events e ON e.id = d.event_id LEFT JOIN users u ON u.id = e.user "
              "LEFT JOIN deputy_acts f ON f.event_id = e.id LEFT JOIN users fa ON fa.id = f.absent WHERE "
              "d.report = ? AND d.meeting = ? ORDER BY d.number",
              report, meeting);
  std::vector<domain::Decision> decisions;
  while (query.next()) {
    domain::Decision decision;
    decision.number = query.integer(0);
    decision.text = query.text(1);
    decision.task = query.optional_integer(2);
    decision.event = query.integer(3);
    decision.at = query.integer(4);
    decision.by = read_author(query, 5);
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

void insert_minutes(WriteTx& tx, const domain::Meeting& meeting, const domain::Minutes& minutes) {
  Query(tx.connection, "INSERT INTO minutes (event_id, report, meeting, version, markdown) VALUES (?, ?, ?, ?, ?)",
        minutes.event, meeting.report, meeting.number, minutes.version, minutes.markdown)
      .run();
}

std::int64_t minutes_version(ReadTx& tx, const std::string& report, std::int64_t meeting) {
  Query query(tx.connection, "SELECT coalesce(max(version), 0) FROM minutes WHERE report = ? AND meeting = ?", report,
              meeting);
  query.next();
  return query.integer(0);
}

std::optional<domain::Minutes> find_minutes(ReadTx& tx, const std::string& report, std::int64_t meeting) {
  Query query(tx.connection,
              "SELECT m.version, m.markdown, e.id, e.at, e.user, u.name, e.agency, e.role, f.absent, fa.name "
              "FROM minutes m CROSS JOIN events e ON e.id = m.event_id LEFT JOIN users u ON u.id = e.user LEFT "
              "JOIN deputy_acts f ON f.event_id = e.id LEFT JOIN users fa ON fa.id = f.absent WHERE m.report = "
              "? AND m.meeting = ? ORDER BY m.version DESC LIMIT 1",
              report, meeting);
  if (!query.next()) return std::nullopt;
  domain::Minutes minutes;
  minutes.version = query.integer(0);
  minutes.markdown = query.text(1);
  minutes.event = query.integer(2);
  minutes.at = query.integer(3);
  minutes.by = read_author(query, 4);
  return minutes;
}

std::vector<std::string> changed_minutes(ReadTx& tx) {
  Query query(tx.connection,
              "SELECT m.report || '/' || m.meeting, m.markdown, e.data ->> '$.sha256', e.report IS m.report "
              "AND e.data ->> '$.number' IS m.meeting AND e.data ->> '$.version' IS m.version FROM minutes m "
              "LEFT JOIN events e ON e.id = m.event_id AND e.type = 'meeting.minuted' AND json_valid(e.data)");
  std::vector<std::string> changed;
  while (query.next()) {
    if (query.boolean(3) && sha256_hex(query.text(1)) == query.text(2)) continue;
    changed.push_back(query.text(0));
  }
  return changed;
}

}  // namespace store
