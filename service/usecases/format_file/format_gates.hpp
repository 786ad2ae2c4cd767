// The gates of a format file: which findings stop what.
#pragma once

#include "domain/report/format.hpp"
#include "usecases/format_file/yaml_place.hpp"

namespace usecases {

// Reads them into format.gates; the review steps and the stages must be there already.
void read_gates(const YamlPlace& place, domain::Format& format);

}  // namespace usecases
