#include "usecases/forms/forms.hpp"

#include <algorithm>
#include <utility>

#include "documents/form/form.hpp"
#include "documents/form/form_merge.hpp"
#include "documents/text/excerpt.hpp"
#include "domain/basis/error.hpp"
#include "domain/report/policy.hpp"
#include "embed/embedded.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/report/forms.hpp"
#include "usecases/forms/form_contents.hpp"
#include "usecases/forms/form_lookup.hpp"
#include "usecases/forms/form_note.hpp"
#include "usecases/forms/form_reading.hpp"
#include "usecases/forms/form_seals.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;
using Outcome = FormResult::Outcome;

constexpr std::size_t kMostLetters = 80;  // of an excerpt

// Nothing was written: there may still be something to say, or to save.
void stay(const documents::FormSection& part, FormResult& result) {
  const auto source = part.marker.source_revision;
  if (result.base_revision > 0 && source > result.base_source) {
    result.outcome = Outcome::would_save;
    result.markdown = result.base;
    result.remarks.push_back("The same text counts as the translation of revision " + std::to_string(source) +
                             " of the source text now.");
  }
}

void merge(const documents::FormSection& part, const PiecesRead& base, FormResult& result) {
  try {
    auto merged = documents::merge_form(result.base, base, part.blocks);
    if (merged.unchanged) return stay(part, result);
    if (part.blocks.empty()) {
      return result.refuse(
          "empty_text",
          say("The section came back without a text. Nothing was changed. If there is nothing to report, the "
              "head of the lead agency declares that, with a reason."));
    }
    result.outcome = Outcome::would_save;
    result.markdown = std::move(merged.markdown);
    if (merged.plainer) result.remarks.emplace_back("Some formatting could not be kept.");
  } catch (const Error& error) {
    result.refuse(error.kind(), error.message());
  }
}

// What the sender has to know of a section, whatever comes of it.
void add_remarks(const documents::FormSection& part, FormResult& result) {
  result.comments = part.comments;
  result.remarks.insert(result.remarks.end(), part.remarks.begin(), part.remarks.end());
  if (!part.flattened.empty()) {
    result.remarks.push_back("Raised or lowered letters (\"" + documents::excerpt(part.flattened, kMostLetters) +
                             "\") became ordinary ones.");
  }
  if (!part.lost.empty()) {
    result.remarks.push_back("Some words of the file were not read; the first of them are \"" + part.lost +
                             "\". They stand in a text box or the like: write them into the text itself.");
  }
}

SaveText save_of(const std::string& report, const documents::FormSection& part, FormResult& result) {
  SaveText save;
  save.key = {report, result.section, result.language};
  save.note = note_of(result.comments);
  if (result.outcome == Outcome::refused) return save;
  try {
    save.text = check_markdown(result.markdown);
  } catch (const Error& error) {
    result.refuse(error.kind(), error.message());
    return save;
  }
  save.form_base = part.marker.revision;
  if (part.marker.source_revision > 0) save.source_revision = part.marker.source_revision;
  if (result.base_revision > 0) save.expected = Expected::version(result.base_revision);
  return save;
}

void show_conflict(FormResult& result, std::optional<domain::Revision> present, const std::string& sender) {
  result.outcome = Outcome::conflict;
  result.code = "changed_meanwhile";
  result.detail = present && present->author.user == sender
                      ? say("You saved this section yourself in another way after the form was made, so this text was "
                            "not saved. Compare both texts, fetch a new form, and put your changes into that.")
                      : say("Somebody saved this section after the form was made, so this text was not saved. Compare "
                            "both texts, fetch a new form, and put your changes into that.");
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
      show_conflict(result, std::move(present), context.actor.user);
    } else {
      result.refuse(error.kind(), error.message());
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

bool has_only_comments(const FormResult& result) {
  return result.outcome == Outcome::unchanged && !result.comments.empty();
}

// There is no revision whose note could have them. The same comments once more are not kept twice.
void keep_comments(const Write& context, const ReadForm& form, FormResult& result) {
  const OpenReport report = open_report(context.as_read(), form.report);
  const auto section = store::find_section(context.tx, form.report, result.section);
  const nlohmann::json data{{"language", result.language},
                            {"revision", result.base_revision},
                            {"comments", note_of(result.comments).value_or("")}};
  if (store::last_comments(context.tx, {form.report, result.section}) != data) {
    const auto* post = domain::post_for(context.actor, report.assignment(*section), domain::Action::save_text);
    store::append_event(context.tx, "text.commented", {form.report, result.section}, context.actor.as(post), data);
  }
  result.remarks.emplace_back("The text did not change; the comments are kept among the report's events.");
}

}  // namespace

FormFileMade get_form(Service& service, const domain::Actor& actor, const FormWanted& wanted) {
  std::string language;
  const documents::Form form = service.read(actor, [&](const Read& context) {
    const OpenReport report = open_report(context, wanted.report);
    language = wanted.language.value_or(report.row.source_language);
    return form_contents(context, report, wanted.agency, language);
  });
  FormFileMade file{wanted.report + "." + wanted.agency + "." + language + ".docx", language, "", ""};
  file.bytes = service.converters().run(documents::form_conversion(form, pandoc_version(service), embedded::file));
  file.tag = store::sha256_hex(file.bytes).substr(0, 32);
  return file;
}

ReadForm read_form(Service& service, const domain::Actor& actor, const std::string& report, const std::string& docx) {
  if (!may_have_form(actor)) {
    throw Error(ErrorCode::forbidden, "not_your_agency",
                say("Forms are sent by those who write texts: contributors, heads, translators and the coordinator."));
  }
  std::string key;
  const auto print = service.read(actor, [&](const Read& context) {
    key = store::form_key(context.tx);
    return form_print(context, open_report(context, report));
  });
  const auto seal = [&](const documents::FormMarker& marker) { return seal_of(key, report, marker); };
  const documents::FormFile sent = read_sent_form(service, docx, print, seal);
  const auto& sections = sent.sections;
  ReadForm form = service.read(actor, [&](const Read& context) { return look_up_form(context, report, sent); });
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < sections.size(); ++i) texts.push_back(form.results[i].base);
  const auto bases = read_as_forms(service, texts);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    FormResult& result = form.results[i];
    add_remarks(sections[i], result);
    if (result.outcome != Outcome::refused) merge(sections[i], bases[i], result);
    form.saves.push_back(save_of(report, sections[i], result));
  }
  return form;
}

ReadForm check_form(const Read& context, ReadForm form) {
  for (std::size_t i = 0; i < form.saves.size(); ++i) {
    FormResult& result = form.results[i];
    can_be_saved(context, form, result, form.saves[i]);
    if (has_only_comments(result)) {
      result.remarks.emplace_back("The text does not change; the comments would be kept among the report's events.");
    }
  }
  hide_texts(context.actor, form);
  return form;
}

ReadForm save_form(const Write& context, ReadForm form) {
  for (std::size_t i = 0; i < form.saves.size(); ++i) {
    FormResult& result = form.results[i];
    const bool saves = can_be_saved(context.as_read(), form, result, form.saves[i]);
    if (has_only_comments(result)) keep_comments(context, form, result);
    if (!saves) continue;
    result.told = save_text(context, form.saves[i]);
    result.revision = result.told->text.revision.revision;
    result.outcome = Outcome::saved;
  }
  hide_texts(context.actor, form);
  return form;
}

}  // namespace usecases
