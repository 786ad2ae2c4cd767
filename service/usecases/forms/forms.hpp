// The Word file in which an agency writes its sections away from the service, and what comes back of it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/form/form_sections.hpp"
#include "domain/basis/message.hpp"
#include "store/report/texts.hpp"
#include "usecases/texts/texts.hpp"

namespace usecases {

using documents::WordComment;

struct FormWanted {
  std::string report;
  std::string agency;
  std::optional<std::string> language;  // none: the report's source language
};

struct FormFileMade {
  std::string name;  // "tkm-2026.labour.en.docx"
  std::string language;
  std::string bytes;
  std::string tag;  // of the bytes
};

// The sections that the agency leads or contributes to and that can be written now. Made outside of any transaction.
// Errors: not_found (report, agency, language), forbidden (a member of another agency), those of Converters::run.
FormFileMade get_form(Service& service, const domain::Actor& actor, const FormWanted& wanted);

// What a section of a form came to.
struct FormResult {
  enum class Outcome { unchanged, saved, would_save, conflict, refused, missing };
  Outcome outcome = Outcome::unchanged;
  std::string section;
  std::string language;
  std::int64_t base_revision = 0;
  std::optional<std::int64_t> revision;  // saved: the new one
  std::string code;                      // refused: why, in one word and in a sentence
  domain::Message detail;
  std::string base;                         // the text that the form had
  std::int64_t base_source = 0;             // of a translation: the source revision that it was made from
  std::string markdown;                     // the text that came back; empty where the caller may not see it
  std::optional<domain::Revision> present;  // conflict: the text that was saved meanwhile
  std::vector<WordComment> comments;
  std::vector<std::string> remarks;  // what was left out
  std::optional<SavedText> told;     // saved, would_save: what saving says of the text
  bool texts_hidden = false;         // base, markdown and the present text are not for this caller

  void refuse(std::string why, domain::Message sentence) {
    outcome = Outcome::refused;
    code = std::move(why);
    detail = std::move(sentence);
  }
};

// A form that was read and brought back to Markdown, not saved yet.
struct ReadForm {
  std::string report;
  std::vector<FormResult> results;   // unchanged or would_save where there is something to save, else final
  std::vector<SaveText> saves;       // by the index in results
  std::vector<std::string> remarks;  // on the file, where no section is to be told
  std::vector<std::string> unread;
};

// Outside of any transaction: takes seconds. Errors: those of read_docx, invalid "no_form", forbidden, not_found,
// those of Converters::run.
ReadForm read_form(Service& service, const domain::Actor& actor, const std::string& report, const std::string& docx);

// Judges every section as saving it now would. Nothing is saved. Does all that takes time for long texts.
ReadForm check_form(const Read& context, ReadForm form);
// Saves every section that can be saved, all in this transaction. Needs the groundwork of check_form.
ReadForm save_form(const Write& context, ReadForm form);

}  // namespace usecases
