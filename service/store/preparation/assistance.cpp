#include "store/preparation/assistance.hpp"

#include "store/log/authors.hpp"
namespace store {
namespace {

// report, number, version, title, note, partner, kind, needed_by, amount, currency, agency, task, state, answer,
// outcome, event, at, user, name, author's agency, role, whose deputy, their name
domain::Assistance read_assistance(const Query& row) {
  domain::Assistance request;
  request.report = row.text(0);
  request.number = row.integer(1);
  request.version = row.integer(2);
  request.title = row.text(3);
  request.note = row.optional_text(4);
  request.partner = row.text(5);
  request.kind = domain::parse_assistance_kind(row.text(6)).value();
  request.needed_by = row.optional_text(7);
  request.amount = row.optional_text(8);
  request.currency = row.optional_text(9);
  request.agency = row.text(10);
  request.task = row.optional_integer(11);
  request.state = domain::parse_assistance_state(row.text(12)).value();
  request.answer = row.optional_text(13);
  request.outcome = row.optional_text(14);
  request.event = row.integer(15);
  request.at = row.integer(16);
  request.by = read_author(row, 17);
  return request;
}

// number, title, partner, needed_by, agency, state, event, at
std::vector<domain::Assistance> read_dated_requests(Query& query) {
  std::vector<domain::Assistance> requests;
  while (query.next()) {
    domain::Assistance& request = requests.emplace_back();
    request.number = query.integer(0);
    request.title = query.text(1);
    request.partner = query.text(2);
    request.needed_by = query.optional_text(3);
    request.agency = query.text(4);
    request.state = domain::parse_assistance_state(query.text(5)).value();
    request.event = query.integer(6);
    request.at = query.integer(7);
  }
  return requests;
}

}  // namespace

std::int64_t next_assistance_number(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT coalesce(max(number), 0) + 1 FROM assistance WHERE report = ?", report);
  query.next();
  return query.integer(0);
}

void save_assistance(WriteTx& tx, const domain::Assistance& request) {
  Query(tx.connection,
        "INSERT INTO assistance (report, number, version, title, note, partner, kind, needed_by, amount, currency, "
        "agency, task, state, answer, outcome, event_id, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?) "
        "ON CONFLICT (report, number) DO UPDATE SET version = excluded.version, title = excluded.title, "
        "note = excluded.note, partner = excluded.partner, kind = excluded.kind, needed_by = excluded.needed_by, "
        "amount = excluded.amount, currency = excluded.currency, agency = excluded.agency, task = excluded.task, "
        "state = excluded.state, answer = excluded.answer, outcome = excluded.outcome, event_id = excluded.event_id, "
        "changed_at = excluded.changed_at",
        request.report, request.number, request.version, request.title, request.note, request.partner,
        domain::to_string(request.kind), request.needed_by, request.amount, request.currency, or_null(request.agency),
        request.task, domain::to_string(request.state), request.answer, request.outcome, request.event, request.at)
      .run();
  Query(tx.connection,
        "INSERT INTO assistance_versions (event_id, report, number, version, title, note, partner, kind, needed_by, "
        "amount, currency, agency, task, state, answer, outcome) SELECT event_id, report, number, version, title, "
        "note, partner, kind, needed_by, amount, currency, agency, task, state, answer, outcome FROM assistance "
        "WHERE report = ? AND number = ?",
        request.report, request.number)
      .run();
}

std::optional<domain::Assistance> find_assistance(ReadTx& tx, const std::string& report, std::int64_t number) {
  auto found = list_assistance(tx, report, {}, number - 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return std::move(found.front());
}

std::vector<domain::Assistance> list_assistance(ReadTx& tx, const std::string& report,
                                                const domain::AssistanceFilter& filter, std::int64_t above, int limit) {
  Query query(tx.connection,
              "SELECT a.report, a.number, a.version, a.title, a.note, a.partner, a.kind, a.needed_by, a.amount, "
              "a.currency, a.agency, a.task, a.state, a.answer, a.outcome, a.event_id, a.changed_at, e.user, "
              "u.name, e.agency, e.role, f.absent, fa.name FROM assistance a CROSS JOIN events e ON e.id = "
              "a.event_id LEFT JOIN users u ON u.id = e.user LEFT JOIN deputy_acts f ON f.event_id = e.id LEFT "
              "JOIN users fa ON fa.id = f.absent WHERE a.report = ?1 AND a.number > ?2 AND (?3 = '' OR a.state "
              "= ?3) AND (?4 = '' OR a.agency = ?4) AND (?5 = '' OR a.kind = ?5) ORDER BY a.number LIMIT ?6",
              report, above, filter.state, filter.agency, filter.kind, limit);
  std::vector<domain::Assistance> requests;
  while (query.next()) requests.push_back(read_assistance(query));
  return requests;
}

std::vector<domain::Assistance> list_assistance_at(ReadTx& tx, const std::string& report, std::int64_t event) {
  // For each request one step into its versions, from the newest on.
  Query query(tx.connection,
              "SELECT v.number, v.title, v.partner, v.kind, v.needed_by, v.amount, v.currency, v.state, v.answer, "
              "v.outcome FROM assistance a CROSS JOIN assistance_versions v ON v.event_id = (SELECT w.event_id FROM "
              "assistance_versions w WHERE w.report = a.report AND w.number = a.number AND w.event_id <= ?2 "
              "ORDER BY w.version DESC LIMIT 1) WHERE a.report = ?1 ORDER BY a.number",
              report, event);
  std::vector<domain::Assistance> requests;
  while (query.next()) {
    domain::Assistance& request = requests.emplace_back();
    request.number = query.integer(0);
    request.title = query.text(1);
    request.partner = query.text(2);
    request.kind = domain::parse_assistance_kind(query.text(3)).value();
    request.needed_by = query.optional_text(4);
    request.amount = query.optional_text(5);
    request.currency = query.optional_text(6);
    request.state = domain::parse_assistance_state(query.text(7)).value();
    request.answer = query.optional_text(8);
    request.outcome = query.optional_text(9);
  }
  return requests;
}

std::vector<domain::Assistance> dated_assistance(ReadTx& tx, const std::string& report, const std::string& agency,
                                                 domain::Millis ended_since) {
  Query query(tx.connection,
              "SELECT number, title, partner, needed_by, agency, state, event_id, changed_at FROM assistance "
              "WHERE report = ?1 AND (?2 = '' OR agency = ?2) AND needed_by IS NOT NULL "
              "AND (state IN ('drafted', 'requested', 'agreed') OR changed_at >= ?3) ORDER BY number",
              report, agency, ended_since);
  return read_dated_requests(query);
}

std::vector<domain::Assistance> assistance_without_its_day(ReadTx& tx, const std::string& report,
                                                           const std::string& agency, domain::Millis since) {
  Query query(tx.connection,
              "SELECT v.number, v.title, v.partner, v.needed_by, v.agency, 'withdrawn', a.event_id, a.changed_at FROM "
              "assistance a JOIN assistance_versions v ON v.report = a.report AND v.number = a.number AND v.version = "
              "(SELECT max(w.version) FROM assistance_versions w WHERE w.report = a.report AND w.number = a.number AND "
              "w.needed_by IS NOT NULL AND (?2 = '' OR w.agency = ?2)) WHERE a.report = ?1 AND a.version > 1 AND "
              "a.changed_at >= ?3 AND v.version < a.version AND (a.needed_by IS NULL OR (?2 <> '' AND a.agency IS NOT "
              "?2)) ORDER BY a.number",
              report, agency, since);
  return read_dated_requests(query);
}

int count_assistance(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT count(*) FROM assistance WHERE report = ?", report);
  query.next();
  return static_cast<int>(query.integer(0));
}

}  // namespace store
