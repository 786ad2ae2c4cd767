#include "usecases/frame/term_check.hpp"

#include <sstream>
#include <utility>

#include "domain/basis/message.hpp"
#include "store/report/glossaries.hpp"
#include "store/report/texts.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/glossary_json.hpp"

namespace usecases {
namespace {

using domain::say;

using domain::say;

using documents::GlossaryCheck;
using documents::SyntaxTree;
using documents::TextTerms;

constexpr std::size_t kMostChecks = 64;
constexpr std::size_t kMostCounts = 20'000;

bool has_glossary(const OpenReport& report) { return report.row.glossary || !report.format->glossary.empty(); }

std::string name_of(const OpenReport& report) {
  if (report.row.glossary) return *report.row.glossary;
  return report.row.format + "@" + std::to_string(report.row.format_version);
}

// A text and the glossary that it is held against.
struct TermsWanted {
  std::shared_ptr<const GlossaryCheck> check;
  std::string language;
  std::string markdown;
};

// They point into the glossary.
struct TermsFound {
  std::shared_ptr<const GlossaryCheck> check;
  TextTerms terms;
};

TermsFound find_terms(const TermsWanted& wanted) {
  const SyntaxTree tree(wanted.markdown);
  return {wanted.check, wanted.check->look_at(wanted.language, documents::TermWords(tree))};
}

// text: without markdown, which is read where it is needed.
TextTerms terms_of(const Read& context, const std::shared_ptr<const GlossaryCheck>& check,
                   const domain::Revision& text) {
  std::ostringstream name;
  name << "terms " << check.get() << " " << text.language << " " << text.sha256;
  const auto wanted = [&] {
    const auto found = store::find_revision(context.tx, text.report, text.section, text.language, text.revision);
    return TermsWanted{check, text.language, found.value().markdown};
  };
  return context.groundwork.get<TermsFound>(context.tx, name.str(), wanted, find_terms)->terms;
}

// Of a text, and what it lacks of its source.
struct Fare {
  std::vector<documents::ForbiddenTerm> forbidden;
  std::vector<documents::WantedTerm> untranslated;
};

bool is_compared(const GlossaryCheck& check, const std::string& language, const domain::Revision* source) {
  return source != nullptr && check.asks_for(source->language, language);
}

bool finds_something(const GlossaryCheck& check, const std::string& language, const domain::Revision* source) {
  return check.forbids(language) || is_compared(check, language, source);
}

Fare fare_of(const Read& context, const std::shared_ptr<const GlossaryCheck>& check, TextTerms terms,
             const std::string& language, const domain::Revision* source) {
  Fare fare;
  if (is_compared(*check, language, source)) {
    fare.untranslated = documents::untranslated_terms(terms_of(context, check, *source), terms, language);
  }
  fare.forbidden = std::move(terms.forbidden);
  return fare;
}

TermWarning warning_of(const documents::ForbiddenTerm& term) {
  auto message = term.preferred.empty() ? say("'{0}' is a form that this report's glossary rejects.", term.written)
                                        : say("'{0}' is a form that this report's glossary rejects; write '{1}'.",
                                              term.written, term.preferred);
  if (term.line != 0) message = say("Line {0}: {1}", term.line, message);
  return {"forbidden_term", term.entry->id, term.line, std::move(message)};
}

TermWarning warning_of(const documents::WantedTerm& term, const std::string& language) {
  return {"term_missing", term.entry->id, 0,
          say("The source text says '{0}'; the glossary asks for '{1}', which this translation does not have.",
              term.written, term.entry->terms.at(language).preferred)};
}

}  // namespace

std::shared_ptr<const GlossaryCheck> TermChecks::find(const Read& context, const OpenReport& report) {
  if (!has_glossary(report)) return nullptr;
  const std::string name = name_of(report);
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = checks_.find(name); found != checks_.end()) return found->second;
  }
  const auto saved = report.row.glossary ? store::find_glossary(context.tx, report.row.id) : std::nullopt;
  const auto read = [this, name, entries = saved ? saved->entries : "", format = report.format] {
    return keep(name, entries.empty() ? format->glossary : glossary_from(nlohmann::json::parse(entries)));
  };
  if (store::is_writing(context.tx)) throw Groundwork::Lacking{read};
  return read();
}

std::optional<TermsAsked> TermChecks::last_asked(const std::string& report, const std::string& language) {
  const std::lock_guard lock(mutex_);
  const auto found = asked_.find({report, language});
  return found == asked_.end() ? std::nullopt : std::optional(found->second);
}

void TermChecks::remember_asked(const std::string& report, const std::string& language,
                                const std::optional<TermsAsked>& asked) {
  const std::lock_guard lock(mutex_);
  if (asked) {
    if (asked_.size() >= kMostChecks) asked_.clear();  // they keep their glossaries
    asked_[{report, language}] = *asked;
  } else {
    asked_.erase({report, language});
  }
}

std::shared_ptr<const GlossaryCheck> TermChecks::keep(const std::string& name, domain::Glossary glossary) {
  std::shared_ptr<const GlossaryCheck> check;
  if (!glossary.empty()) check = std::make_shared<const GlossaryCheck>(std::move(glossary));
  const std::lock_guard lock(mutex_);
  if (checks_.size() >= kMostChecks) checks_.clear();
  checks_[name] = check;
  return check;
}

TermCount TermChecks::count(const Read& context, const OpenReport& report, const domain::Revision& text,
                            const domain::Revision* source) {
  const auto check = find(context, report);
  if (check == nullptr) return {};
  const std::string key = name_of(report) + " " + text.language + " " + text.sha256 +
                          (source == nullptr ? "" : " " + source->language + " " + source->sha256);
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = counts_.find(key); found != counts_.end()) return found->second;
  }
  TermCount counted;
  if (finds_something(*check, text.language, source)) {
    if (!store::find_revision(context.tx, text.report, text.section, text.language, text.revision)) return {};
    Groundwork own;  // a status counts in every text, and keeps the words of none
    const bool writing = store::is_writing(context.tx);
    const Read reader{context.service, context.actor, context.tx, writing ? context.groundwork : own};
    const auto fare = fare_of(reader, check, terms_of(reader, check, text), text.language, source);
    counted = {fare.forbidden.size(), fare.untranslated.size()};
  }
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= kMostCounts) counts_.clear();
  counts_[key] = counted;
  return counted;
}

TermsAsked terms_to_look_for(const Read& context, const OpenReport& report, const std::string& language,
                             const domain::Revision* source) {
  TermChecks& checks = context.service.term_checks();
  auto check = checks.find(context, report);
  TermsAsked asked;
  if (check != nullptr && finds_something(*check, language, source)) asked = {std::move(check), language};
  checks.remember_asked(report.row.id, language, source == nullptr ? std::optional(asked) : std::nullopt);
  return asked;
}

std::vector<TermWarning> term_warnings(const Read& context, const TextReading& reading, const std::string& language,
                                       const domain::Revision* source) {
  std::vector<TermWarning> warnings;
  if (reading.glossary == nullptr) return warnings;
  const auto fare = fare_of(context, reading.glossary, reading.terms, language, source);
  for (const auto& term : fare.forbidden) warnings.push_back(warning_of(term));
  for (const auto& term : fare.untranslated) warnings.push_back(warning_of(term, language));
  if (warnings.size() > kMostTermWarnings) warnings.resize(kMostTermWarnings);
  return warnings;
}

}  // namespace usecases
