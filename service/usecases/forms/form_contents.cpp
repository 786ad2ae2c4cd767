#include "usecases/forms/form_contents.hpp"

#include <algorithm>
#include <utility>

#include "documents/labels/labels.hpp"
#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "store/report/forms.hpp"
#include "usecases/forms/form_seals.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::say;
using domain::State;

std::string in_language(const domain::LocalizedText& text, const OpenReport& report, const std::string& language) {
  for (const std::string& candidate : {language, report.row.source_language, std::string("en")}) {
    if (const auto found = text.find(candidate); found != text.end()) return found->second;
  }
  return text.empty() ? "" : text.begin()->second;
}

std::string agency_title(const Read& context, const OpenReport& report, const std::string& agency,
                         const std::string& language) {
  const auto found = store::find_agency(context.tx, agency);
  return found ? in_language(found->title, report, language) : agency;
}

documents::FormEntry entry_of(const Read& context, const OpenReport& report, const domain::Section& section,
                              const std::string& agency, const std::string& language) {
  const domain::OutlineNode& node = report.node(section.id);
  documents::FormEntry entry;
  entry.marker = {false, report.row.id, agency, section.id, language, 0, 0};
  const std::string key = store::form_key(context.tx);
  entry.end_seal = seal_of(key, report.row.id, {true, "", "", section.id, language, 0, 0});
  entry.title = in_language(title_of(report, section), report, language);
  entry.guidance = in_language(node.guidance, report, language);
  entry.limit = node.limit.words;
  entry.due_on = report.due_on(section, agency);
  entry.state = domain::to_string(section.state);
  entry.lead = section.lead.empty() ? "" : agency_title(context, report, section.lead, language);
  entry.overdue = report.overdue(section, agency);
  if (const auto act = store::last_transition(context.tx, report.row.id, section.id)) {
    if (section.state == State::returned && act->action == "return") entry.returned = act->reason.value_or("");
    if (section.state == State::draft && act->action == "reopen") entry.reopened = act->reason.value_or("");
  }
  auto text = store::find_revision(context.tx, report.row.id, section.id, language, 0);
  if (text) {
    entry.marker.revision = text->revision;
    entry.words = text->words;
    entry.markdown = std::move(text->markdown);
  }
  entry.begin_seal = seal_of(key, report.row.id, entry.marker);
  if (language == report.row.source_language) return entry;
  if (auto source = store::find_revision(context.tx, report.row.id, section.id, report.row.source_language, 0)) {
    // A translation stays one of the revision that it was made from, until somebody says otherwise.
    entry.marker.source_revision = text ? text->source_revision.value_or(source->revision) : source->revision;
    entry.source_revision = source->revision;
    entry.source = std::move(source->markdown);
  }
  return entry;
}

bool writes(domain::Role role) {
  return role == domain::Role::contributor || role == domain::Role::head || role == domain::Role::translator ||
         role == domain::Role::coordinator;
}

}  // namespace

bool may_have_form(const domain::Actor& actor) {
  return std::ranges::any_of(actor.posts, [](const domain::Post& post) { return writes(post.role); });
}

bool may_have_form(const domain::Actor& actor, const std::string& agency, const std::string& language) {
  return std::ranges::any_of(actor.posts, [&](const domain::Post& post) {
    if (!writes(post.role)) return false;
    if (post.role == domain::Role::coordinator) return true;
    if (post.role != domain::Role::translator) return !agency.empty() && post.agency == agency;
    return (post.agency.empty() || post.agency == agency) &&
           (post.languages.empty() || std::ranges::find(post.languages, language) != post.languages.end());
  });
}

bool can_be_written(const Read& context, const OpenReport& report, const domain::Section& section,
                    const std::string& language) {
  if (report.node(section.id).kind != domain::NodeKind::text) return false;
  const auto texts = store::texts_of_section(context.tx, report.row.id, section.id);
  const auto situation = situation_of(context, report, section, texts, language);
  const bool source = language == report.row.source_language;
  return !domain::refuse(situation, source ? domain::Action::save_text : domain::Action::save_translation);
}

documents::FormPrint form_print(const Read& context, const OpenReport& report) {
  const auto numbers = number_outline(*report.format);
  const auto sections = store::list_sections(context.tx, report.row.id);
  documents::FormPrint print;
  for (const std::string& language : report.row.languages) {
    const auto& labels = documents::labels_for(language);
    print.add_fixed(language);
    print.add_line(in_language(report.row.title, report, language));
    for (const auto& section : sections) {
      const std::string heading =
          numbers.at(section.id) + " " + in_language(title_of(report, section), report, language);
      print.add_line(heading);
      print.add_line(in_language(report.node(section.id).guidance, report, language));
      for (const auto state : {State::empty, State::draft, State::in_review, State::returned, State::approved})
        print.add_line(heading + " (" + std::string(documents::state_label(labels, domain::to_string(state))) + ")");
    }
  }
  return print;
}

documents::Form form_contents(const Read& context, const OpenReport& report, const std::string& agency,
                              const std::string& language) {
  if (!store::find_agency(context.tx, agency)) throw_not_found(domain::say("agency"), agency);
  require_language(report, language);
  if (!may_have_form(context.actor, agency, language)) {
    throw domain::Error(
        domain::ErrorCode::forbidden, "not_your_agency",
        say("The form of an agency is for those who write for it in this language and for the coordinator."));
  }
  const auto numbers = number_outline(*report.format);
  const auto& labels = documents::labels_for(language);
  documents::Form form;
  form.report_title = in_language(report.row.title, report, language);
  form.agency_title = agency_title(context, report, agency, language);
  form.language = language;
  form.as_of = store::last_event_for(context.tx, report.row.id).at;
  for (const auto& section : store::list_sections(context.tx, report.row.id)) {
    if (!report.assignment(section).involves(agency)) continue;
    if (can_be_written(context, report, section, language)) {
      auto entry = entry_of(context, report, section, agency, language);
      entry.number = numbers.at(section.id);
      form.entries.push_back(std::move(entry));
    } else if (report.node(section.id).kind == domain::NodeKind::text) {
      form.not_here.push_back(numbers.at(section.id) + " " + in_language(title_of(report, section), report, language) +
                              " (" + std::string(documents::state_label(labels, domain::to_string(section.state))) +
                              ")");
    }
  }
  return form;
}

}  // namespace usecases
