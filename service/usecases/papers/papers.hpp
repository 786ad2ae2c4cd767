// Papers of the working group as files: HTML to look at, DOCX to edit, PDF to print.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "usecases/documents/document_files.hpp"
#include "usecases/documents/get_document.hpp"
#include "usecases/papers/paper_desk.hpp"

namespace usecases {

struct PaperRequest {
  std::string report;
  std::string name;  // tells it from the others of the report: "meeting-3.agenda"
  DocumentFormat format = DocumentFormat::html;
  std::optional<std::string> language;  // none: the report's language that fits accept_language best
  std::string accept_language;          // as the header of that name has it
};

// Errors: its own.
using ComposePaper = std::function<documents::Document(const PaperDesk& desk)>;
using MayGetPaper = std::function<void(const Read& context)>;

// As of today, kept until the report or the day changes; a program works outside of any transaction. may_get throws
// where the caller may not have it; it is asked before, and again when a program has worked. Errors: not_found (report,
// language); those of may_get, compose and Converters::convert.
DocumentFile get_paper(Service& service, const domain::Actor& actor, const PaperRequest& request,
                       const MayGetPaper& may_get, const ComposePaper& compose);

}  // namespace usecases
