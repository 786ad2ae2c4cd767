#include "store/preparation/meetings.hpp"

#include <nlohmann/json.hpp>

#include "store/database/json_columns.hpp"
#include "store/log/authors.hpp"

namespace store {
namespace {

domain::Agenda agenda_from(const std::string& column) {
  const auto json = nlohmann::json::parse(column);
  domain::Agenda agenda;
  agenda.left_out = json.at("left_out");
  for (const auto& row : json.at("points")) {
    domain::AgendaPoint point;
    point.kind = domain::parse_point_kind(row.at("kind").get<std::string>()).value();
    point.key = row.at("key");
    point.agency = row.at("agency");
    point.day = row.at("day");
    agenda.points.push_back(std::move(point));
  }
  return agenda;
}

// report, number, version, title, held_on, starts_at, place, link, organisers, partners, agencies, topics, state,
// reason, agenda, event, at, user, name, author's agency, role, whose deputy, their name
domain::Meeting read_meeting(const Query& row) {
  domain::Meeting meeting;
  meeting.report = row.text(0);
  meeting.number = row.integer(1);
  meeting.version = row.integer(2);
  meeting.title = row.text(3);
  meeting.held_on = row.text(4);
  meeting.starts_at = row.optional_text(5);
  meeting.place = row.optional_text(6);
  meeting.link = row.optional_text(7);
  meeting.organisers = list_from(row.text(8));
  meeting.partners = list_from(row.text(9));
  meeting.agencies = list_from(row.text(10));
  meeting.topics = list_from(row.text(11));
  meeting.state = domain::parse_meeting_state(row.text(12)).value();
  meeting.reason = row.optional_text(13);
  if (!row.is_null(14)) meeting.agenda = agenda_from(row.text(14));
  meeting.event = row.integer(15);
  meeting.at = row.integer(16);
  meeting.by = read_author(row, 17);
  return meeting;
}

}  // namespace

std::int64_t next_meeting_number(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT coalesce(max(number), 0) + 1 FROM meetings WHERE report = ?", report);
  query.next();
  return query.integer(0);
}

std::string agenda_column(const domain::Agenda& agenda) {
  nlohmann::json points = nlohmann::json::array();
  for (const auto& point : agenda.points) {
    points.push_back({{"kind", std::string(domain::to_string(point.kind))},
                      {"key", point.key},
                      {"agency", point.agency},
                      {"day", point.day}});
  }
  return nlohmann::json{{"points", std::move(points)}, {"left_out", agenda.left_out}}.dump();
}

void save_meeting(WriteTx& tx, const domain::Meeting& meeting) {
  const auto agenda = meeting.agenda ? std::optional(agenda_column(*meeting.agenda)) : std::nullopt;
  Query(tx.connection,
        "INSERT INTO meetings (report, number, version, title, held_on, starts_at, place, link, organisers, partners, "
        "agencies, topics, state, reason, agenda, event_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (report, number) DO UPDATE SET version = excluded.version, title = excluded.title, "
        "held_on = excluded.held_on, starts_at = excluded.starts_at, place = excluded.place, link = excluded.link, "
        "organisers = excluded.organisers, partners = excluded.partners, agencies = excluded.agencies, "
        "topics = excluded.topics, state = excluded.state, reason = excluded.reason, agenda = excluded.agenda, "
        "event_id = excluded.event_id",
        meeting.report, meeting.number, meeting.version, meeting.title, meeting.held_on, meeting.starts_at,
        meeting.place, meeting.link, to_column(meeting.organisers), to_column(meeting.partners),
        to_column(meeting.agencies), to_column(meeting.topics), domain::to_string(meeting.state), meeting.reason,
        agenda, meeting.event)
      .run();
  Query(tx.connection,
        "INSERT INTO meeting_versions (event_id, report, number, version, title, held_on, starts_at, place, link, "
        "organisers, partners, agencies, topics, state, reason, agenda) SELECT event_id, report, number, version, "
        "title, held_on, starts_at, place, link, organisers, partners, agencies, topics, state, reason, agenda "
        "FROM meetings WHERE report = ? AND number = ?",
        meeting.report, meeting.number)
      .run();
}

std::optional<domain::Meeting> find_meeting(ReadTx& tx, const std::string& report, std::int64_t number) {
  auto found = list_meetings(tx, report, "", number - 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return std::move(found.front());
}

std::vector<domain::Meeting> list_meetings(ReadTx& tx, const std::string& report, const std::string& state,
                                           std::int64_t above, int limit) {
  Query query(tx.connection,
              "SELECT m.report, m.number, m.version, m.title, m.held_on, m.starts_at, m.place, m.link, "
              "m.organisers, m.partners, m.agencies, m.topics, m.state, m.reason, m.agenda, e.id, e.at, e.user, "
              "u.name, e.agency, e.role, f.absent, fa.name FROM meetings m CROSS JOIN events e ON e.id = "
              "m.event_id LEFT JOIN users u ON u.id = e.user LEFT JOIN deputy_acts f ON f.event_id = e.id LEFT "
              "JOIN users fa ON fa.id = f.absent WHERE m.report = ?1 AND m.number > ?2 AND (?3 = '' OR m.state "
              "= ?3) ORDER BY m.number LIMIT ?4",
              report, above, state, limit);
  std::vector<domain::Meeting> meetings;
  while (query.next()) meetings.push_back(read_meeting(query));
  return meetings;
}

bool asked_before(ReadTx& tx, const domain::Meeting& meeting, const std::string& agency) {
  Query query(tx.connection,
              "SELECT 1 FROM meeting_versions v, json_each(v.agencies) a WHERE v.report = ? AND v.number = ? AND "
              "a.value = ? LIMIT 1",
              meeting.report, meeting.number, agency);
  return query.next();
}

std::set<std::int64_t> meeting_moves(ReadTx& tx, const std::string& report, std::int64_t after) {
  Query query(tx.connection,
              "SELECT v.event_id FROM meeting_versions v JOIN meeting_versions b ON b.report = v.report AND b.number = "
              "v.number AND b.version = v.version - 1 WHERE v.report = ?1 AND v.event_id > ?2 AND (v.state = "
              "'cancelled' OR v.held_on <> b.held_on OR v.starts_at IS NOT b.starts_at OR v.place IS NOT b.place OR "
              "v.link IS NOT b.link) AND v.state <> 'held' AND (v.state, b.state) <> ('cancelled', 'cancelled')",
              report, after);
  std::set<std::int64_t> events;
  while (query.next()) events.insert(query.integer(0));
  return events;
}

int count_meetings(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT count(*) FROM meetings WHERE report = ?", report);
  query.next();
  return static_cast<int>(query.integer(0));
}

}  // namespace store
