// One section as the status of its report shows it, and as it is judged.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/report/pictures.hpp"
#include "usecases/reports/finding.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {

// What a text marks up in vain.
struct MarkupCount {
  std::size_t charts_not_drawn = 0;
  std::size_t references_unknown = 0;
};

struct SectionStatus {
  domain::Section row;
  const domain::OutlineNode* node = nullptr;
  std::string number;
  domain::LocalizedText title;
  std::string step;  // key; empty: not in review
  std::optional<WaitingFor> waiting_for;
  std::string due_on;
  bool overdue = false;
  bool nothing_to_report = false;
  std::string carried_over;  // the report whose source text stands here as it was; empty: none
  std::uint64_t words = 0;   // of the source text
  LimitState limit = LimitState::none;
  std::vector<TextView> texts;
  std::map<std::string, TermCount> terms;  // by language: where a text and the glossary disagree
  std::vector<store::PictureFault> picture_faults;
  std::map<std::string, MarkupCount> markup;  // by language; of the texts in which there is something
};

SectionStatus status_of(const OpenReport& report, domain::Section row, const domain::Texts& texts, std::string number);

// The title in that language, or in another where it has none.
std::string title_in(const domain::LocalizedText& title, const std::string& language);

// Fills terms. Only a translation of the newest source text is asked for the source's terms.
void count_terms(const Read& context, const OpenReport& report, SectionStatus& section);

}  // namespace usecases
