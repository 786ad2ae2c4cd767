// The report for programs: the schema CompiledReport of the contract.
#pragma once

#include <string>

#include "documents/report/document.hpp"

namespace documents {

std::string to_json(const Document& document);

// The document that to_json() wrote, e.g. into an edition. What the file does not have is as in a new Document: how
// the texts were contributed to, and whether it was a draft.
Document document_from_json(const std::string& json);

}  // namespace documents
