// Tasks and requests for assistance: what is saved is what is read, and every version is kept.
#include <doctest/doctest.h>

#include "store/log/events.hpp"
#include "store/preparation/assistance.hpp"
#include "store/preparation/tasks.hpp"
#include "support/stored_section.hpp"

namespace {

std::int64_t planned_event(store::WriteTx& tx) {
  return store::append_event(tx, "test", {"r", ""}, {"writer", "", "labour", "head"}, nlohmann::json::object());
}

domain::Task full_task() {
  domain::Task task;
  task.report = "r";
  task.number = 1;
  task.version = 1;
  task.title = "T";
  task.agency = "labour";
  task.section = "s";
  task.stage = "collect";
  return task;
}

std::int64_t rows_of(store::ReadTx& tx, const std::string& table) {
  SQLite::Statement count(tx.connection.raw(), "SELECT count(*) FROM " + table);
  count.executeStep();
  return count.getColumn(0).getInt64();
}

}  // namespace

TEST_CASE("a task is read as it was saved last, and every version is kept") {
  support::StoredSection stored;
  stored.database.write([&](store::WriteTx& tx) {
    domain::Task task = full_task();
    task.due = domain::StageDay{"collect", -7};
    task.event = planned_event(tx);
    store::save_task(tx, task);
    task.version = 2;
    task.note = "N";
    task.due.reset();
    task.due_on = "2026-02-01";
    task.state = domain::TaskState::dropped;
    task.reason = "R";
    task.depends_on = {3, 4};
    task.event = planned_event(tx);
    store::save_task(tx, task);
  });
  stored.database.read([&](store::ReadTx& tx) {
    const auto task = store::find_task(tx, "r", 1).value();
    CHECK(task.version == 2);
    CHECK(task.title == "T");
    CHECK(task.note == "N");
    CHECK(task.agency == "labour");
    CHECK(task.role.empty());
    CHECK(task.due_on == "2026-02-01");
    CHECK_FALSE(task.due);
    CHECK(task.state == domain::TaskState::dropped);
    CHECK(task.reason == "R");
    CHECK(task.section == "s");
    CHECK(task.stage == "collect");
    CHECK(task.depends_on == std::vector<std::int64_t>{3, 4});
    CHECK(task.by.user == "writer");
    CHECK(task.by.role == "head");
    CHECK(rows_of(tx, "tasks") == 1);
    CHECK(rows_of(tx, "task_versions") == 2);
    CHECK(store::running_tasks(tx, "r").empty());
    CHECK(store::task_dependences(tx, "r").at(1).size() == 2);
    CHECK_FALSE(store::find_task(tx, "r", 2));
    CHECK(store::next_task_number(tx, "r") == 2);
    return 0;
  });
}

TEST_CASE("a day counted from a stage is read with its stage") {
  support::StoredSection stored;
  stored.database.write([&](store::WriteTx& tx) {
    domain::Task task = full_task();
    task.due = domain::StageDay{"collect", -7};
    task.event = planned_event(tx);
    store::save_task(tx, task);
  });
  stored.database.read([&](store::ReadTx& tx) {
    const auto due = store::find_task(tx, "r", 1).value().due;
    REQUIRE(due);
    CHECK(due->stage == "collect");
    CHECK(due->days == -7);
    CHECK(store::running_tasks(tx, "r") == std::set<std::int64_t>{1});
    return 0;
  });
}

TEST_CASE("a request for assistance is read as it was saved last, and every version is kept") {
  support::StoredSection stored;
  stored.database.write([&](store::WriteTx& tx) {
    domain::Task task = full_task();
    task.event = planned_event(tx);
    store::save_task(tx, task);
    domain::Assistance request;
    request.report = "r";
    request.number = 1;
    request.version = 1;
    request.title = "T";
    request.partner = "IOM";
    request.kind = domain::AssistanceKind::funds;
    request.amount = "10.50";
    request.currency = "USD";
    request.task = 1;
    request.event = planned_event(tx);
    store::save_assistance(tx, request);
    request.version = 2;
    request.state = domain::AssistanceState::agreed;
    request.answer = "Yes.";
    request.needed_by = "2026-02-01";
    request.event = planned_event(tx);
    store::save_assistance(tx, request);
  });
  stored.database.read([&](store::ReadTx& tx) {
    const auto request = store::find_assistance(tx, "r", 1).value();
    CHECK(request.version == 2);
    CHECK(request.partner == "IOM");
    CHECK(request.kind == domain::AssistanceKind::funds);
    CHECK(request.amount == "10.50");
    CHECK(request.currency == "USD");
    CHECK(request.task == 1);
    CHECK(request.needed_by == "2026-02-01");
    CHECK(request.state == domain::AssistanceState::agreed);
    CHECK(request.answer == "Yes.");
    CHECK_FALSE(request.outcome);
    CHECK(rows_of(tx, "assistance_versions") == 2);
    CHECK(store::count_assistance(tx, "r") == 1);
    return 0;
  });
}

TEST_CASE("what has a day is listed while it goes on, and a while after it has ended") {
  support::StoredSection stored;
  stored.database.write([&](store::WriteTx& tx) {
    domain::Task task = full_task();
    for (const auto state : domain::kTaskStates) {
      task.state = state;
      task.reason = state == domain::TaskState::dropped ? std::optional<std::string>("R") : std::nullopt;
      task.due_on = state == domain::TaskState::open ? std::nullopt : std::optional<std::string>("2026-02-01");
      task.event = planned_event(tx);
      task.at = 10 * task.number;
      store::save_task(tx, task);
      ++task.number;
    }
    domain::Assistance request;
    request.report = "r";
    request.version = 1;
    request.title = "T";
    request.partner = "IOM";
    request.needed_by = "2026-02-01";
    for (const auto state : {domain::AssistanceState::requested, domain::AssistanceState::withdrawn}) {
      ++request.number;
      request.state = state;
      request.event = planned_event(tx);
      request.at = 10;
      store::save_assistance(tx, request);
    }
  });
  stored.database.read([&](store::ReadTx& tx) {
    const auto tasks = [&](domain::Millis since) {
      std::string numbers;
      for (const auto& task : store::dated_tasks(tx, "r", "", since)) numbers += std::to_string(task.number);
      return numbers;
    };
    CHECK(tasks(store::kNow) == "2");
    CHECK(tasks(31) == "24");
    CHECK(tasks(30) == "234");
    CHECK(store::dated_tasks(tx, "r", "labour").size() == 1);
    CHECK(store::dated_tasks(tx, "r", "health").empty());
    CHECK(store::dated_assistance(tx, "r", "").size() == 1);
    CHECK(store::dated_assistance(tx, "r", "", 10).size() == 2);
    CHECK(store::dated_assistance(tx, "r", "labour", 10).empty());
    return 0;
  });
}

TEST_CASE("the plan of an earlier event has the tasks and requests that there were, as they were") {
  support::StoredSection stored;
  std::vector<std::int64_t> events;
  stored.database.write([&](store::WriteTx& tx) {
    domain::Task task = full_task();
    domain::Assistance help;
    help.report = "r";
    help.number = help.version = 1;
    help.title = "H";
    help.partner = "IOM";
    for (int version = 1; version <= 3; ++version) {
      task.version = help.version = version;
      task.title = "T" + std::to_string(version);
      help.title = "H" + std::to_string(version);
      task.event = planned_event(tx);
      store::save_task(tx, task);
      events.push_back(task.event);
      if (version == 1) continue;
      help.event = planned_event(tx);
      if (version == 2) help.version = 1;
      if (version == 3) help.version = 2;
      store::save_assistance(tx, help);
    }
    task.number = 2;
    task.version = 1;
    task.event = planned_event(tx);
    store::save_task(tx, task);
    events.push_back(task.event);
  });
  stored.database.read([&](store::ReadTx& tx) {
    CHECK(store::list_tasks_at(tx, "r", events[0] - 1).empty());
    CHECK(store::list_tasks_at(tx, "r", events[1]).at(0).title == "T2");
    CHECK(store::list_tasks_at(tx, "r", events[2]).size() == 1);
    const auto now = store::list_tasks_at(tx, "r", events[3]);
    REQUIRE(now.size() == 2);
    CHECK(now[0].title == "T3");
    CHECK(now[0].agency == "labour");
    CHECK(store::list_assistance_at(tx, "r", events[1]).empty());
    CHECK(store::list_assistance_at(tx, "r", events[2]).at(0).title == "H2");
    CHECK(store::list_assistance_at(tx, "r", events[3]).at(0).title == "H3");
  });
}
