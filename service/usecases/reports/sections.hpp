// Sections as their people see them: assignment, state, texts, and what the caller may do next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/report/workflow.hpp"
#include "domain/text/translation.hpp"
#include "store/report/texts.hpp"
#include "store/report/transitions.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

enum class LimitState { none, ok, warn, over };
std::string_view to_string(LimitState state);
LimitState judge_limit(const domain::WordLimit& limit, std::uint64_t words);

struct TextView {
  domain::Revision revision;  // without markdown
  LimitState limit = LimitState::none;
  domain::TranslationState translation = domain::TranslationState::missing;
};

// Who has to act next.
struct WaitingFor {
  std::string role;
  std::string agency;  // empty: none
  std::string step;    // key; empty: none
  domain::Millis since = 0;
};

struct SectionView {
  OpenReport report;
  domain::Section row;
  const domain::OutlineNode* node = nullptr;
  std::string number;     // "6.2.3", or "A" for an annex
  bool readable = false;  // the caller may read the texts; else reasons are left out too
  std::vector<TextView> texts;
  std::vector<std::string> missing_languages;
  std::optional<WaitingFor> waiting_for;
  std::optional<domain::Transition> nothing;   // the declaration in force
  std::optional<domain::Transition> returned;  // while the section is returned
  std::vector<std::string> allowed_actions;
  std::vector<domain::BlockedAction> blocked_actions;
};

// Errors: conflict, where it is a heading.
void require_text_node(const OpenReport& report, const std::string& section);

// What the workflow has to know of a section and the caller. language: of the text that is written; empty: of none.
domain::Situation situation_of(const Read& context, const OpenReport& report, const domain::Section& section,
                               const domain::Texts& texts, const std::string& language = {});
// Throws the refusal of the workflow, if there is one, with what is possible instead.
void require_allowed(const OpenReport& report, const domain::Section& section, const domain::Situation& situation,
                     domain::Action action);
// Who the section waits for; nothing: for nobody.
std::optional<WaitingFor> waiting_for(const OpenReport& report, const domain::Section& section);
// How each text stands to the source text, in the order of the report's languages.
std::vector<TextView> view_texts(const OpenReport& report, const domain::Section& section, const domain::Texts& texts);
// Title in the section's own words where the coordinator corrected it, else the format's.
domain::LocalizedText title_of(const OpenReport& report, const domain::Section& section);

SectionView get_section(const Read& context, const std::string& report, const std::string& section);
// The same where report and row are at hand.
SectionView view_section(const Read& context, const OpenReport& report, domain::Section row);

struct SectionFilter {
  std::optional<std::string> state;
  std::optional<std::string> agency;  // leads or contributes
  std::optional<std::string> step;
  std::optional<bool> overdue;
  std::optional<std::string> language;
  std::optional<std::string> translation;
  bool mine = false;
};

// In outline order, from a position on.
std::vector<SectionView> list_sections(const Read& context, const std::string& report, const SectionFilter& filter,
                                       int from_position, int limit);

}  // namespace usecases
