#include "usecases/reports/findings.hpp"

#include <algorithm>
#include <span>

#include "domain/basis/message.hpp"
#include "usecases/reports/gates.hpp"
#include "usecases/reports/mend.hpp"
#include "usecases/reports/plan_findings.hpp"
#include "usecases/reports/section_findings.hpp"

namespace usecases {
namespace {

using domain::finding_kind;
using domain::say;
using domain::State;

constexpr std::string_view kFinal = "final";

// What there is to do, and how much of it is done.
struct Share {
  std::ptrdiff_t all = 0;
  std::ptrdiff_t done = 0;
  int percent() const { return all == 0 ? 100 : static_cast<int>(done * 100 / all); }
};

void weigh(const ReportStatus& status, const SectionStatus& section, std::span<const ReportFinding> found,
           Share& share) {
  if (section.row.state == State::empty && !section.node->required) return;
  const auto translations =
      section.nothing_to_report ? 0 : static_cast<std::ptrdiff_t>(status.report.row.languages.size()) - 1;
  share.all += 1 + translations;
  if (section.row.state != State::approved) return;
  share.done += 1 + translations - std::ranges::count_if(found, [](const ReportFinding& finding) {
                  return finding.kind->code.starts_with("translation_");
                });
}

void find_in_sections(ReportStatus& status, const std::vector<NamedGate>& gates) {
  Share share;
  for (const SectionStatus& section : status.sections) {
    const std::size_t before = status.findings.size();
    find_in_section(status.report, gates, section, status.findings);
    weigh(status, section, std::span(status.findings).subspan(before), share);
  }
  status.completeness_percent = share.percent();
}

void find_in_whole(ReportStatus& status) {
  const auto found = [&](const domain::FindingKind& kind, const std::string& language, domain::Message message) {
    status.findings.push_back({&kind, kind.level, "", language, 0, std::move(message), mend_of(kind), {}});
  };
  for (const LanguageStatus& language : status.languages) {
    if (language.limit != LimitState::over) continue;
    found(finding_kind("report_over_limit"), language.language,
          say("The counted sections have {0} words in all; the limit is {1}.", language.counted_words,
              status.report.format->limit.words));
  }
  if (status.report.row.imprint.issued_on.empty()) {
    found(finding_kind("undated"), "", say("The report has no day of issue."));
  }
}

void find_in_promises(ReportStatus& status) {
  const domain::FindingKind& kind = finding_kind("promise_open");
  for (const domain::Promise& promise : status.promises) {
    if (promise.status != domain::PromiseStatus::open) continue;
    auto message = promise.source ? say("Promise {0} of report '{1}', section '{2}', has no answer yet.",
                                        promise.number, promise.source->report, promise.source->section)
                                  : say("Promise {0}, added by hand, has no answer yet.", promise.number);
    status.findings.push_back(
        {&kind, kind.level, "", "", promise.number, std::move(message), mend_of(kind, promise.agency), {}});
  }
}

}  // namespace

bool ReportFinding::stops(std::string_view gate) const { return std::ranges::find(gates, gate) != gates.end(); }

void judge_findings(ReportStatus& status) {
  const auto gates = gates_of(status.report);
  find_in_sections(status, gates);
  const std::size_t before = status.findings.size();
  if (status.agency.empty()) find_in_whole(status);
  find_in_promises(status);
  find_in_plan(status);
  for (std::size_t i = before; i < status.findings.size(); ++i) {
    status.findings[i].gates = gates_stopped(gates, status.findings[i], nullptr);
  }
}

bool is_missing(const ReportFinding& finding) { return !finding.kind->missing_as.empty() || finding.stops(kFinal); }

std::string_view missing_code(const ReportFinding& finding) {
  return finding.kind->missing_as.empty() ? finding.kind->code : finding.kind->missing_as;
}

}  // namespace usecases
