#include "store/report/in_hands.hpp"

namespace store {

std::vector<Draft> drafts_of(ReadTx& tx, const std::string& user) {
  Query query(tx.connection,
              "SELECT t.report, t.section, t.language, t.revision, r.saved_at FROM sections s JOIN texts t "
              "ON t.report = s.report AND t.section = s.id JOIN revisions r ON r.event_id = t.event_id "
              "LEFT JOIN deputy_acts d ON d.event_id = t.event_id WHERE s.state IN ('draft', 'returned') "
              "AND (r.user = ?1 OR d.absent = ?1) ORDER BY t.report, t.section, t.language",
              user);
  std::vector<Draft> drafts;
  while (query.next()) {
    drafts.push_back({query.text(0), query.text(1), query.text(2), query.integer(3), query.integer(4)});
  }
  return drafts;
}

std::vector<OpenRequest> open_requests_of(ReadTx& tx, const std::string& user) {
  Query query(tx.connection,
              "SELECT x.report, x.number, x.section, x.agency, a.until FROM extensions x JOIN extension_acts a "
              "ON a.event_id = x.event_id LEFT JOIN deputy_acts d ON d.event_id = a.event_id "
              "WHERE (a.user = ?1 OR d.absent = ?1) AND NOT EXISTS (SELECT 1 FROM extension_acts n "
              "WHERE n.report = x.report AND n.number = x.number AND n.version > 1) ORDER BY x.report, x.number",
              user);
  std::vector<OpenRequest> requests;
  while (query.next()) {
    requests.push_back({query.text(0), query.integer(1), query.text(2), query.text(3), query.text(4)});
  }
  return requests;
}

}  // namespace store
