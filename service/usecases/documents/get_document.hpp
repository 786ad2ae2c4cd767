// The one way to a document of a report: as a file of a format, in a language, as of now or of an earlier time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/documents/compile.hpp"
#include "usecases/documents/document_files.hpp"
#include "usecases/frame/report_answers.hpp"

namespace usecases {

struct DocumentRequest {
  std::string report;
  DocumentFormat format = DocumentFormat::md;
  std::optional<std::string> language;  // none: the report's language that fits accept_language best
  std::string accept_language;          // as the header of that name has it
  Select select = Select::latest;
  std::optional<domain::Millis> as_of;  // in the past; none: now
  Part part = {};
  std::optional<std::vector<std::string>> annexes = {};  // names of those made here; none: as a draft has them
};

struct DocumentFile {
  CachedAnswer file;
  std::string language;
  std::string name;  // "tkm-2026.ru.docx", "tkm-2026.obj-06.ru.docx"
  std::string media_type;
};

// Kept by sequence, language, selection and the sections that the caller may read: the file of an unchanged report is
// found without SQL. Else the report is looked at once, and the texts that the caller may not read today are withheld,
// whatever the time of the document. A program works outside of any transaction, once for all who ask for the same, on
// the report as it was when it was asked for.
// The plan and the assistance requested are for every participant, in an annex as at their own doors.
// Errors: forbidden; not_found (report, language, part, or nothing there at that time); invalid (as_of in the future,
// annexes of a part); those of Converters::convert.
DocumentFile get_document(Service& service, const domain::Actor& actor, const DocumentRequest& request);

}  // namespace usecases
