// A form that came back, divided at its marker lines in Word's own XML: before any program reads it, so that nothing of
// one section can depend on another.
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "documents/form/form_marker.hpp"

namespace documents {

// A part of the file as a document of its own.
struct FormChunk {
  FormMarker marker;
  std::string fault;  // as FormSection's
  pugi::xml_document document;
  std::vector<std::string> remarks;   // what of it could not be kept, or not as it was
  std::vector<std::string> comments;  // Word's numbers of those that belong to it, in the order of the file
};

struct DividedForm {
  std::vector<FormChunk> sections;  // in the order of the file
  FormChunk outside;                // all that stands in none of them
};

// The name of the bookmark that stands on the line of a marker where a form was made with it.
using SealOf = std::function<std::string(const FormMarker& marker)>;

// document: of "word/document.xml", fields and controls unwrapped. Error: domain::Error, invalid "docx_too_large",
// where it has more sections than a report can have.
DividedForm divide_form(const pugi::xml_document& document, const SealOf& seal_of);

}  // namespace documents
