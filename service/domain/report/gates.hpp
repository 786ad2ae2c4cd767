// What a report and its sections have to pass, and which findings stop them there: a part of the format.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "domain/report/finding_kind.hpp"

namespace domain {

struct Gate {
  std::optional<FindingLevel> stops_at;  // this level and those above; nothing: no finding stops
  std::map<std::string, FindingLevel, std::less<>>
      codes{};  // levels that kinds have at this gate, instead of their own
};

struct Gates {
  Gate submit{FindingLevel::blocker};
  std::map<std::string, Gate> steps;  // approval at a review step, by its key
  std::map<std::string, Gate>
      stages;  // by their keys; no act ends a stage, so these show what should not be there any more
  Gate final_edition{FindingLevel::error};
};

// kind_of_gate: one of GateKinds. level: of the finding, by itself.
bool stops(const Gate& gate, GateKinds kind_of_gate, const FindingKind& kind, FindingLevel level);

// Whether a finding that such evidence shows can stop there.
bool asks_for(const Gate& gate, GateKinds kind_of_gate, Evidence evidence);

}  // namespace domain
