#include "store/log/events.hpp"

#include <utility>

#include "store/database/hash.hpp"
#include "store/database/json_columns.hpp"

namespace store {
namespace {

domain::Event read_event(const Query& row) {
  domain::Event event;
  event.id = row.integer(0);
  event.at = row.integer(1);
  event.type = row.text(2);
  event.report = row.text(3);
  event.section = row.text(4);
  event.by = {row.text(5), row.text(10), row.text(6), row.text(7), row.text(12), row.text(13)};
  event.data = row.text(8);
  event.prev_hash = row.text(9);
  event.hash = row.text(11);
  return event;
}

std::vector<domain::Event> read_all(Query& query) {
  std::vector<domain::Event> events;
  while (query.next()) events.push_back(read_event(query));
  return events;
}

EventPage read_page(Query& query, int limit) {
  EventPage page;
  std::size_t data = 0;
  while (data < kMostDataOfPage && query.next()) {
    page.events.push_back(read_event(query));
    data += page.events.back().data.size();
  }
  page.more = data >= kMostDataOfPage || page.events.size() == static_cast<std::size_t>(limit);
  return page;
}

// The last event up to a time. Numbers have no gap and times never go back, so that halving finds it.
std::int64_t last_id_until(ReadTx& tx, domain::Millis until) {
  std::int64_t known = 0;
  std::int64_t newest = last_event(tx).id;
  while (known < newest) {
    const std::int64_t middle = newest - (newest - known) / 2;
    Query at(tx.connection, "SELECT at FROM events WHERE id = ?", middle);
    if (at.next() && at.integer(0) <= until) {
      known = middle;
    } else {
      newest = middle - 1;
    }
  }
  return known;
}

}  // namespace

std::string event_hash(const domain::Event& event) {
  auto members = nlohmann::json::array({event.id, event.at, event.type, event.report, event.section, event.by.user,
                                        event.by.agency, event.by.role, event.data, event.prev_hash});
  if (!event.by.for_user.empty()) members.push_back(event.by.for_user);
  return sha256_hex(members.dump());
}

std::int64_t append_event(WriteTx& tx, std::string type, const domain::Subject& subject, const domain::Author& by,
                          const nlohmann::json& data) {
  domain::Event event;
  event.id = tx.head.id + 1;
  event.at = tx.now;
  event.type = std::move(type);
  event.report = subject.report;
  event.section = subject.section;
  event.by = by;
  event.data = data.dump();
  event.prev_hash = tx.head.hash;
  event.hash = event_hash(event);
  Query(tx.connection,
        "INSERT INTO events (id, at, type, report, section, user, agency, role, data, prev_hash, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.id, event.at, event.type, or_null(event.report), or_null(event.section), or_null(by.user),
        or_null(by.agency), or_null(by.role), event.data, event.prev_hash, event.hash)
      .run();
  if (!by.for_user.empty()) {
    Query(tx.connection, "INSERT INTO deputy_acts (event_id, absent) VALUES (?, ?)", event.id, by.for_user).run();
  }
  tx.head = {event.id, event.at, event.hash};
  tx.changes.push_back({event.id, event.report, event.type});
  return event.id;
}

EventPage list_events(ReadTx& tx, const std::optional<std::string>& report, std::int64_t after, int limit) {
  if (report) {
    Query query(
        tx.connection,
        "SELECT e.id, at, type, report, section, e.user, agency, role, data, prev_hash, u.name, hash, d.absent, a.name "
        "FROM events e LEFT JOIN users u ON u.id = e.user LEFT JOIN deputy_acts d ON d.event_id = e.id "
        "LEFT JOIN users a ON a.id = d.absent WHERE report = ? AND e.id > ? ORDER BY e.id LIMIT ?",
        *report, after, limit);
    return read_page(query, limit);
  }
  Query query(
      tx.connection,
      "SELECT e.id, at, type, report, section, e.user, agency, role, data, prev_hash, u.name, hash, d.absent, a.name "
      "FROM events e LEFT JOIN users u ON u.id = e.user LEFT JOIN deputy_acts d ON d.event_id = e.id "
      "LEFT JOIN users a ON a.id = d.absent WHERE e.id > ? ORDER BY e.id LIMIT ?",
      after, limit);
  return read_page(query, limit);
}

std::vector<domain::Event> list_newest_events(ReadTx& tx, const std::string& report,
                                              const std::vector<std::string>& types, std::int64_t after, int limit) {
  Query query(
      tx.connection,
      "SELECT e.id, at, type, report, section, e.user, agency, role, data, prev_hash, u.name, hash, d.absent, a.name "
      "FROM events e LEFT JOIN users u ON u.id = e.user LEFT JOIN deputy_acts d ON d.event_id = e.id "
      "LEFT JOIN users a ON a.id = d.absent WHERE report = ? AND e.id > ? "
      "AND type IN (SELECT value FROM json_each(?)) ORDER BY e.id DESC LIMIT ?",
      report, after, to_column(types), limit);
  return read_all(query);
}

void visit_events(ReadTx& tx, const std::function<bool(const domain::Event&)>& visitor) {
  Query query(tx.connection,
              "SELECT id, at, type, report, section, user, agency, role, data, prev_hash, NULL, hash, d.absent, NULL "
              "FROM events LEFT JOIN deputy_acts d ON d.event_id = id ORDER BY id");
  while (query.next()) {
    if (!visitor(read_event(query))) return;
  }
}

LastEvent last_event(ReadTx& tx) {
  Query query(tx.connection, "SELECT id, at FROM events ORDER BY id DESC LIMIT 1");
  if (!query.next()) return {};
  return {query.integer(0), query.integer(1)};
}

LastEvent last_event_for(ReadTx& tx, const std::string& report, std::optional<domain::Millis> until) {
  const std::int64_t newest = until ? last_id_until(tx, *until) : last_event(tx).id;
  LastEvent last;
  Query own(tx.connection, "SELECT id, at FROM events WHERE report = ? AND id <= ? ORDER BY id DESC LIMIT 1", report,
            newest);
  if (own.next()) last = {own.integer(0), own.integer(1)};
  Query agencies(tx.connection,
                 "SELECT e.id, e.at FROM agency_versions v JOIN events e ON e.id = v.event_id WHERE v.event_id <= ? "
                 "ORDER BY v.event_id DESC LIMIT 1",
                 newest);
  if (agencies.next() && agencies.integer(0) > last.id) last = {agencies.integer(0), agencies.integer(1)};
  return last;
}

}  // namespace store
