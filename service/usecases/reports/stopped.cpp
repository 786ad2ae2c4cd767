#include "usecases/reports/stopped.hpp"

#include <optional>

#include "usecases/reports/gates.hpp"
#include "usecases/reports/markup.hpp"
#include "usecases/reports/section_findings.hpp"

namespace usecases {
namespace {

using domain::Evidence;
using domain::finding_kind;
using domain::say;
using domain::State;

std::optional<NamedGate> next_gate(const OpenReport& report, const domain::Section& section, domain::Parties parties) {
  const domain::Gates& gates = report.format->gates;
  const bool with_agency = section.state == State::draft || section.state == State::returned;
  if (with_agency && (parties & domain::kLeadHead) != 0) return NamedGate{"submit", &gates.submit, domain::kSubmitGate};
  const domain::ReviewStep* step = report.step(section);
  if (step == nullptr || (parties & domain::kStepOwner) == 0) return std::nullopt;
  const auto gate = gates.steps.find(step->key);
  if (gate == gates.steps.end()) return std::nullopt;
  return NamedGate{"step:" + step->key, &gate->second, domain::kStepGate, section.step};
}

SectionStatus look_at(const Read& context, const OpenReport& report, const domain::Section& section,
                      const domain::Texts& texts, const NamedGate& gate) {
  const auto asks_for = [&](Evidence evidence) { return domain::asks_for(*gate.gate, gate.kind, evidence); };
  SectionStatus status = status_of(report, section, texts, "");
  if (asks_for(Evidence::glossary)) count_terms(context, report, status);
  if (asks_for(Evidence::pictures)) {
    status.picture_faults = store::list_picture_faults(context.tx, report.row.id, section.id);
  }
  if (asks_for(Evidence::markup)) count_markup(context, report, std::span(&status, 1));
  return status;
}

}  // namespace

Stopped stopped_at_gate(const Read& context, const OpenReport& report, const domain::Section& section,
                        const domain::Texts& texts, domain::Parties parties) {
  const auto gate = next_gate(report, section, parties);
  if (!gate) return {};
  std::vector<ReportFinding> findings;
  find_in_section(report, {*gate}, look_at(context, report, section, texts, *gate), findings);
  std::erase_if(findings, [&](const ReportFinding& finding) {
    return !finding.stops(gate->name) || finding.kind == &finding_kind("carried_over");
  });
  if (findings.empty()) return {};
  return {say("The section cannot go on yet. Findings that stop it: {0}. {1} The findings of the report list them all.",
              findings.size(), first_of(findings)),
          findings.size()};
}

}  // namespace usecases
