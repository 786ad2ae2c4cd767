// The rhythm of reminders of a format file.
#pragma once

#include "domain/report/format.hpp"
#include "usecases/format_file/yaml_place.hpp"

namespace usecases {

// Reads it into format.reminders; what is left out is as in every format.
void read_reminders(const YamlPlace& place, domain::Format& format);

}  // namespace usecases
