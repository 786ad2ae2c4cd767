#include "store/preparation/reminders.hpp"

namespace store {
namespace {

domain::Reminder read_reminder(const Query& row) {
  domain::Reminder reminder;
  reminder.event = row.integer(0);
  reminder.report = row.text(1);
  reminder.agency = row.text(2);
  reminder.on = row.text(3);
  reminder.by_hand = row.boolean(4);
  reminder.note = row.optional_text(5);
  reminder.by = {row.text(6), row.text(7), row.text(8), row.text(9), row.text(11), row.text(12)};
  reminder.at = row.integer(10);
  return reminder;
}

void read_sections(ReadTx& tx, domain::Reminder& reminder) {
  Query query(tx.connection,
              "SELECT r.section, r.due_on, r.days FROM reminder_sections r JOIN sections s ON s.report = r.report "
              "AND s.id = r.section WHERE r.event_id = ? ORDER BY s.position",
              reminder.event);
  while (query.next()) {
    reminder.sections.push_back({query.text(0), query.text(1), static_cast<int>(query.integer(2))});
  }
}

}  // namespace

void insert_reminder(WriteTx& tx, const domain::Reminder& reminder) {
  Query(tx.connection,
        "INSERT INTO reminders (event_id, report, agency, made_on, by_hand, note, user, author_agency, role, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        reminder.event, reminder.report, reminder.agency, reminder.on, reminder.by_hand, reminder.note,
        or_null(reminder.by.user), or_null(reminder.by.agency), or_null(reminder.by.role), reminder.at)
      .run();
  for (const auto& one : reminder.sections) {
    Query(tx.connection,
          "INSERT INTO reminder_sections (event_id, section, report, agency, due_on, days, by_hand) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)",
          reminder.event, one.section, reminder.report, reminder.agency, one.due_on, one.days, reminder.by_hand)
        .run();
  }
}

std::vector<domain::Reminder> list_reminders(ReadTx& tx, const std::string& report, const std::string& agency,
                                             std::int64_t above, int limit) {
  std::vector<domain::Reminder> reminders;
  Query query(tx.connection,
              "SELECT r.event_id, r.report, r.agency, r.made_on, r.by_hand, r.note, r.user, u.name, r.author_agency, "
              "r.role, r.at, f.absent, fa.name FROM reminders r LEFT JOIN users u ON u.id = r.user "
              "LEFT JOIN deputy_acts f ON f.event_id = r.event_id LEFT JOIN users fa ON fa.id = f.absent "
              "WHERE r.report = ?1 AND r.event_id > ?2 "
              "AND (?3 = '' OR r.agency = ?3) ORDER BY r.event_id LIMIT ?4",
              report, above, agency, limit);
  while (query.next()) reminders.push_back(read_reminder(query));
  for (auto& reminder : reminders) read_sections(tx, reminder);
  return reminders;
}

std::optional<domain::Millis> last_reminder_by_hand(ReadTx& tx, const std::string& report, const std::string& agency) {
  Query query(tx.connection,
              "SELECT at FROM reminders WHERE report = ? AND agency = ? AND by_hand = 1 ORDER BY event_id DESC LIMIT 1",
              report, agency);
  if (!query.next()) return std::nullopt;
  return query.integer(0);
}

bool was_reminded(ReadTx& tx, const std::string& report, const std::string& agency,
                  const domain::RemindedSection& section) {
  Query query(tx.connection,
              "SELECT 1 FROM reminder_sections WHERE by_hand = 0 AND report = ? AND section = ? AND agency = ? "
              "AND due_on = ? AND days = ?",
              report, section.section, agency, section.due_on, section.days);
  return query.next();
}

std::optional<std::string> reminder_day(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT day FROM reminder_days WHERE report = ?", report);
  return query.next() ? query.optional_text(0) : std::nullopt;
}

void save_reminder_day(WriteTx& tx, const std::string& report, const std::string& day) {
  Query(tx.connection,
        "INSERT INTO reminder_days (report, day) VALUES (?, ?) ON CONFLICT (report) DO UPDATE SET day = excluded.day",
        report, day)
      .run();
}

}  // namespace store
