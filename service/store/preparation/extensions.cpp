#include "store/preparation/extensions.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

// state, until, reason, user, name, author's agency, role, at, event, absent and their name, from `column` on
domain::ExtensionAct read_act(const Query& row, int column) {
  domain::ExtensionAct act;
  act.state = domain::parse_extension_state(row.text(column)).value();
  act.until = row.text(column + 1);
  act.reason = row.optional_text(column + 2);
  act.by = {row.text(column + 3), row.text(column + 4), row.text(column + 5),
            row.text(column + 6), row.text(column + 9), row.text(column + 10)};
  act.at = row.integer(column + 7);
  act.event = row.integer(column + 8);
  return act;
}

constexpr int kAsked = 4;
constexpr int kDecision = 15;

domain::Extension read_extension(const Query& row) {
  domain::Extension extension;
  extension.report = row.text(0);
  extension.number = row.integer(1);
  extension.section = row.text(2);
  extension.agency = row.text(3);
  extension.asked = read_act(row, kAsked);
  if (!row.is_null(kDecision)) extension.decision = read_act(row, kDecision);
  return extension;
}

void insert_act(WriteTx& tx, const domain::Extension& of, const domain::ExtensionAct& act, std::int64_t version) {
  Query(tx.connection,
        "INSERT INTO extension_acts (event_id, report, number, version, state, until, reason, user, author_agency, "
        "role, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        act.event, of.report, of.number, version, domain::to_string(act.state), act.until, act.reason, act.by.user,
        or_null(act.by.agency), act.by.role, act.at)
      .run();
}

}  // namespace

std::int64_t next_extension_number(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT coalesce(max(number), 0) + 1 FROM extensions WHERE report = ?", report);
  query.next();
  return query.integer(0);
}

void insert_extension(WriteTx& tx, const domain::Extension& extension) {
  Query(tx.connection, "INSERT INTO extensions (report, number, section, agency, event_id) VALUES (?, ?, ?, ?, ?)",
        extension.report, extension.number, extension.section, extension.agency, extension.asked.event)
      .run();
  insert_act(tx, extension, extension.asked, 1);
}

void insert_extension_decision(WriteTx& tx, const domain::Extension& extension) {
  insert_act(tx, extension, extension.decision.value(), extension.version());
}

std::optional<domain::Extension> find_extension(ReadTx& tx, const std::string& report, std::int64_t number) {
  auto found = list_extensions(tx, report, {}, number - 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return std::move(found.front());
}

std::vector<domain::Extension> list_extensions(ReadTx& tx, const std::string& report,
                                               const domain::ExtensionFilter& filter, std::int64_t above, int limit) {
  // Most of all that were ever asked for are decided: where the others are wanted, a look into the index passes them
  // over before anything of them is read.
  Query query(
      tx.connection,
      "SELECT x.report, x.number, x.section, x.agency, "
      "a.state, a.until, a.reason, a.user, u.name, a.author_agency, a.role, a.at, a.event_id, f.absent, fa.name, "
      "d.state, d.until, d.reason, d.user, v.name, d.author_agency, d.role, d.at, d.event_id, g.absent, ga.name "
      "FROM extensions x JOIN extension_acts a ON a.event_id = x.event_id JOIN users u ON u.id = a.user "
      "LEFT JOIN extension_acts d ON d.report = x.report AND d.number = x.number AND d.version = 2 "
      "LEFT JOIN users v ON v.id = d.user LEFT JOIN deputy_acts f ON f.event_id = a.event_id LEFT JOIN users fa ON "
      "fa.id = f.absent LEFT JOIN deputy_acts g ON g.event_id = d.event_id LEFT JOIN users ga ON ga.id = g.absent "
      "WHERE x.report = ?1 AND x.number > ?2 "
      "AND (?3 <> 'asked' OR NOT EXISTS (SELECT 1 FROM extension_acts n WHERE n.report = x.report "
      "AND n.number = x.number AND n.version = 2)) "
      "AND (?3 = '' OR coalesce(d.state, a.state) = ?3) AND (?4 = '' OR x.agency = ?4) "
      "AND (?5 = '' OR x.section = ?5) ORDER BY x.number LIMIT ?6",
      report, above, filter.state, filter.agency, filter.section, limit);
  std::vector<domain::Extension> extensions;
  while (query.next()) extensions.push_back(read_extension(query));
  return extensions;
}

int count_extensions(ReadTx& tx, const std::string& report, const std::string& section, const std::string& agency) {
  Query query(tx.connection, "SELECT count(*) FROM extensions WHERE report = ? AND section = ? AND agency = ?", report,
              section, agency);
  query.next();
  return static_cast<int>(query.integer(0));
}

}  // namespace store
