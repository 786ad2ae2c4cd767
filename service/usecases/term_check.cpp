#include "usecases/term_check.hpp"

#include <utility>

#include "store/glossaries.hpp"
#include "store/texts.hpp"
#include "usecases/access.hpp"
#include "usecases/glossary_json.hpp"

namespace usecases {
namespace {

using render::GlossaryCheck;
using render::SyntaxTree;
using render::TextTerms;
using Wanted = std::vector<render::WantedTerm>;

constexpr std::size_t kMostChecks = 64;
constexpr std::size_t kMostCounts = 20'000;

bool has_glossary(const OpenReport& report) { return report.row.glossary || !report.format->glossary.empty(); }

std::string name_of(const OpenReport& report) {
  if (report.row.glossary) return *report.row.glossary;
  return report.row.format + "@" + std::to_string(report.row.format_version);
}

TextTerms terms_of(const GlossaryCheck& check, const std::string& language, const SyntaxTree& tree) {
  return check.look_at(language, render::TermWords(tree));
}

SyntaxTree read_tree(const Read& context, const store::Revision& text) {
  const auto found = store::find_revision(context.tx, text.report, text.section, text.language, text.revision);
  return SyntaxTree(found.value().markdown);
}

Wanted untranslated(const Read& context, const GlossaryCheck& check, const TextTerms& terms,
                    const store::Revision& text, const store::Revision* source) {
  if (source == nullptr || !check.knows(source->language) || !check.knows(text.language)) return {};
  const auto wanted = terms_of(check, source->language, read_tree(context, *source));
  return render::untranslated_terms(wanted, terms, text.language);
}

TermWarning warning_of(const render::ForbiddenTerm& term) {
  std::string message = term.line == 0 ? "" : "Line " + std::to_string(term.line) + ": ";
  message += "'" + term.written + "' is a form that the glossary of this report does not want";
  message += term.preferred.empty() ? "." : "; write '" + term.preferred + "'.";
  return {"forbidden_term", term.entry->id, term.line, std::move(message)};
}

TermWarning warning_of(const render::WantedTerm& term, const std::string& language) {
  return {"term_missing", term.entry->id, 0,
          "The source text says '" + term.written + "'; the glossary wants '" +
              term.entry->terms.at(language).preferred + "' for it, which this translation does not have."};
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
  auto glossary = saved ? glossary_from(nlohmann::json::parse(saved->entries)) : report.format->glossary;
  std::shared_ptr<const GlossaryCheck> check;
  if (!glossary.empty()) check = std::make_shared<const GlossaryCheck>(std::move(glossary));
  const std::lock_guard lock(mutex_);
  if (checks_.size() >= kMostChecks) checks_.clear();
  checks_[name] = check;
  return check;
}

TermCount TermChecks::count(const Read& context, const OpenReport& report, const store::Revision& text,
                            const store::Revision* source) {
  const auto check = find(context, report);
  if (check == nullptr || !check->knows(text.language)) return {};
  const std::string key = name_of(report) + " " + text.language + " " + text.sha256 +
                          (source == nullptr ? "" : " " + source->language + " " + source->sha256);
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = counts_.find(key); found != counts_.end()) return found->second;
  }
  const auto terms = terms_of(*check, text.language, read_tree(context, text));
  const TermCount counted{terms.forbidden.size(), untranslated(context, *check, terms, text, source).size()};
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= kMostCounts) counts_.clear();
  counts_[key] = counted;
  return counted;
}

std::vector<TermWarning> term_warnings(const Read& context, const OpenReport& report, const store::Revision& text,
                                       const SyntaxTree& tree, const store::Revision* source) {
  std::vector<TermWarning> warnings;
  const auto check = context.service.term_checks().find(context, report);
  if (check == nullptr || !check->knows(text.language)) return warnings;
  const auto terms = terms_of(*check, text.language, tree);
  for (const auto& term : terms.forbidden) warnings.push_back(warning_of(term));
  for (const auto& term : untranslated(context, *check, terms, text, source)) {
    warnings.push_back(warning_of(term, text.language));
  }
  if (warnings.size() > kMostTermWarnings) warnings.resize(kMostTermWarnings);
  return warnings;
}

}  // namespace usecases
