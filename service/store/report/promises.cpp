#include "store/report/promises.hpp"

#include "store/database/hash.hpp"
#include "store/database/json_columns.hpp"

namespace store {
namespace {

// report, number, text, from_report, from_section, from_revisions, added event, version, status, agency, answered_in,
// note, event, user, name, author's agency, role, at, absent, their name
domain::Promise read_promise(const Query& row) {
  domain::Promise promise;
  promise.report = row.text(0);
  promise.number = row.integer(1);
  promise.text = localized_from(row.text(2));
  if (!row.is_null(3)) promise.source = domain::PromiseSource{row.text(3), row.text(4), numbers_from(row.text(5))};
  promise.added_event = row.integer(6);
  promise.version = row.integer(7);
  promise.status = domain::parse_promise_status(row.text(8)).value();
  promise.agency = row.text(9);
  promise.answered_in = row.text(10);
  promise.note = row.optional_text(11);
  promise.event = row.integer(12);
  promise.by = {row.text(13), row.text(14), row.text(15), row.text(16), row.text(18), row.text(19)};
  promise.at = row.integer(17);
  return promise;
}

std::optional<std::string> hash_of(const std::optional<std::string>& text) {
  return text ? std::optional(sha256_hex(*text)) : std::nullopt;
}

}  // namespace

std::int64_t next_promise_number(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT coalesce(max(number), 0) + 1 FROM promises WHERE report = ?", report);
  query.next();
  return query.integer(0);
}

std::string promise_text_hash(const domain::LocalizedText& text) { return sha256_hex(to_column(text)); }

void insert_promise(WriteTx& tx, const domain::Promise& p) {
  const domain::PromiseSource source = p.source.value_or(domain::PromiseSource{});
  Query(tx.connection,
        "INSERT INTO promises (report, number, text, from_report, from_section, from_revisions, event_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        p.report, p.number, to_column(p.text), or_null(source.report), or_null(source.section),
        to_column(source.revisions), p.added_event)
      .run();
  insert_promise_answer(tx, p);
}

void insert_promise_answer(WriteTx& tx, const domain::Promise& p) {
  Query(tx.connection,
        "INSERT INTO promise_answers (event_id, report, number, version, status, agency, answered_in, note, user, "
        "author_agency, role, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        p.event, p.report, p.number, p.version, domain::to_string(p.status), or_null(p.agency), or_null(p.answered_in),
        p.note, p.by.user, or_null(p.by.agency), p.by.role, p.at)
      .run();
}

std::optional<domain::Promise> find_promise(ReadTx& tx, const std::string& report, std::int64_t number) {
  auto found = list_promises(tx, report, {}, number - 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return std::move(found.front());
}

std::vector<domain::Promise> list_promises(ReadTx& tx, const std::string& report, const domain::PromiseFilter& filter,
                                           std::int64_t above, int limit) {
  Query query(tx.connection,
              "SELECT p.report, p.number, p.text, p.from_report, p.from_section, p.from_revisions, p.event_id, "
              "a.version, a.status, a.agency, a.answered_in, a.note, a.event_id, a.user, u.name, a.author_agency, "
              "a.role, a.at, d.absent, da.name FROM promises p JOIN promise_answers a ON a.report = p.report AND "
              "a.number = p.number "
              "AND a.version = (SELECT max(x.version) FROM promise_answers x WHERE x.report = p.report "
              "AND x.number = p.number) JOIN users u ON u.id = a.user LEFT JOIN deputy_acts d ON d.event_id = "
              "a.event_id LEFT JOIN users da ON da.id = d.absent WHERE p.report = ?1 AND p.number > ?2 "
              "AND (?3 = '' OR a.status = ?3) AND (?4 = '' OR a.agency = ?4) "
              "AND (?5 = '' OR p.from_section = ?5 OR a.answered_in = ?5) ORDER BY p.number LIMIT ?6",
              report, above, filter.status, filter.agency, filter.section, limit);
  std::vector<domain::Promise> promises;
  while (query.next()) promises.push_back(read_promise(query));
  return promises;
}

std::vector<std::string> promise_faults(ReadTx& tx) {
  std::vector<std::string> faults;
  const auto add = [&](const char* what, const Query& row) {
    faults.push_back(what + row.text(0) + " of report " + row.text(1) + " was changed after it was stored");
  };
  // IS also holds where both are null. The hashes are computed here, SQLite has no such function.
  Query promises(tx.connection,
                 "SELECT p.number, p.report, p.text, e.data ->> '$.text_sha256', e.data ->> '$.number' IS p.number "
                 "AND e.data ->> '$.from.report' IS p.from_report AND e.data ->> '$.from.section' IS p.from_section "
                 "AND coalesce(e.data ->> '$.from.revisions', '{}') IS p.from_revisions FROM promises p "
                 "LEFT JOIN events e ON e.id = p.event_id AND e.type = 'promise.added' AND e.report = p.report "
                 "AND json_valid(e.data) ORDER BY p.report, p.number");
  while (promises.next()) {
    if (!promises.boolean(4) || sha256_hex(promises.text(2)) != promises.text(3)) add("promise ", promises);
  }
  Query answers(tx.connection,
                "SELECT a.number, a.report, a.note, e.data ->> '$.note_sha256', e.data ->> '$.number' IS a.number "
                "AND e.data ->> '$.version' IS a.version AND e.data ->> '$.status' IS a.status "
                "AND e.data ->> '$.agency' IS a.agency AND e.data ->> '$.answered_in' IS a.answered_in "
                "AND e.user IS a.user AND e.agency IS a.author_agency AND e.role IS a.role AND e.at IS a.at "
                "FROM promise_answers a LEFT JOIN events e ON e.id = a.event_id AND e.report = a.report "
                "AND e.type IN ('promise.added', 'promise.answered') AND json_valid(e.data) ORDER BY a.event_id");
  while (answers.next()) {
    if (!answers.boolean(4) || hash_of(answers.optional_text(2)) != answers.optional_text(3)) {
      add("the answer to promise ", answers);
    }
  }
  Query lost(tx.connection,
             "SELECT count(*) FROM events e LEFT JOIN promise_answers a ON a.event_id = e.id "
             "LEFT JOIN promises p ON p.report = a.report AND p.number = a.number "
             "WHERE e.type IN ('promise.added', 'promise.answered') AND p.number IS NULL");
  lost.next();
  if (lost.integer(0) > 0) {
    faults.push_back(std::to_string(lost.integer(0)) + " promises or answers are missing that the events record");
  }
  return faults;
}

}  // namespace store
