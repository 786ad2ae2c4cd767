// The contract is written in YAML and also served, and read at start, as JSON: turned into it once, by the build.
#pragma once

#include <string>

// Scalars by YAML's core schema: plain true, false, null, whole numbers and decimals are those; all else is text.
// Errors: YAML::Exception.
std::string yaml_to_json(const std::string& yaml);
