#include "documents/report/plan_tables.hpp"

#include "documents/labels/plan_words.hpp"
#include "documents/report/spelled.hpp"

namespace documents {
namespace {

std::string day_of(const Labels& labels, const std::string& iso) {
  return iso.empty() ? "" : spell_short_date(labels, iso);
}

std::string owner_of(const Labels& labels, const PlannedTask& task) {
  return task.role ? word_for(labels, *task.role) : task.agency;
}

std::string state_of(const Labels& labels, const PlannedTask& task) {
  return word_for(labels, task.state) + (task.overdue ? " (" + labels.form.overdue + ")" : "");
}

// "Yes, in May. Outcome: Two experts came."
std::string said_to(const Labels& labels, const RequestedHelp& help) {
  if (help.outcome.empty()) return help.answer;
  std::string outcome = labelled(labels, labels.papers.outcome, help.outcome);
  if (help.answer.empty()) return outcome;
  return help.answer + (help.answer.ends_with('.') ? " " : "; ") + outcome;
}

std::string amount_of(const RequestedHelp& help) {
  return help.amount.empty() ? "" : help.amount + " " + help.currency;
}

}  // namespace

WordTable plan_table(const Labels& labels, const std::vector<PlannedTask>& tasks) {
  const PaperLabels& words = labels.papers;
  WordTable table;
  table.heads = {labels.letter.number, words.task_number, words.responsible, words.day, words.state, words.outcome};
  for (const auto& task : tasks) {
    table.rows.push_back({std::to_string(task.number), task.title, owner_of(labels, task), day_of(labels, task.due_on),
                          state_of(labels, task), task.result});
  }
  return table;
}

WordTable assistance_table(const Labels& labels, const std::vector<RequestedHelp>& requests) {
  const PaperLabels& words = labels.papers;
  WordTable table;
  table.heads = {labels.letter.number, words.subject, words.partner, words.day,
                 words.amount,         words.state,   words.answer};
  for (const auto& help : requests) {
    table.rows.push_back({std::to_string(help.number), help.title + " (" + word_for(labels, help.kind) + ")",
                          help.partner, day_of(labels, help.needed_by), amount_of(help), word_for(labels, help.state),
                          said_to(labels, help)});
  }
  return table;
}

}  // namespace documents
