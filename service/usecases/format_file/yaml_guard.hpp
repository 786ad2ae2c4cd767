// Hostile YAML: refused before a tree is built from it.
#pragma once

#include <string_view>

namespace usecases {

// Errors: YAML::ParserException for aliases (a file of a few lines can stand for gigabytes), for deep nesting, for
// more than 50,000 values, and for a second document, which would be lost unseen.
void guard_yaml(std::string_view source);

}  // namespace usecases
