// XML that somebody sent, read without trust: no entities of its own, nothing loaded from elsewhere, and no deeper than
// a walk over it may recurse.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "domain/basis/message.hpp"

namespace documents {

constexpr int kDeepestXml = 200;

// what: names the text in the message, as "The SVG" does. White space between elements is kept where asked for.
// Errors: domain::Error, invalid "invalid_xml": no well-formed XML, entities declared in it, nested deeper than
// kDeepestXml.
pugi::xml_document read_foreign_xml(std::string_view xml, const domain::Message& what, bool keep_space = false);

}  // namespace documents
