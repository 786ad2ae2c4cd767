#include "usecases/forms.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/error.hpp"
#include "embed/embedded.hpp"
#include "render/form.hpp"
#include "render/form_merge.hpp"
#include "store/hash.hpp"
#include "usecases/docx_check.hpp"
#include "usecases/form_contents.hpp"
#include "usecases/form_note.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using Outcome = FormResult::Outcome;
using Pieces = std::vector<std::vector<render::RichBlock>>;

constexpr std::size_t kMostTreeBytes = 24U << 20U;  // of what pandoc tells about a file
constexpr std::size_t kMostSections = 2000;

// Error: invalid "docx_too_large", "unreadable_docx"; those of Converters::run.
std::vector<render::WordBlock> read_word_file(Service& service, const std::string& docx) {
  const std::string tree = service.converters().run(render::reading_conversion(docx));
  if (tree.size() > kMostTreeBytes) {
    throw Error(ErrorCode::invalid, "docx_too_large", "The file holds far more text than a form does.");
  }
  return render::read_word(tree);
}

std::string pandoc_version(Service& service) {
  return service.converters().programs().at(static_cast<std::size_t>(render::Program::pandoc)).version;
}

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
  if (!may_have_form(context.actor, marker.agency)) {
    return refuse(result, "not_your_agency",
                  "The form of an agency is sent by those who write for it or by the coordinator.");
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

// What each text that the file was made from reads as when it comes from a Word file; by result.
std::vector<Pieces> read_bases(Service& service, const ReadForm& form, std::size_t sections) {
  std::vector<render::MarkdownPieces> texts;
  texts.reserve(sections);
  for (std::size_t i = 0; i < sections; ++i) texts.emplace_back(form.results[i].base);
  std::vector<const render::MarkdownPieces*> all;
  for (const auto& text : texts) all.push_back(&text);
  const auto docx = service.converters().run(render::pieces_conversion(all, pandoc_version(service), embedded::file));
  return render::read_pieces(all, read_word_file(service, docx));
}

void merge(const render::FormSection& part, const Pieces& base, FormResult& result) {
  try {
    auto merged = render::merge_form(result.base, base, part.blocks);
    if (merged.unchanged) return;
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

SaveText save_of(const std::string& report, const render::FormSection& part, const FormResult& result) {
  SaveText save;
  save.key = {report, result.section, result.language};
  save.markdown = result.markdown;
  save.note = note_of(result.comments);
  if (part.marker.source_revision > 0) save.source_revision = part.marker.source_revision;
  if (result.base_revision > 0) save.expected = result.base_revision;
  save.must_be_new = result.base_revision == 0;
  return save;
}

// Whether there is something to save: nobody saved another text meanwhile.
bool stands_to_be_saved(const Read& context, const ReadForm& form, FormResult& result) {
  if (result.outcome != Outcome::would_save) return false;
  auto present = store::find_revision(context.tx, form.report, result.section, result.language, 0);
  if ((present ? present->revision : 0) == result.base_revision) return true;
  if (present && present->markdown == result.markdown) {
    result.outcome = Outcome::unchanged;
    result.remarks.emplace_back("The text was saved before.");
    return false;
  }
  result.outcome = Outcome::conflict;
  result.code = "changed_meanwhile";
  result.detail =
      "Somebody saved this section after the form was made. Compare both texts, and save yours on top of the newest.";
  result.present = std::move(present);
  return false;
}

template <class Act>
ReadForm act_on_all(const Read& context, ReadForm form, Act act) {
  for (std::size_t i = 0; i < form.saves.size(); ++i) {
    FormResult& result = form.results[i];
    if (!stands_to_be_saved(context, form, result)) continue;
    try {
      act(result, form.saves[i]);
    } catch (const Error& error) {  // of the checks, which come before anything is written
      refuse(result, error.kind(), error.message());
    }
  }
  return form;
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
  service.read(actor, [&](const Read& context) { return open_report(context, report).row.id; });
  read_docx(docx);
  const auto file = render::find_sections(read_word_file(service, docx));
  if (file.sections.size() > kMostSections) {
    throw Error(ErrorCode::invalid, "docx_too_large", "The file holds more sections than a form can.");
  }
  if (file.sections.empty()) {
    throw Error(
        ErrorCode::invalid, "no_form",
        "The file holds no marker line such as [[report agency section en 1]]: it is no form of this service, or all "
        "of them were taken out. Fetch a form, and write into that.");
  }
  ReadForm form = service.read(actor, [&](const Read& context) { return look_up_all(context, report, file); });
  const auto bases = read_bases(service, form, file.sections.size());
  for (std::size_t i = 0; i < file.sections.size(); ++i) {
    const auto& part = file.sections[i];
    FormResult& result = form.results[i];
    if (result.outcome == Outcome::refused) {
      form.saves.emplace_back();
      continue;
    }
    result.comments = part.comments;
    if (part.pictures > 0) {
      result.remarks.push_back(
          std::to_string(part.pictures) +
          " picture(s) of the file were left out; send a picture by itself, and place it by its name.");
    }
    merge(part, bases[i], result);
    if (result.outcome == Outcome::unchanged && !result.comments.empty()) {
      result.remarks.emplace_back("The comments were not kept, as the text did not change.");
    }
    form.saves.push_back(save_of(report, part, result));
  }
  return form;
}

ReadForm check_form(const Read& context, ReadForm form) {
  return act_on_all(context, std::move(form),
                    [&](FormResult& result, const SaveText& save) { result.terms = check_save(context, save).terms; });
}

ReadForm save_form(const Write& context, ReadForm form) {
  return act_on_all(context.as_read(), std::move(form), [&](FormResult& result, const SaveText& save) {
    auto saved = save_text(context, save);
    result.revision = saved.text.revision.revision;
    result.terms = std::move(saved.terms);
    result.outcome = Outcome::saved;
  });
}

}  // namespace usecases
