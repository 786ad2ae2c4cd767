#include "domain/report/finding_kind.hpp"

#include <algorithm>
#include <utility>

namespace domain {
namespace {

constexpr std::array<std::pair<FindingLevel, std::string_view>, 4> kLevels{{
    {FindingLevel::info, "info"},
    {FindingLevel::warning, "warning"},
    {FindingLevel::error, "error"},
    {FindingLevel::blocker, "blocker"},
}};

}  // namespace

std::string_view to_string(FindingLevel level) {
  return std::ranges::find(kLevels, level, &std::pair<FindingLevel, std::string_view>::first)->second;
}

std::optional<FindingLevel> parse_finding_level(std::string_view text) {
  const auto found = std::ranges::find(kLevels, text, &std::pair<FindingLevel, std::string_view>::second);
  if (found == kLevels.end()) return std::nullopt;
  return found->first;
}

const FindingKind* find_finding_kind(std::string_view code) {
  const auto found = std::ranges::find(kFindingKinds, code, &FindingKind::code);
  return found == kFindingKinds.end() ? nullptr : &*found;
}

}  // namespace domain
