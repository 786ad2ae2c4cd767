// Whether a text is XML, by expat, for files whose words are kept: pugixml lets pass what XML does not, and would cut
// or change words there unseen.
#pragma once

#include <string_view>

#include "domain/basis/message.hpp"

namespace documents {

// xml: as pugixml has read it. what: names it in the message ("The file").
// Errors: domain::Error, invalid "invalid_xml": not well-formed, which are a character that XML forbids (written as
// "&#0;" too), an entity that XML does not know, something behind the outermost element, and much else; not in UTF-8,
// or declared as something else; a document type that declares entities, or lies elsewhere and might.
void require_well_formed(std::string_view xml, const domain::Message& what);

}  // namespace documents
