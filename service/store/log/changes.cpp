#include "store/log/changes.hpp"

#include <limits>
#include <set>

#include "store/database/json_columns.hpp"

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

std::vector<DroppedDeadline> dropped_deadlines(ReadTx& tx, const std::string& report, const std::string& section,
                                               domain::Millis since) {
  constexpr int kMostChanges = 100;
  // Most sections were assigned once: their index alone says that nothing was taken away, and no event is read.
  Query count(
      tx.connection,
      "SELECT count(*) FROM (SELECT 1 FROM events WHERE report = ? AND section = ? AND type = 'section.updated' "
      "LIMIT 2)",
      report, section);
  if (count.next() && count.integer(0) < 2) return {};
  Query query(tx.connection,
              "SELECT id, at, coalesce(data -> '$.agency_deadlines', '{}') FROM events WHERE report = ? AND "
              "section = ? AND type = 'section.updated' ORDER BY id DESC LIMIT ?",
              report, section, kMostChanges);
  std::vector<DroppedDeadline> dropped;
  std::set<std::string> seen;  // agencies of which something newer is known
  LastChange newer{0, std::numeric_limits<domain::Millis>::max()};
  while (newer.at >= since && query.next()) {
    for (const auto& [agency, day] : localized_from(query.text(2))) {
      if (seen.insert(agency).second && newer.event != 0) dropped.push_back({section, agency, day, newer});
    }
    newer = {query.integer(0), query.integer(1)};
  }
  return dropped;
}

}  // namespace store
