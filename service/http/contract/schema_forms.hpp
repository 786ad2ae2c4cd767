// Forms that no pattern tells: "x-form" in a schema of the contract says that a text is a day, a moment, a time zone, a
// name or a remark. The use cases refuse what is none; here it is told beside what the schema finds, in one answer.
#pragma once

#include <string_view>
#include <vector>

#include "domain/basis/error.hpp"
#include "http/contract/json.hpp"
#include "http/contract/schema_walk.hpp"

namespace http {

// Is there such a form?
bool is_form(std::string_view form);

// Texts of a value that have not the form that the schema names for their place, by JSON Pointer.
std::vector<domain::Finding> find_wrong_forms(const Body& schema, const Body& value, const ResolveSchema& resolve);

}  // namespace http
