// The state of a whole report in one answer: what scripts poll and the coordinator looks at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/message.hpp"
#include "store/pictures.hpp"
#include "store/promises.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {

struct StateCounts {
  int total = 0;
  std::map<domain::State, int> by_state;
  int overdue = 0;
  int nothing_to_report = 0;
  int carried_over = 0;
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
};

struct AgencyStatus {
  std::string agency;
  domain::LocalizedText title;
  StateCounts lead;
  int contributing = 0;
};

struct LanguageStatus {
  std::string language;
  std::uint64_t counted_words = 0;
  LimitState limit = LimitState::none;
  bool source = false;
  std::vector<std::string> missing;  // section ids; translations only
  std::vector<std::string> stale;
  std::vector<std::string> unconfirmed;
  int current = 0;
};

// One thing that keeps the report from being complete.
struct Missing {
  std::string section;
  std::string code;  // unassigned, text_missing, carried_over, not_approved, translation_missing, translation_stale,
                     // promise_open, ...
  std::string language;  // empty: about no language
  domain::Message message;
  std::int64_t promise = 0;  // its number; 0: about none
  bool blocking = true;      // false: to be mended, but the report may be delivered with it
};

struct Deadline {
  std::string on;    // ISO day
  std::string kind;  // section, stage, forum
  std::string key;
  domain::LocalizedText title;
};

struct ReportStatus {
  OpenReport report;
  std::int64_t sequence = 0;
  domain::Millis last_change_at = 0;
  std::string agency;  // the filter; empty: all
  StateCounts counts;
  std::vector<int> by_step;  // one count a review step of the format
  std::vector<AgencyStatus> agencies;
  std::vector<SectionStatus> sections;  // text nodes in outline order
  std::vector<LanguageStatus> languages;
  std::vector<domain::Promise> promises;  // of the last report
  int completeness_percent = 0;
  std::vector<store::PictureFault> picture_faults;
  std::vector<Missing> missing;
  std::vector<Deadline> next_deadlines;
};

// agency: only the sections that it leads or contributes to; empty: all. Errors: not_found.
ReportStatus get_status(const Read& context, const std::string& report, const std::string& agency);

}  // namespace usecases
