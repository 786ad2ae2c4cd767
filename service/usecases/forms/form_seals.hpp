// What shows that a marker line was printed by this service: a word that nobody can make who does not have its key.
#pragma once

#include <string>

#include "documents/form/form_marker.hpp"

namespace usecases {

// The name of the bookmark on the line. key: of store::form_key. A translator may say which source revision the text
// fits now, so that number is not sealed. report: of a line that ends a section and does not name it.
std::string seal_of(const std::string& key, const std::string& report, const documents::FormMarker& marker);

}  // namespace usecases
