#include "usecases/reports/gates.hpp"

#include <algorithm>

#include "domain/basis/message.hpp"

namespace usecases {
namespace {

using domain::Message;
using domain::say;
using domain::State;

constexpr std::size_t kMostNamed = 5;

// "obj-07 (ru): There is no translation yet."
Message told(const ReportFinding& finding) {
  const Message place = finding.section.empty() ? say("the report") : Message::verbatim(finding.section);
  return finding.language.empty() ? say("{0}: {1}", place, finding.message)
                                  : say("{0} ({1}): {2}", place, finding.language, finding.message);
}

// Of a section's own gates, those behind it stop it no more.
bool is_ahead(const NamedGate& gate, const domain::Section* section) {
  if (gate.kind == domain::kStageGate || gate.kind == domain::kFinalGate) return true;
  if (section == nullptr || section->state == State::approved) return false;
  if (section->state != State::in_review) return true;
  return gate.kind == domain::kStepGate && gate.step >= section->step;
}

}  // namespace

std::vector<NamedGate> gates_of(const OpenReport& report) {
  const domain::Format& format = *report.format;
  std::vector<NamedGate> gates{{"submit", &format.gates.submit, domain::kSubmitGate}};
  for (std::size_t step = 0; step < format.review_steps.size(); ++step) {
    const auto gate = format.gates.steps.find(format.review_steps[step].key);
    if (gate == format.gates.steps.end()) continue;
    gates.push_back({"step:" + gate->first, &gate->second, domain::kStepGate, static_cast<int>(step)});
  }
  for (const domain::Stage& stage : format.stages) {
    const auto gate = format.gates.stages.find(stage.key);
    if (gate == format.gates.stages.end() || report.day_from_forum(stage.end.days) >= report.today) continue;
    gates.push_back({"stage:" + gate->first, &gate->second, domain::kStageGate});
  }
  gates.push_back({"final", &format.gates.final_edition, domain::kFinalGate});
  return gates;
}

std::vector<std::string> gates_stopped(const std::vector<NamedGate>& gates, const ReportFinding& finding,
                                       const domain::Section* section) {
  std::vector<std::string> stopped;
  for (const NamedGate& gate : gates) {
    if (is_ahead(gate, section) && domain::stops(*gate.gate, gate.kind, *finding.kind, finding.level)) {
      stopped.push_back(gate.name);
    }
  }
  return stopped;
}

Message first_of(const std::vector<ReportFinding>& findings) {
  Message first;
  for (std::size_t i = 0; i < std::min(findings.size(), kMostNamed); ++i) {
    first = first.empty() ? told(findings[i]) : say("{0} {1}", first, told(findings[i]));
  }
  return findings.size() > kMostNamed ? say("{0} {1}", first, "...") : first;
}

}  // namespace usecases
