// What pandoc writes into the files of word processors, brought to what their standards ask for. Word and LibreOffice
// forgive most of it; validators and stricter readers do not.
#pragma once

#include "documents/file/zip_archive.hpp"
#include "documents/office/pandoc.hpp"

namespace documents {

// To be used with edit_archive. Errors of the edits: std::runtime_error where a file is no XML.
// DOCX: ISO/IEC 29500-1 (transitional) puts the properties of a paragraph, a run and the document in an order.
// ODT: OpenDocument 1.3 in the manifest as in the files; a country that is not known is "none".
const FileEdits& schema_edits(OfficeFormat format);

}  // namespace documents
