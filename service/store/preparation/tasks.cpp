#include "store/preparation/tasks.hpp"

#include "store/database/json_columns.hpp"
#include "store/log/authors.hpp"

namespace store {
namespace {

std::optional<domain::StageDay> stage_day_from(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return domain::StageDay{row.text(column), static_cast<int>(row.integer(column + 1))};
}

// report, number, version, title, note, agency, role, due_on, due_stage, due_days, state, reason, section, stage,
// depends_on, event, at, user, name, author's agency, role, whose deputy, their name
domain::Task read_task(const Query& row) {
  domain::Task task;
  task.report = row.text(0);
  task.number = row.integer(1);
  task.version = row.integer(2);
  task.title = row.text(3);
  task.note = row.optional_text(4);
  task.agency = row.text(5);
  task.role = row.text(6);
  task.due_on = row.optional_text(7);
  task.due = stage_day_from(row, 8);
  task.state = domain::parse_task_state(row.text(10)).value();
  task.reason = row.optional_text(11);
  task.section = row.text(12);
  task.stage = row.text(13);
  task.depends_on = number_list_from(row.text(14));
  task.event = row.integer(15);
  task.at = row.integer(16);
  task.by = read_author(row, 17);
  return task;
}

// number, title, agency, role, due_on, due_stage, due_days, state, event, at
std::vector<domain::Task> read_dated_tasks(Query& query) {
  std::vector<domain::Task> tasks;
  while (query.next()) {
    domain::Task& task = tasks.emplace_back();
    task.number = query.integer(0);
    task.title = query.text(1);
    task.agency = query.text(2);
    task.role = query.text(3);
    task.due_on = query.optional_text(4);
    task.due = stage_day_from(query, 5);
    task.state = domain::parse_task_state(query.text(7)).value();
    task.event = query.integer(8);
    task.at = query.integer(9);
  }
  return tasks;
}

}  // namespace

std::int64_t next_task_number(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT coalesce(max(number), 0) + 1 FROM tasks WHERE report = ?", report);
  query.next();
  return query.integer(0);
}

void save_task(WriteTx& tx, const domain::Task& task) {
  const domain::StageDay due = task.due.value_or(domain::StageDay{});
  Query(tx.connection,
        "INSERT INTO tasks (report, number, version, title, note, agency, role, due_on, due_stage, due_days, state, "
        "reason, section, stage, depends_on, event_id, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?9, ''), "
        "iif(?9 = '', "
        "NULL, ?10), ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (report, number) DO UPDATE SET version = excluded.version, title = excluded.title, "
        "note = excluded.note, agency = excluded.agency, role = excluded.role, due_on = excluded.due_on, "
        "due_stage = excluded.due_stage, due_days = excluded.due_days, state = excluded.state, "
        "reason = excluded.reason, section = excluded.section, stage = excluded.stage, "
        "depends_on = excluded.depends_on, event_id = excluded.event_id, changed_at = excluded.changed_at",
        task.report, task.number, task.version, task.title, task.note, or_null(task.agency), or_null(task.role),
        task.due_on, due.stage, due.days, domain::to_string(task.state), task.reason, or_null(task.section),
        or_null(task.stage), to_column(task.depends_on), task.event, task.at)
      .run();
  Query(tx.connection,
        "INSERT INTO task_versions (event_id, report, number, version, title, note, agency, role, due_on, due_stage, "
        "due_days, state, reason, section, stage, depends_on) SELECT event_id, report, number, version, title, note, "
        "agency, role, due_on, due_stage, due_days, state, reason, section, stage, depends_on FROM tasks "
        "WHERE report = ? AND number = ?",
        task.report, task.number)
      .run();
}

std::optional<domain::Task> find_task(ReadTx& tx, const std::string& report, std::int64_t number) {
  auto found = list_tasks(tx, report, {}, number - 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return std::move(found.front());
}

std::vector<domain::Task> list_tasks(ReadTx& tx, const std::string& report, const domain::TaskFilter& filter,
                                     std::int64_t above, int limit) {
  Query query(tx.connection,
              "SELECT t.report, t.number, t.version, t.title, t.note, t.agency, t.role, t.due_on, t.due_stage, "
              "t.due_days, t.state, t.reason, t.section, t.stage, t.depends_on, t.event_id, t.changed_at, "
              "e.user, u.name, e.agency, e.role, f.absent, fa.name FROM tasks t CROSS JOIN events e ON e.id = "
              "t.event_id LEFT JOIN users u ON u.id = e.user LEFT JOIN deputy_acts f ON f.event_id = e.id LEFT "
              "JOIN users fa ON fa.id = f.absent WHERE t.report = ?1 AND t.number > ?2 AND (?3 = '' OR t.state "
              "= ?3) AND (?4 = '' OR t.agency = ?4) AND (?5 = '' OR t.section = ?5) ORDER BY t.number LIMIT ?6",
              report, above, filter.state, filter.agency, filter.section, limit);
  std::vector<domain::Task> tasks;
  while (query.next()) tasks.push_back(read_task(query));
  return tasks;
}

std::vector<domain::Task> list_tasks_at(ReadTx& tx, const std::string& report, std::int64_t event) {
  // For each task one step into its versions, from the newest on.
  Query query(
      tx.connection,
      "SELECT v.number, v.title, v.note, v.agency, v.role, v.due_on, v.due_stage, v.due_days, v.state, v.reason "
      "FROM tasks t CROSS JOIN task_versions v ON v.event_id = (SELECT w.event_id FROM task_versions w "
      "WHERE w.report = t.report AND w.number = t.number AND w.event_id <= ?2 ORDER BY w.version DESC LIMIT 1) "
      "WHERE t.report = ?1 ORDER BY t.number",
      report, event);
  std::vector<domain::Task> tasks;
  while (query.next()) {
    domain::Task& task = tasks.emplace_back();
    task.number = query.integer(0);
    task.title = query.text(1);
    task.note = query.optional_text(2);
    task.agency = query.text(3);
    task.role = query.text(4);
    task.due_on = query.optional_text(5);
    task.due = stage_day_from(query, 6);
    task.state = domain::parse_task_state(query.text(8)).value();
    task.reason = query.optional_text(9);
  }
  return tasks;
}

std::vector<domain::Task> dated_tasks(ReadTx& tx, const std::string& report, const std::string& agency,
                                      domain::Millis ended_since) {
  Query query(tx.connection,
              "SELECT number, title, agency, role, due_on, due_stage, due_days, state, event_id, changed_at FROM tasks "
              "WHERE report = ?1 AND (?2 = '' OR agency = ?2) AND (due_on IS NOT NULL OR due_stage IS NOT NULL) "
              "AND (state IN ('open', 'under_way') OR changed_at >= ?3) ORDER BY number",
              report, agency, ended_since);
  return read_dated_tasks(query);
}

std::vector<domain::Task> tasks_without_their_day(ReadTx& tx, const std::string& report, const std::string& agency,
                                                  domain::Millis since) {
  Query query(tx.connection,
              "SELECT v.number, v.title, v.agency, v.role, v.due_on, v.due_stage, v.due_days, 'dropped', t.event_id, "
              "t.changed_at FROM tasks t JOIN task_versions v ON v.report = t.report AND v.number = t.number AND "
              "v.version = (SELECT max(w.version) FROM task_versions w WHERE w.report = t.report AND w.number = "
              "t.number AND (w.due_on IS NOT NULL OR w.due_stage IS NOT NULL) AND (?2 = '' OR w.agency = ?2)) "
              "WHERE t.report = ?1 AND t.version > 1 AND t.changed_at >= ?3 AND v.version < t.version AND ((t.due_on "
              "IS NULL AND t.due_stage IS NULL) OR (?2 <> '' AND t.agency IS NOT ?2)) ORDER BY t.number",
              report, agency, since);
  return read_dated_tasks(query);
}

int count_tasks(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT count(*) FROM tasks WHERE report = ?", report);
  query.next();
  return static_cast<int>(query.integer(0));
}

std::set<std::int64_t> running_tasks(ReadTx& tx, const std::string& report) {
  Query query(tx.connection,
              "SELECT number FROM tasks WHERE report = ? AND state IN ('open', 'under_way') ORDER BY number", report);
  std::set<std::int64_t> numbers;
  while (query.next()) numbers.insert(numbers.end(), query.integer(0));
  return numbers;
}

domain::Dependences task_dependences(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT number, depends_on FROM tasks WHERE report = ? AND depends_on <> '[]'", report);
  domain::Dependences needs;
  while (query.next()) needs.emplace(query.integer(0), number_list_from(query.text(1)));
  return needs;
}

}  // namespace store
