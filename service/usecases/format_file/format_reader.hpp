// Reads a format file: YAML, or JSON, which is a part of YAML. The files of db/formats show its members.
#pragma once

#include <string_view>
#include <vector>

#include "domain/basis/error.hpp"
#include "domain/report/format.hpp"

namespace usecases {

// Errors: domain::Error(invalid, "invalid_format") with a finding for every wrong place: a JSON Pointer, and a message
// that names the line.
domain::Format read_format(std::string_view source);

// What is allowed but worth knowing: unconfirmed titles, limits that add up to more than the whole, missing languages.
std::vector<domain::Finding> format_warnings(const domain::Format& format);

}  // namespace usecases
