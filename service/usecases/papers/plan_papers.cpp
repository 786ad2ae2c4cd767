#include "usecases/papers/plan_papers.hpp"

#include <utility>

#include "documents/report/plan_tables.hpp"
#include "documents/report/spelled.hpp"
#include "store/preparation/assistance.hpp"
#include "store/preparation/tasks.hpp"
#include "usecases/documents/plan_lines.hpp"

namespace usecases {
namespace {

using documents::PaperText;

documents::Document composed_plan(const PaperDesk& desk, const std::string& title, PaperText& text,
                                  documents::WordTable table) {
  if (table.rows.empty()) {
    text.paragraph(desk.words().nothing_open);
    table = {};
  }
  auto paper = desk.paper(title);
  paper.markdown = text.take();
  paper.table = std::move(table);
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

documents::Document plan_paper(const PaperDesk& desk) {
  const auto& words = desk.words();
  PaperText text(desk.labels());
  add_report(desk, text);
  add_stages(desk, text);
  const auto tasks = store::list_tasks(desk.context().tx, desk.report().row.id, {}, 0, domain::kMostTasks);
  const auto lines = plan_lines(desk.report(), tasks, [&](const std::string& agency) { return desk.agency(agency); });
  return composed_plan(desk, words.plan, text, documents::plan_table(desk.labels(), lines));
}

documents::Document assistance_paper(const PaperDesk& desk) {
  const auto& words = desk.words();
  PaperText text(desk.labels());
  add_report(desk, text);
  const auto lines =
      assistance_lines(store::list_assistance(desk.context().tx, desk.report().row.id, {}, 0, domain::kMostAssistance));
  return composed_plan(desk, words.assistance, text, documents::assistance_table(desk.labels(), lines));
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
