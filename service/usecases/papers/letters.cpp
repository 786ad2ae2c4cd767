#include "usecases/papers/letters.hpp"

#include <cstdlib>

#include "documents/report/spelled.hpp"
#include "domain/basis/error.hpp"
#include "store/people/agencies.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/reminders/reminders.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using documents::Labels;
using documents::PaperText;
using domain::say;

// "12", or "−5 (overdue)". days: from the deadline to today.
std::string days_left(const Labels& labels, int days) {
  const std::string number = documents::spell_number(labels, static_cast<std::uint64_t>(std::abs(days)));
  return days > 0 ? "\u2212" + number + " (" + labels.form.overdue + ")" : number;
}

void add_due(const PaperDesk& desk, const std::string& agency, PaperText& text) {
  const auto& labels = desk.labels();
  const auto& report = desk.report();
  const auto sections = store::list_sections(desk.context().tx, report.row.id);
  const auto due = due_of_agency(report, sections, agency);
  if (due.empty()) return text.paragraph(labels.letter.nothing);
  text.paragraph(labels.letter.intro);
  text.table(
      {labels.letter.number, labels.document.section, labels.form.due, labels.letter.days, labels.document.state});
  const auto numbers = number_outline(*report.format);
  auto next = due.begin();
  for (const auto& section : sections) {
    if (next == due.end() || next->section != section.id) continue;
    text.row({numbers.at(section.id), desk.local(title_of(report, section)), desk.day(next->due_on),
              days_left(labels, next->days),
              std::string(documents::state_label(labels, domain::to_string(section.state)))});
    ++next;
  }
}

documents::Document compose_letter(const PaperDesk& desk, const std::string& agency) {
  const auto& labels = desk.labels();
  const auto& report = desk.report();
  PaperText text(labels);
  text.fact(labels.letter.to, desk.agency(agency));
  text.fact(labels.letter.date, documents::spell_date(labels, report.today));
  text.fact(labels.letter.report, desk.local(report.row.title));
  text.fact(labels.document.forum_date, documents::spell_date(labels, report.row.forum_date));
  add_due(desk, agency, text);
  text.fact(labels.document.publisher, desk.local(report.row.imprint.publisher));
  text.fact(labels.document.contact, desk.lines(report.row.imprint.contact));
  auto paper = desk.paper(labels.letter.title);
  paper.markdown = text.take();
  paper.signatures = {labels.letter.coordinator};
  return documents::compose_paper(paper);
}

void require_addressee(const Read& context, const std::string& agency) {
  if (!store::find_agency(context.tx, agency)) throw_not_found(say("agency"), agency);
  if (context.actor.holds(domain::Role::coordinator) || context.actor.works_for(agency)) return;
  throw domain::Error(domain::ErrorCode::forbidden, "not_your_agency",
                      say("A letter is for the coordinator and the agency that it is addressed to."));
}

}  // namespace

DocumentFile get_letter(Service& service, const domain::Actor& actor, PaperRequest request, const std::string& agency) {
  request.name = "letter." + agency;
  return get_paper(
      service, actor, request, [&](const Read& context) { require_addressee(context, agency); },
      [&](const PaperDesk& desk) { return compose_letter(desk, agency); });
}

}  // namespace usecases
