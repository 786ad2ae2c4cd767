#include "usecases/forms/form_lookup.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/report/forms.hpp"
#include "usecases/forms/form_contents.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;
using Outcome = FormResult::Outcome;

domain::Message fault_text(const std::string& fault) {
  if (fault == "doubled_marker") {
    return say(
        "This section is in the file more than once. Leave one of them, with its two marker lines, and send the file "
        "again.");
  }
  if (fault == "marker_in_table") {
    return say(
        "A marker line of this section is in a table, where a text cannot begin or end. Move it to a line of its own "
        "before or after the table, and send the file again.");
  }
  if (fault == "foreign_marker") {
    return say(
        "A line in double brackets that begins or ends this section, or is in it, is not one of those that the form "
        "was made with. Leave these lines as they were in the form, write none yourself, and send the file again. If "
        "the form is an older one, or was saved by a program that loses bookmarks, fetch a new one and copy your texts "
        "into that.");
  }
  if (fault == "begin_marker_missing") {
    return say(
        "The marker line that begins this section is missing. Take it from the form as it was, or fetch a new form, "
        "and send the file again.");
  }
  return say(
      "The marker line that ends this section is missing. Take it from the form as it was, or fetch a new form, and "
      "send the file again.");
}

// The text that a section of the file was made from.
void look_up_base(const Read& context, const OpenReport& report, const documents::FormMarker& marker,
                  FormResult& result) {
  const auto base = store::find_revision(context.tx, report.row.id, marker.section, marker.language, marker.revision);
  if (!base) {
    return result.refuse(
        "unknown_revision",
        say("This section has no revision {0}, from which the form says it was made.", marker.revision));
  }
  result.base = base->markdown;
  result.base_source = base->source_revision.value_or(0);
}

// Who goes on in a form that he sent before goes on from what he saved from it, while nobody else saved anything.
void follow_own_save(const Read& context, const OpenReport& report, const documents::FormMarker& marker,
                     FormResult& result) {
  auto present = store::find_revision(context.tx, report.row.id, marker.section, marker.language, 0);
  if (!present || present->revision == marker.revision || present->author.user != context.actor.user ||
      store::form_base(context.tx, present->event) != marker.revision) {
    return;
  }
  result.remarks.push_back("You sent this form before, so the text is compared with revision " +
                           std::to_string(present->revision) + ", which you saved from it.");
  result.base_revision = present->revision;
  result.base_source = present->source_revision.value_or(0);
  result.base = std::move(present->markdown);
}

// Fills that text; refuses the section where it is not the caller's to write.
void look_up(const Read& context, const OpenReport& report, const documents::FormSection& part, FormResult& result) {
  const auto& marker = part.marker;
  const bool foreign = part.fault == "foreign_marker";
  if (!part.fault.empty() && (!foreign || marker.end)) return result.refuse(part.fault, fault_text(part.fault));
  if (marker.report != report.row.id) {
    return result.refuse("other_report",
                         say("This section comes from the form of another report, '{0}'.", marker.report));
  }
  const auto section = store::find_section(context.tx, report.row.id, marker.section);
  if (!section) return result.refuse("unknown_section", say("This report has no section '{0}'.", marker.section));
  if (!may_have_form(context.actor, marker.agency, marker.language)) {
    return result.refuse(
        "not_your_agency",
        say("The form of an agency is sent by those who write for it in this language or by the coordinator."));
  }
  if (!report.assignment(*section).involves(marker.agency) ||
      !domain::may_read_text(context.actor, report.assignment(*section), report.row.shared())) {
    return result.refuse("not_assigned", say("Section '{0}' is not assigned to this agency now.", marker.section));
  }
  if (!report.has_language(marker.language)) {
    return result.refuse("unknown_language", say("This report is not written in '{0}'.", marker.language));
  }
  if (marker.revision > 0) look_up_base(context, report, marker, result);
  if (result.outcome != Outcome::refused) follow_own_save(context, report, marker, result);
  if (foreign && result.outcome != Outcome::refused) result.refuse(part.fault, fault_text(part.fault));
}

// Sections that the caller's agencies could write and that the file does not hold.
void add_missing(const Read& context, const OpenReport& report, ReadForm& form,
                 const std::set<std::pair<std::string, std::string>>& agencies) {
  std::set<std::pair<std::string, std::string>> there;
  for (const auto& result : form.results) there.emplace(result.section, result.language);
  for (const auto& section : store::list_sections(context.tx, report.row.id)) {
    for (const auto& [agency, language] : agencies) {
      if (!report.assignment(section).involves(agency) || there.contains({section.id, language}) ||
          !can_be_written(context, report, section, language)) {
        continue;
      }
      FormResult result;
      result.outcome = Outcome::missing;
      result.section = section.id;
      result.language = language;
      result.detail = say("This section could be written now, but is not in the file. Nothing was changed in it.");
      form.results.push_back(std::move(result));
    }
  }
}

}  // namespace

ReadForm look_up_form(const Read& context, const std::string& report_id, const documents::FormFile& file) {
  const OpenReport report = open_report(context, report_id);
  ReadForm form{report_id, {}, {}, file.remarks, file.unread};
  std::set<std::pair<std::string, std::string>> agencies;
  for (const auto& part : file.sections) {
    FormResult result;
    result.section = part.marker.section;
    result.language = part.marker.language;
    result.base_revision = part.marker.revision;
    look_up(context, report, part, result);
    if (result.outcome != Outcome::refused) agencies.emplace(part.marker.agency, part.marker.language);
    form.results.push_back(std::move(result));
  }
  const bool foreign = std::ranges::all_of(form.results, [](const auto& one) { return one.code == "not_your_agency"; });
  if (foreign) throw Error(ErrorCode::forbidden, "not_your_agency", form.results.front().detail);
  add_missing(context, report, form, agencies);
  return form;
}

}  // namespace usecases
