// What stands in a Word file that was sent as a form. Outside of any transaction: takes seconds.
#pragma once

#include <string>
#include <vector>

#include "documents/form/form_sections.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

// Errors: those of read_docx and Converters::run; invalid "unreadable_docx", "docx_too_large", "no_form".
documents::FormFile read_sent_form(Service& service, const std::string& docx, const documents::FormPrint& print,
                                   const documents::SealOf& seal_of);

// What each piece of some texts reads as when it comes from a Word file; by text. Errors: those of Converters::run.
using PiecesRead = std::vector<std::vector<documents::RichBlock>>;
std::vector<PiecesRead> read_as_forms(Service& service, const std::vector<std::string>& texts);

std::string pandoc_version(Service& service);

}  // namespace usecases
