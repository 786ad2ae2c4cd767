#include "store/changes.hpp"

namespace store {

LastChange last_report_change(ReadTx& tx, const std::string& report) {
  Query query(tx.connection,
              "SELECT id, at FROM events WHERE id = (SELECT max(event_id) FROM report_versions WHERE report = ?)",
              report);
  if (!query.next()) return {};
  return {query.integer(0), query.integer(1)};
}

std::map<std::string, LastChange> last_section_changes(ReadTx& tx, const std::string& report) {
  // For each section one step to the end of its versions.
  Query query(tx.connection,
              "SELECT s.id, e.id, e.at FROM sections s CROSS JOIN events e ON e.id = (SELECT max(v.event_id) "
              "FROM section_versions v WHERE v.report = s.report AND v.section = s.id) WHERE s.report = ?",
              report);
  std::map<std::string, LastChange> changes;
  while (query.next()) changes[query.text(0)] = {query.integer(1), query.integer(2)};
  return changes;
}

}  // namespace store
