// Files, pipes and connections: how many the process may have open at once, and who gets how many of them.
#pragma once

#include <cstddef>

// Raises the limit of this process as far as the system allows; gives the limit.
std::size_t raise_descriptor_limit();

struct Demand {
  std::size_t connections = 0;
  std::size_t threads = 0;     // each may read the database
  std::size_t converters = 0;  // programs at once
};

// What of a demand fits into so many descriptors. Half of them are kept for connections; there are always some of each.
Demand fit_into(std::size_t descriptors, Demand demand);
