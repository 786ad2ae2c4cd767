#include "usecases/reports/section_status.hpp"

#include <algorithm>

namespace usecases {

SectionStatus status_of(const OpenReport& report, domain::Section row, const domain::Texts& texts, std::string number) {
  SectionStatus status;
  status.node = &report.node(row.id);
  status.number = std::move(number);
  status.title = title_of(report, row);
  if (const auto* step = report.step(row)) status.step = step->key;
  status.waiting_for = waiting_for(report, row);
  status.due_on = report.due_on(row);
  status.overdue = report.overdue(row);
  status.nothing_to_report = row.nothing_event.has_value();
  status.texts = view_texts(report, row, texts);
  for (const TextView& text : status.texts) {
    if (text.translation != domain::TranslationState::source) continue;
    status.words = text.revision.words;
    status.limit = text.limit;
    if (text.revision.carried_over && !status.nothing_to_report)
      status.carried_over = text.revision.carried_over->report;
  }
  status.row = std::move(row);
  return status;
}

void count_terms(const Read& context, const OpenReport& report, SectionStatus& section) {
  const auto source = std::ranges::find(section.texts, domain::TranslationState::source,
                                        [](const TextView& t) { return t.translation; });
  for (const TextView& text : section.texts) {
    const bool compared = source != section.texts.end() && text.revision.source_revision == source->revision.revision;
    const auto counted =
        context.service.term_checks().count(context, report, text.revision, compared ? &source->revision : nullptr);
    if (counted.forbidden + counted.untranslated > 0) section.terms[text.revision.language] = counted;
  }
}

std::string title_in(const domain::LocalizedText& title, const std::string& language) {
  const auto found = title.find(language);
  if (found != title.end()) return found->second;
  return title.empty() ? "" : title.begin()->second;
}

}  // namespace usecases
