// Texts held against the report's glossary. Nothing is asked or counted where the report has none.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/translation/glossary_check.hpp"
#include "domain/basis/message.hpp"
#include "store/report/texts.hpp"
#include "usecases/frame/text_reading.hpp"

namespace usecases {

// A remark on a text, for whoever saves it.
struct TermWarning {
  std::string code;   // forbidden_term, term_missing
  std::string entry;  // of the glossary
  int line = 0;       // 0: of none, or not known
  domain::Message message;
};

struct Read;
struct OpenReport;

struct TermCount {
  std::size_t forbidden = 0;
  std::size_t untranslated = 0;
};

// What is kept of glossaries and texts is named after their content, so that it stays true whatever is saved.
class TermChecks {
 public:
  // Null: the report has no glossary. Errors: Groundwork::Lacking.
  std::shared_ptr<const documents::GlossaryCheck> find(const Read& context, const OpenReport& report);

  // How a text fares; source: the text it translates, or null. Both without markdown, which is read where needed. A
  // revision that is not saved yet is not counted. Errors: Groundwork::Lacking, in a transaction that writes.
  TermCount count(const Read& context, const OpenReport& report, const domain::Revision& text,
                  const domain::Revision* source);

  // What a text of the report in the language was asked last, where it was compared with none; for who reads ahead, as
  // it may not be so any more.
  std::optional<TermsAsked> last_asked(const std::string& report, const std::string& language);
  void remember_asked(const std::string& report, const std::string& language, const std::optional<TermsAsked>& asked);

 private:
  std::shared_ptr<const documents::GlossaryCheck> keep(const std::string& name, domain::Glossary glossary);

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const documents::GlossaryCheck>> checks_;
  std::map<std::string, TermCount> counts_;
  std::map<std::pair<std::string, std::string>, TermsAsked> asked_;  // by report and language
};

// What to look for in a text in the language; nothing that the glossary cannot find. source: what the text translates
// and is compared with, or null. Errors: Groundwork::Lacking.
TermsAsked terms_to_look_for(const Read& context, const OpenReport& report, const std::string& language,
                             const domain::Revision* source);

// Every forbidden form of a text, and, of a translation, terms of its source that it lacks. Not more than
// kMostTermWarnings. reading: with the terms to look for; source: as for these, without markdown. Errors:
// Groundwork::Lacking.
constexpr std::size_t kMostTermWarnings = 50;
std::vector<TermWarning> term_warnings(const Read& context, const TextReading& reading, const std::string& language,
                                       const domain::Revision* source);

}  // namespace usecases
