#include "usecases/format_file/format_gates.hpp"

#include <algorithm>

namespace usecases {
namespace {

using domain::Fault;
using domain::FindingLevel;
using domain::Gate;
using domain::GateKinds;

FindingLevel read_level(const YamlPlace& place, FindingLevel otherwise) {
  if (!place.defined()) return otherwise;
  const auto level = domain::parse_finding_level(place.text_or(""));
  if (!level) place.complain(Fault::unknown, "must be info, warning, error or blocker");
  return level.value_or(otherwise);
}

Gate read_gate(const YamlPlace& place, GateKinds kind_of_gate, FindingLevel otherwise) {
  Gate gate{otherwise};
  if (!place.defined() || !place.map_of({"stops_at", "codes"})) return gate;
  gate.stops_at = read_level(place.at("stops_at"), otherwise);
  place.at("codes").each_member([&](const std::string& code, const YamlPlace& level) {
    const auto* kind = domain::find_finding_kind(code);
    if (kind == nullptr) return level.complain(Fault::unknown, "'" + code + "' is not a kind of finding");
    if ((kind->gates & kind_of_gate) == 0) {
      return level.complain(Fault::does_not_fit, "'" + code + "' is never held against this gate");
    }
    gate.codes[code] = read_level(level, kind->level);
  });
  return gate;
}

// keys: what the format has of it.
template <class Keyed>
void read_gates_of(const YamlPlace& place, GateKinds kind_of_gate, FindingLevel otherwise,
                   const std::vector<Keyed>& keys, std::map<std::string, Gate>& gates) {
  place.each_member([&](const std::string& key, const YamlPlace& gate) {
    if (std::ranges::find(keys, key, &Keyed::key) == keys.end()) {
      return gate.complain(Fault::does_not_exist, "the format has no '" + key + "' of this kind");
    }
    gates[key] = read_gate(gate, kind_of_gate, otherwise);
  });
}

}  // namespace

void read_gates(const YamlPlace& place, domain::Format& format) {
  if (!place.defined() || !place.map_of({"submit", "steps", "stages", "final"})) return;
  domain::Gates& gates = format.gates;
  gates.submit = read_gate(place.at("submit"), domain::kSubmitGate, FindingLevel::blocker);
  gates.final_edition = read_gate(place.at("final"), domain::kFinalGate, FindingLevel::error);
  read_gates_of(place.at("steps"), domain::kStepGate, FindingLevel::blocker, format.review_steps, gates.steps);
  read_gates_of(place.at("stages"), domain::kStageGate, FindingLevel::error, format.stages, gates.stages);
}

}  // namespace usecases
