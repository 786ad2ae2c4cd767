// The state of a whole report in one answer: what scripts poll and the coordinator looks at.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/preparation/assistance.hpp"
#include "domain/preparation/task.hpp"
#include "store/report/promises.hpp"
#include "usecases/reports/section_status.hpp"

namespace usecases {

struct StateCounts {
  int total = 0;
  std::map<domain::State, int> by_state;
  int overdue = 0;
  int nothing_to_report = 0;
  int carried_over = 0;
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
  std::vector<domain::Promise> promises;                // of the last report
  std::vector<domain::Task> overdue_tasks;              // where findings of the plan are asked for
  std::vector<domain::Assistance> unanswered_requests;  // likewise
  int completeness_percent = 0;
  std::vector<ReportFinding> findings;
  std::vector<Deadline> next_deadlines;
};

// To look at the markup of texts and at the plan takes long where there is much of them: it is done for who asks for
// findings, and where a final edition of the format does.
enum class Depth { what_sections_say, all_findings };

// agency: only the sections that it leads or contributes to; empty: all. Errors: not_found.
ReportStatus get_status(const Read& context, const std::string& report, const std::string& agency,
                        Depth depth = Depth::what_sections_say);

}  // namespace usecases
