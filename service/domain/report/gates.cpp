#include "domain/report/gates.hpp"

#include <algorithm>

namespace domain {

bool stops(const Gate& gate, GateKinds kind_of_gate, const FindingKind& kind, FindingLevel level) {
  if (!gate.stops_at || (kind.gates & kind_of_gate) == 0) return false;
  const auto given = gate.codes.find(kind.code);
  return (given == gate.codes.end() ? level : given->second) >= *gate.stops_at;
}

bool asks_for(const Gate& gate, GateKinds kind_of_gate, Evidence evidence) {
  return std::ranges::any_of(kFindingKinds, [&](const FindingKind& kind) {
    return kind.evidence == evidence && stops(gate, kind_of_gate, kind, kind.level);
  });
}

}  // namespace domain
