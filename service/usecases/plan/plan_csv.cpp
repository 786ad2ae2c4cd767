#include "usecases/plan/plan_csv.hpp"

#include "documents/csv/csv.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/plan/plan_words.hpp"

namespace usecases {
namespace {

using domain::Message;
using domain::say;

class PlanTable {
 public:
  PlanTable(const std::string& language, const std::vector<Message>& headings) : language_(language) {
    for (const Message& heading : headings) cell(heading);
    end_line();
  }

  void cell(const Message& words) { csv_.cell(told(words, language_)); }
  void cell(const std::string& text) { csv_.cell(text); }
  void cell(const std::optional<std::string>& text) { csv_.cell(text.value_or("")); }
  void cell(std::int64_t number) { csv_.cell(std::to_string(number)); }
  void cell(bool holds) { cell(holds ? say("yes") : say("no")); }
  void end_line() { csv_.end_line(); }
  std::string take(bool marked) { return (marked ? std::string(documents::kByteOrderMark) : "") + csv_.take(); }

 private:
  const std::string& language_;
  documents::CsvWriter csv_;
};

// "3 4 obj-07 collect"
std::string dependences_of(const domain::Task& task) {
  std::string text;
  const auto add = [&](const std::string& name) {
    if (!name.empty()) text += (text.empty() ? "" : " ") + name;
  };
  for (const auto number : task.depends_on) add(std::to_string(number));
  add(task.section);
  add(task.stage);
  return text;
}

std::string keys_of(const std::vector<Waited>& waits_for) {
  std::string text;
  for (const Waited& waited : waits_for) text += (text.empty() ? "" : " ") + waited.key;
  return text;
}

void write(PlanTable& table, const TaskView& view) {
  table.cell(view.row.number);
  table.cell(view.row.title);
  table.cell(view.row.agency);
  table.cell(word_for_post(view.row.role));
  table.cell(view.due_on);
  table.cell(word_for(view.row.state));
  table.cell(view.overdue);
  table.cell(dependences_of(view.row));
  table.cell(keys_of(view.waits_for));
  table.cell(view.row.note);
  table.cell(view.row.reason);
  table.end_line();
}

void write(PlanTable& table, const AssistanceView& view) {
  table.cell(view.row.number);
  table.cell(view.row.title);
  table.cell(view.row.partner);
  table.cell(word_for(view.row.kind));
  table.cell(view.row.needed_by);
  table.cell(view.row.amount);
  table.cell(view.row.currency);
  table.cell(view.row.agency);
  table.cell(view.row.task ? std::to_string(*view.row.task) : std::string());
  table.cell(word_for(view.row.state));
  table.cell(view.overdue);
  table.cell(view.row.note);
  table.cell(view.row.answer);
  table.cell(view.row.outcome);
  table.end_line();
}

}  // namespace

std::string tasks_csv(const std::vector<TaskView>& tasks, bool marked, const std::string& language) {
  PlanTable table(language, {say("Number"), say("Task"), say("Agency"), say("Post"), say("Due on"), say("State"),
                             say("Overdue"), say("Depends on"), say("Waits for"), say("Note"), say("Reason")});
  for (const TaskView& view : tasks) write(table, view);
  return table.take(marked);
}

std::string assistance_csv(const std::vector<AssistanceView>& requests, bool marked, const std::string& language) {
  PlanTable table(language, {say("Number"), say("Help needed"), say("Partner"), say("Kind"), say("Needed by"),
                             say("Amount"), say("Currency"), say("Agency"), say("Task"), say("State"), say("Overdue"),
                             say("Note"), say("Answer"), say("Outcome")});
  for (const AssistanceView& view : requests) write(table, view);
  return table.take(marked);
}

}  // namespace usecases
