// What stands in a Word file that was sent as a form. Outside of any transaction: takes seconds.
#pragma once

#include <string>
#include <vector>

#include "render/form_sections.hpp"
#include "usecases/service.hpp"

namespace usecases {

struct SentForm {
  render::FormFile file;
  std::vector<std::string> lost;  // by section: the first words that were not read; empty: there are none
};

// Errors: those of read_docx and Converters::run; invalid "unreadable_docx", "docx_too_large", "no_form".
SentForm read_sent_form(Service& service, const std::string& docx, const render::FormPrint& print);

// What each piece of some texts reads as when it comes from a Word file; by text. Errors: those of Converters::run.
using PiecesRead = std::vector<std::vector<render::RichBlock>>;
std::vector<PiecesRead> read_as_forms(Service& service, const std::vector<std::string>& texts);

std::string pandoc_version(Service& service);

}  // namespace usecases
