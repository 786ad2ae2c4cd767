// The outline of a format file: nodes, children and repeats, flattened into document order.
#pragma once

#include "domain/report/format.hpp"
#include "usecases/format_file/yaml_place.hpp"

namespace usecases {

// Reads the nodes into format.outline; the code lists must be there already.
void read_outline(const YamlPlace& place, domain::Format& format);

domain::WordLimit read_limit(const YamlPlace& place);
// Default where absent; complains about what is no day such as T-12w.
std::optional<domain::RelativeDay> read_day(const YamlPlace& place);

}  // namespace usecases
