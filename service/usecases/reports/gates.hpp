// Where findings stop a section or a report: at the gates of its format.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/report/gates.hpp"
#include "usecases/reports/section_status.hpp"

namespace usecases {

struct NamedGate {
  std::string name;  // "submit", "step:coordinator", "stage:collect", "final"
  const domain::Gate* gate = nullptr;
  domain::GateKinds kind = domain::kFinalGate;
  int step = 0;  // of a step: which
};

// The gates that count today, in the order in which they are passed: of stages those that are over. They point into the
// report's format.
std::vector<NamedGate> gates_of(const OpenReport& report);

// Which of them a finding stops. section: that it is about, which has passed some of them; null: it is about none.
std::vector<std::string> gates_stopped(const std::vector<NamedGate>& gates, const ReportFinding& finding,
                                       const domain::Section* section);

// "obj-07 (ru): There is no translation yet. obj-08: ..." The first few of them; dots where there are more.
domain::Message first_of(const std::vector<ReportFinding>& findings);

}  // namespace usecases
