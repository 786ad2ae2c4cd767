#include "domain/preparation/dependences.hpp"

#include <algorithm>

namespace domain {
namespace {

// The way back to `start` from `last`, which waits for it.
std::vector<std::int64_t> way_to(const std::unordered_map<std::int64_t, std::int64_t>& come_from, std::int64_t start,
                                 std::int64_t last) {
  std::vector<std::int64_t> way{start};
  for (std::int64_t at = last; at != start; at = come_from.at(at)) way.push_back(at);
  way.push_back(start);
  std::ranges::reverse(way);
  return way;
}

}  // namespace

std::vector<std::int64_t> circle_through(const Dependences& needs, std::int64_t start) {
  std::unordered_map<std::int64_t, std::int64_t> come_from;
  std::vector<std::int64_t> reached{start};
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const std::int64_t at = reached[next];
    const auto found = needs.find(at);
    if (found == needs.end()) continue;
    for (const std::int64_t needed : found->second) {
      if (needed == start) return way_to(come_from, start, at);
      if (come_from.try_emplace(needed, at).second) reached.push_back(needed);
    }
  }
  return {};
}

}  // namespace domain
