// Texts held against the report's glossary. Nothing is asked or counted where the report has none.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "render/glossary_check.hpp"
#include "store/texts.hpp"

namespace usecases {

// A remark on a text, for whoever saves it.
struct TermWarning {
  std::string code;   // forbidden_term, term_missing
  std::string entry;  // of the glossary
  int line = 0;       // 0: of none, or not known
  std::string message;
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
  std::shared_ptr<const render::GlossaryCheck> find(const Read& context, const OpenReport& report);

  // How a text fares; source: the text it translates, or null. Both without markdown, which is read where needed.
  TermCount count(const Read& context, const OpenReport& report, const store::Revision& text,
                  const store::Revision* source);

 private:
  std::shared_ptr<const render::GlossaryCheck> keep(const std::string& name, domain::Glossary glossary);

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const render::GlossaryCheck>> checks_;
  std::map<std::string, TermCount> counts_;
};

// Every forbidden form of a text, and, of a translation, terms of its source that it lacks. Not more than
// kMostTermWarnings. text: with markdown. source: without markdown, null where the text is the source.
constexpr std::size_t kMostTermWarnings = 50;
std::vector<TermWarning> term_warnings(const Read& context, const OpenReport& report, const store::Revision& text,
                                       const store::Revision* source);

}  // namespace usecases
