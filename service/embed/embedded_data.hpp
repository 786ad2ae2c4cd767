// What the generated file defines.
#pragma once

#include <vector>

#include "embed/embedded.hpp"

namespace embedded {

// Sorted by path.
const std::vector<File>& all_files();

}  // namespace embedded
