// What pugixml lets pass and XML does not, for files whose words are kept: there it would cut or change them unseen.
#pragma once

#include <string_view>

namespace documents {

// xml: as pugixml has read it. what: names it in the message ("The file").
// Errors: domain::Error, invalid "invalid_xml": not in UTF-8, a character that XML forbids (written as "&#0;" too), an
// entity that XML does not know, something behind the outermost element.
void require_well_formed(std::string_view xml, std::string_view what);

}  // namespace documents
