// What the operating system counts of this process, by the names that Prometheus' own clients give it.
#pragma once

#include <vector>

#include "http/pipeline/metrics.hpp"

namespace http {

// Processor time (of the service itself, not of the programs that it runs), memory, open files, start. What the system
// does not tell is left out.
std::vector<Family> process_families();

}  // namespace http
