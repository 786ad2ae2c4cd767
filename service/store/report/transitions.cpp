#include "store/report/transitions.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

domain::Transition read_transition(const Query& row) {
  domain::Transition transition;
  transition.event = row.integer(0);
  transition.report = row.text(1);
  transition.section = row.text(2);
  transition.action = row.text(3);
  transition.from_state = row.text(4);
  transition.from_step = row.text(5);
  transition.to_state = row.text(6);
  transition.to_step = row.text(7);
  transition.reason = row.optional_text(8);
  transition.revisions = numbers_from(row.text(9));
  transition.own_text = row.boolean(10);
  transition.by = {row.text(11), row.text(12), row.text(13), row.text(14), row.text(16), row.text(17)};
  transition.at = row.integer(15);
  return transition;
}

}  // namespace

void insert_transition(WriteTx& tx, const domain::Transition& t) {
  Query(tx.connection,
        "INSERT INTO transitions (event_id, report, section, action, from_state, from_step, to_state, to_step, reason, "
        "revisions, own_text, user, agency, role, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        t.event, t.report, t.section, t.action, t.from_state, or_null(t.from_step), t.to_state, or_null(t.to_step),
        t.reason, to_column(t.revisions), t.own_text, t.by.user, or_null(t.by.agency), t.by.role, tx.now)
      .run();
}

std::optional<domain::Transition> find_transition(ReadTx& tx, std::int64_t event) {
  Query query(tx.connection,
              "SELECT event_id, report, section, action, from_state, from_step, to_state, to_step, reason, revisions, "
              "own_text, t.user, u.name, agency, role, at, d.absent, da.name FROM transitions t JOIN users u ON u.id = "
              "t.user LEFT JOIN deputy_acts d USING (event_id) LEFT JOIN users da ON da.id = d.absent "
              "WHERE event_id = ?",
              event);
  if (!query.next()) return std::nullopt;
  return read_transition(query);
}

std::vector<domain::Transition> list_transitions(ReadTx& tx, const std::string& report, const std::string& section,
                                                 std::int64_t after, int limit) {
  Query query(tx.connection,
              "SELECT event_id, report, section, action, from_state, from_step, to_state, to_step, reason, revisions, "
              "own_text, t.user, u.name, agency, role, at, d.absent, da.name FROM transitions t JOIN users u ON u.id = "
              "t.user LEFT JOIN deputy_acts d USING (event_id) LEFT JOIN users da ON da.id = d.absent "
              "WHERE report = ? AND section = ? AND event_id > ? ORDER BY event_id LIMIT ?",
              report, section, after, limit);
  std::vector<domain::Transition> transitions;
  while (query.next()) transitions.push_back(read_transition(query));
  return transitions;
}

std::optional<domain::Transition> last_transition(ReadTx& tx, const std::string& report, const std::string& section) {
  Query query(tx.connection,
              "SELECT event_id FROM transitions WHERE report = ? AND section = ? ORDER BY event_id DESC LIMIT 1",
              report, section);
  if (!query.next()) return std::nullopt;
  return find_transition(tx, query.integer(0));
}

std::optional<std::int64_t> last_approved_moment(ReadTx& tx, const std::string& report, const std::string& section,
                                                 const std::string& language) {
  Query query(tx.connection,
              "SELECT c.event_id, (SELECT t.event_id FROM transitions t WHERE t.report = ?1 AND t.section = ?2 "
              "AND t.event_id > c.event_id AND t.from_state = 'approved' AND t.to_state <> 'approved' "
              "ORDER BY t.event_id LIMIT 1) FROM confirmations c WHERE c.report = ?1 AND c.section = ?2 "
              "AND c.language = ?3 ORDER BY c.event_id DESC LIMIT 1",
              report, section, language);
  if (!query.next()) return std::nullopt;
  return query.is_null(1) ? kNow : query.integer(1) - 1;
}

std::map<std::string, std::vector<domain::Transition>> approvals_at(ReadTx& tx, const std::string& report,
                                                                    std::int64_t event) {
  // For each section a short walk back along the index, however long its history is. CROSS keeps the order: SQLite
  // would else go through all transitions of the report.
  Query query(tx.connection,
              "SELECT t.event_id, t.report, t.section, t.action, from_state, from_step, to_state, to_step, t.reason, "
              "revisions, own_text, t.user, u.name, t.agency, t.role, t.at, d.absent, da.name FROM sections s CROSS "
              "JOIN transitions t "
              "ON t.report = s.report AND t.section = s.id AND t.event_id <= ?2 AND t.event_id > coalesce((SELECT "
              "r.event_id FROM transitions r WHERE r.report = s.report AND r.section = s.id AND r.event_id <= ?2 "
              "AND r.action NOT IN ('approve', 'confirm_translation') ORDER BY r.event_id DESC LIMIT 1), 0) "
              "JOIN users u ON u.id = t.user LEFT JOIN deputy_acts d ON d.event_id = t.event_id LEFT JOIN users da ON "
              "da.id = d.absent WHERE s.report = ?1 AND t.action = 'approve' ORDER BY t.event_id",
              report, event);
  std::map<std::string, std::vector<domain::Transition>> approvals;
  while (query.next()) {
    domain::Transition transition = read_transition(query);
    approvals[transition.section].push_back(std::move(transition));
  }
  return approvals;
}

}  // namespace store
