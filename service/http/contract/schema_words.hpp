// What a schema check found, said so that a person can mend it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/basis/error.hpp"
#include "http/contract/json.hpp"

namespace http {

// That are put into words, as a body may be wrong in each of its bytes.
constexpr std::size_t kMostInWords = 1000;

// One complaint of the schema library: where, and in its own words.
struct SchemaError {
  std::vector<std::string> path;  // member names and item numbers, from the root
  std::string description;
};

// Is this about a text or a list that is longer than the schema allows?
bool is_too_long(const SchemaError& error);

// Is this about a text that does not match its pattern, or a member whose name does not?
bool is_about_form(const SchemaError& error);

// The contract's own word for forms that no pattern tells, see schema_forms.hpp.
constexpr const char* kFormWord = "x-form";

// "does not have the right form", and which form the schema wants, in the words and by the example that it gives. Never
// its pattern.
domain::Message wrong_form(const Body& schema);

// Gives the schema of the place at a path; an empty object where the schema says nothing of it.
using SchemaLookup = std::function<const Body&(const std::vector<std::string>& path)>;
// What is wrong with the name of a member, by the schema of such names; empty: nothing.
using NameCheck = std::function<domain::Message(const Body& schema, const std::string& name)>;

// One finding a wrong place. Errors that only repeat what lies below them are left out.
std::vector<domain::Finding> in_words(const std::vector<SchemaError>& errors, const Body& value,
                                      const SchemaLookup& schema_at, const NameCheck& complaint_about);

}  // namespace http
