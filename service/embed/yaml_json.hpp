// The contract and the words of each language are written in YAML and read as JSON: turned into it once, by the build.
#pragma once

#include <string>

// Scalars by YAML's core schema: plain true, false, null, whole numbers and decimals are those; all else is text.
// Errors: YAML::Exception.
std::string yaml_to_json(const std::string& yaml);
