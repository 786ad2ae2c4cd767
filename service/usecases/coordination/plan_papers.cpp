#include "usecases/coordination/plan_papers.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "documents/report/spelled.hpp"
#include "usecases/coordination/assistance.hpp"
#include "usecases/coordination/plan_words.hpp"
#include "usecases/coordination/tasks.hpp"

namespace usecases {
namespace {

using documents::PaperText;

documents::Document composed_plan(const PaperDesk& desk, const std::string& title, PaperText& text) {
  auto paper = desk.paper(title);
  paper.markdown = text.take();
  return documents::compose_paper(paper);
}

void add_report(const PaperDesk& desk, PaperText& text) {
  const auto& report = desk.report().row;
  text.fact(desk.labels().letter.report, desk.local(report.title));
  text.fact(desk.labels().document.forum_date, documents::spell_date(desk.labels(), report.forum_date));
  text.fact(desk.labels().letter.date, documents::spell_date(desk.labels(), desk.report().today));
}

void add_stages(const PaperDesk& desk, PaperText& text) {
  const auto& report = desk.report();
  if (report.format->stages.empty()) return;
  text.table({desk.words().one_stage, desk.words().from, desk.words().until});
  for (const auto& stage : report.format->stages) {
    text.row({desk.local(stage.title), desk.day(report.day_from_forum(stage.start.days)),
              desk.day(report.day_from_forum(stage.end.days))});
  }
}

std::string owner_of(const PaperDesk& desk, const domain::Task& task) {
  return task.agency.empty() ? desk.told(word_for_post(task.role)) : desk.agency(task.agency);
}

std::string amount_of(const domain::Assistance& help) {
  return help.amount ? *help.amount + " " + help.currency.value_or("") : "";
}

// "Yes, in May. Outcome: two experts came."
std::string said_to(const PaperDesk& desk, const domain::Assistance& help) {
  std::string said = help.answer.value_or("");
  if (!help.outcome) return said;
  if (!said.empty()) said += "; ";
  return said + documents::labelled(desk.labels(), desk.words().outcome, *help.outcome);
}

documents::Document plan_paper(const PaperDesk& desk) {
  const auto& words = desk.words();
  PaperText text(desk.labels());
  add_report(desk, text);
  add_stages(desk, text);
  auto tasks = list_tasks(desk.context(), desk.report().row.id, {}, 0, domain::kMostTasks);
  std::ranges::stable_sort(tasks, {}, [](const TaskView& task) {
    return std::tuple(task.due_on.empty(), task.due_on);  // those without a day come last
  });
  if (tasks.empty()) {
    text.paragraph(words.nothing_open);
  } else {
    text.table({desk.labels().letter.number, words.task_number, words.responsible, words.day, words.state});
  }
  for (const auto& task : tasks) {
    text.row({std::to_string(task.row.number), task.row.title, owner_of(desk, task.row), desk.day(task.due_on),
              desk.told(word_for(task.row.state)) + (task.overdue ? " (" + desk.labels().form.overdue + ")" : "")});
  }
  return composed_plan(desk, words.plan, text);
}

documents::Document assistance_paper(const PaperDesk& desk) {
  using enum domain::AssistanceState;
  const auto& words = desk.words();
  PaperText text(desk.labels());
  add_report(desk, text);
  auto requests = list_assistance(desk.context(), desk.report().row.id, {}, 0, domain::kMostAssistance);
  std::erase_if(requests,
                [](const AssistanceView& view) { return view.row.state == drafted || view.row.state == withdrawn; });
  if (requests.empty()) {
    text.paragraph(words.nothing_open);
  } else {
    text.table({desk.labels().letter.number, words.subject, words.partner, words.day, words.amount, words.state,
                words.answer});
  }
  for (const auto& view : requests) {
    const auto& help = view.row;
    text.row({std::to_string(help.number), help.title + " (" + desk.told(word_for(help.kind)) + ")", help.partner,
              desk.day(help.needed_by.value_or("")), amount_of(help), desk.told(word_for(help.state)),
              said_to(desk, help)});
  }
  return composed_plan(desk, words.assistance, text);
}

}  // namespace

DocumentFile get_plan_paper(Service& service, const domain::Actor& actor, PaperRequest request,
                            const std::string& kind) {
  request.name = kind;
  return get_paper(
      service, actor, request, [](const Read&) {},
      [&](const PaperDesk& desk) { return kind == "plan" ? plan_paper(desk) : assistance_paper(desk); });
}

}  // namespace usecases
