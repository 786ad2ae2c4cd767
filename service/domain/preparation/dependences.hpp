// What waits for what, by numbers.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace domain {

// By the number of each: those that it waits for.
using Dependences = std::unordered_map<std::int64_t, std::vector<std::int64_t>>;

// A shortest circle that leads from `start` back to it, with `start` at both ends; empty: there is none. Takes time and
// room by the number of all that can be reached and of their dependences, however long the way is.
std::vector<std::int64_t> circle_through(const Dependences& needs, std::int64_t start);

}  // namespace domain
