// The words of a language from a file of db/labels/, as the build turned it into JSON.
#pragma once

#include <string>
#include <string_view>

#include "documents/labels/labels.hpp"

namespace documents {

// Errors: std::runtime_error that names the language and the place, where a word is missing or empty, or one is there
// that nothing asks for.
Labels read_labels(std::string language, std::string_view json);

}  // namespace documents
