#include "usecases/forms.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/error.hpp"
#include "embed/embedded.hpp"
#include "render/excerpt.hpp"
#include "render/form.hpp"
#include "render/form_merge.hpp"
#include "store/hash.hpp"
#include "usecases/form_contents.hpp"
#include "usecases/form_note.hpp"
#include "usecases/form_reading.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using Outcome = FormResult::Outcome;

constexpr std::size_t kMostLetters = 80;  // of an excerpt

void refuse(FormResult& result, std::string code, std::string detail) {
  result.outcome = Outcome::refused;
  result.code = std::move(code);
  result.detail = std::move(detail);
}

std::string fault_text(const std::string& fault) {
  if (fault == "doubled_marker") {
    return "This section stands in the file more than once. Leave one of them, with its two marker lines, and send the "
           "file again.";
  }
  if (fault == "marker_in_table") {
    return "A marker line of this section stands in a table, where a text cannot begin or end. Move it out, to a line "
           "of its own before or behind the table, and send the file again.";
  }
  const char* which = fault == "begin_marker_missing" ? "begins" : "ends";
  return std::string("The marker line with which this section ") + which +
         " is missing. Take it from the form as it was, or fetch a new form, and send the file again.";
}

// Fills the text that a section of the file was made from; refuses the section where it is not the caller's to write.
void look_up(const Read& context, const OpenReport& report, const render::FormSection& part, FormResult& result) {
  const auto& marker = part.marker;
  if (!part.fault.empty()) return refuse(result, part.fault, fault_text(part.fault));
  if (marker.report != report.row.id) {
    return refuse(result, "other_report",
                  "This section comes from the form of another report, '" + marker.report + "'.");
  }
  const auto section = store::find_section(context.tx, report.row.id, marker.section);
  if (!section) return refuse(result, "unknown_section", "This report has no section '" + marker.section + "'.");
  if (!may_have_form(context.actor, marker.agency, marker.language)) {
    return refuse(result, "not_your_agency",
                  "The form of an agency is sent by those who write for it in this language or by the coordinator.");
  }
  if (!report.assignment(*section).involves(marker.agency) ||
      !domain::may_read_text(context.actor, report.assignment(*section), report.row.shared())) {
    return refuse(result, "not_assigned", "Section '" + marker.section + "' is not with this agency now.");
  }
  if (!report.has_language(marker.language)) {
    return refuse(result, "unknown_language", "This report is not written in '" + marker.language + "'.");
  }
  if (marker.revision == 0) return;
  const auto base = store::find_revision(context.tx, report.row.id, marker.section, marker.language, marker.revision);
  if (!base) {
    return refuse(
        result, "unknown_revision",
        "This section has no revision " + std::to_string(marker.revision) + ", from which the form says it was made.");
  }
  result.base = base->markdown;
  result.base_source = base->source_revision.value_or(0);
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
      result.detail = "This section could be written now, and is not in the file. Nothing was changed in it.";
      form.results.push_back(std::move(result));
    }
  }
}

ReadForm look_up_all(const Read& context, const std::string& report_id, const render::FormFile& file) {
  const OpenReport report = open_report(context, report_id);
  ReadForm form{report_id, {}, {}, file.unread};
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

// Nothing was written: there may still be something to say, or to save.
void stay(const render::FormSection& part, FormResult& result) {
  const auto source = part.marker.source_revision;
  if (result.base_revision > 0 && source > result.base_source) {
    result.outcome = Outcome::would_save;
    result.markdown = result.base;
    result.remarks.push_back("The same text counts as the translation of revision " + std::to_string(source) +
                             " of the source text now.");
  } else if (!result.comments.empty()) {
    result.remarks.emplace_back(
        "The comments were not kept, as the text did not change: they stand in this answer only.");
  }
}

void merge(const render::FormSection& part, const PiecesRead& base, FormResult& result) {
  try {
    auto merged = render::merge_form(result.base, base, part.blocks);
    if (merged.unchanged) return stay(part, result);
    if (part.blocks.empty()) {
      return refuse(result, "empty_text",
                    "The section came back without a text. Nothing was changed; to empty a text, save it "
                    "empty by itself.");
    }
    result.outcome = Outcome::would_save;
    result.markdown = std::move(merged.markdown);
    if (merged.plainer) result.remarks.emplace_back("Some formatting could not be kept.");
  } catch (const Error& error) {
    refuse(result, error.kind(), error.message());
  }
}

// What the sender has to know of a section, whatever comes of it.
void add_remarks(const render::FormSection& part, const std::string& lost, FormResult& result) {
  result.comments = part.comments;
  if (part.pictures > 0) {
    result.remarks.push_back(
        std::to_string(part.pictures) +
        " picture(s) or chart(s) of the file were left out; send a picture by itself, and place it by its name.");
  }
  if (!part.flattened.empty()) {
    result.remarks.push_back("Raised or lowered letters (\"" + render::excerpt(part.flattened, kMostLetters) +
                             "\") became ordinary ones.");
  }
  if (!lost.empty()) {
    result.remarks.push_back("Some words of the file were not read; the first of them are \"" + lost +
                             "\". They stand in a text box or the like: write them into the text itself.");
  }
}

SaveText save_of(const std::string& report, const render::FormSection& part, const FormResult& result) {
  SaveText save;
  save.key = {report, result.section, result.language};
  save.markdown = result.markdown;
  save.note = note_of(result.comments);
  if (result.outcome == Outcome::refused) return save;
  if (part.marker.source_revision > 0) save.source_revision = part.marker.source_revision;
  if (result.base_revision > 0) save.expected = result.base_revision;
  save.must_be_new = result.base_revision == 0;
  return save;
}

void show_conflict(FormResult& result, std::optional<store::Revision> present) {
  result.outcome = Outcome::conflict;
  result.code = "changed_meanwhile";
  result.detail =
      "Somebody saved this section after the form was made, so your text was not saved. Compare both texts, fetch a "
      "new form, and put your changes into that.";
  result.present = std::move(present);
}

// Whether there is something to save, and nothing against it. That is told before anything is written: an error of
// saving itself ends the whole transaction.
bool can_be_saved(const Read& context, const ReadForm& form, FormResult& result, const SaveText& save) {
  if (result.outcome != Outcome::would_save) return false;
  auto present = store::find_revision(context.tx, form.report, result.section, result.language, 0);
  if (present && present->revision != result.base_revision && present->markdown == result.markdown) {
    result.outcome = Outcome::unchanged;
    result.remarks.emplace_back("The text was saved before.");
    return false;
  }
  try {
    result.told = check_save(context, save);
    return true;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::stale) {
      show_conflict(result, std::move(present));
    } else {
      refuse(result, error.kind(), error.message());
    }
    return false;
  }
}

// Who sent it with a token for writing alone learns what came of it.
void hide_texts(const domain::Actor& actor, ReadForm& form) {
  if (shows_texts(actor)) return;
  for (FormResult& result : form.results) {
    result.texts_hidden = true;
    result.base.clear();
    result.markdown.clear();
    if (result.present) result.present->markdown.clear();
  }
}

}  // namespace

FormFileMade get_form(Service& service, const domain::Actor& actor, const FormWanted& wanted) {
  std::string language;
  const render::Form form = service.read(actor, [&](const Read& context) {
    const OpenReport report = open_report(context, wanted.report);
    language = wanted.language.value_or(report.row.source_language);
    return form_contents(context, report, wanted.agency, language);
  });
  FormFileMade file{wanted.report + "." + wanted.agency + "." + language + ".docx", language, "", ""};
  file.bytes = service.converters().run(render::form_conversion(form, pandoc_version(service), embedded::file));
  file.tag = store::sha256_hex(file.bytes).substr(0, 32);
  return file;
}

ReadForm read_form(Service& service, const domain::Actor& actor, const std::string& report, const std::string& docx) {
  if (!may_have_form(actor)) {
    throw Error(ErrorCode::forbidden, "not_your_agency",
                "Forms are sent by those who write texts: contributors, heads, translators and the coordinator.");
  }
  const auto print =
      service.read(actor, [&](const Read& context) { return form_print(context, open_report(context, report)); });
  const SentForm sent = read_sent_form(service, docx, print);
  const auto& sections = sent.file.sections;
  ReadForm form = service.read(actor, [&](const Read& context) { return look_up_all(context, report, sent.file); });
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < sections.size(); ++i) texts.push_back(form.results[i].base);
  const auto bases = read_as_forms(service, texts);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    FormResult& result = form.results[i];
    add_remarks(sections[i], sent.lost[i], result);
    if (result.outcome != Outcome::refused) merge(sections[i], bases[i], result);
    form.saves.push_back(save_of(report, sections[i], result));
  }
  return form;
}

ReadForm check_form(const Read& context, ReadForm form) {
  for (std::size_t i = 0; i < form.saves.size(); ++i) can_be_saved(context, form, form.results[i], form.saves[i]);
  hide_texts(context.actor, form);
  return form;
}

ReadForm save_form(const Write& context, ReadForm form) {
  for (std::size_t i = 0; i < form.saves.size(); ++i) {
    FormResult& result = form.results[i];
    if (!can_be_saved(context.as_read(), form, result, form.saves[i])) continue;
    result.told = save_text(context, form.saves[i]);
    result.revision = result.told->text.revision.revision;
    result.outcome = Outcome::saved;
  }
  hide_texts(context.actor, form);
  return form;
}

}  // namespace usecases
