// The letter with which the coordinator reminds an agency on paper: what is due, when, and whom to turn to.
#pragma once

#include <optional>
#include <string>

#include "usecases/documents/document_files.hpp"
#include "usecases/documents/get_document.hpp"

namespace usecases {

struct LetterRequest {
  std::string report;
  std::string agency;
  DocumentFormat format = DocumentFormat::html;
  std::optional<std::string> language;  // none: the report's language that fits accept_language best
  std::string accept_language;          // as the header of that name has it
};

// As of today. For the coordinator and the people of the agency. Kept until the report or the day changes; a program
// works outside of any transaction. Errors: not_found (report, agency, language), forbidden; those of
// Converters::convert.
DocumentFile get_letter(Service& service, const domain::Actor& actor, const LetterRequest& request);

}  // namespace usecases
