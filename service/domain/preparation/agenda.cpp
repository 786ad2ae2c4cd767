#include "domain/preparation/agenda.hpp"

#include <algorithm>
#include <utility>

namespace domain {
namespace {

constexpr std::array<std::pair<PointKind, std::string_view>, kPointKinds.size()> kNames{{
    {PointKind::topic, "topic"},
    {PointKind::overdue, "overdue"},
    {PointKind::returned, "returned"},
    {PointKind::review, "review"},
    {PointKind::extension, "extension"},
    {PointKind::task, "task"},
    {PointKind::assistance, "assistance"},
    {PointKind::stage, "stage"},
}};

}  // namespace

std::string_view to_string(PointKind kind) {
  return std::ranges::find(kNames, kind, [](const auto& name) { return name.first; })->second;
}

std::optional<PointKind> parse_point_kind(std::string_view text) {
  const auto found = std::ranges::find(kNames, text, [](const auto& name) { return name.second; });
  return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

}  // namespace domain
