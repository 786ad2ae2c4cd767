// What a schema check found, said so that a person can mend it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/error.hpp"
#include "http/json.hpp"

namespace http {

// One complaint of the schema library: where, and in its own words.
struct SchemaError {
  std::vector<std::string> path;  // member names and item numbers, from the root
  std::string description;
};

// Is this about a text or a list that is longer than the schema allows?
bool is_too_long(const SchemaError& error);

// Gives the schema of the place at a path; an empty object where the schema says nothing of it.
using SchemaLookup = std::function<const Body&(const std::vector<std::string>& path)>;
// Does this schema (of member names) take the name?
using NameCheck = std::function<bool(const Body& schema, const std::string& name)>;

// One finding a wrong place. Errors that only repeat what lies below them are left out.
std::vector<domain::Finding> in_words(const std::vector<SchemaError>& errors, const Body& value,
                                      const SchemaLookup& schema_at, const NameCheck& takes_name);

}  // namespace http
