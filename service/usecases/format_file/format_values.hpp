// A format file as plain values, for who holds it against a schema.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "domain/basis/error.hpp"

namespace usecases {

// Of a file that read_format() takes: each scalar is a text, and what has no value is left out.
nlohmann::json format_values(std::string_view source);

// Adds its line to each message, "(line 7)"; of what is missing, that of what it is missing in.
void add_lines(std::string_view source, std::vector<domain::Finding>& findings);

}  // namespace usecases
