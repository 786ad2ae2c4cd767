// A Word file that somebody sent, looked into before any program opens it.
#pragma once

#include <cstdint>
#include <string>

#include "documents/file/zip_reader.hpp"

namespace usecases {

constexpr std::size_t kMostDocxParts = 2000;
constexpr std::uint64_t kMostDocxBytes = 16ULL << 20U;  // unpacked

// The parts of a DOCX file, by name, without those of other programs, which no text needs: objects, controls, pictures,
// the tables that charts were drawn from, and files that were inserted as they are. What is in these is not looked at.
// Errors: domain::Error, invalid, of the kinds
//   not_a_docx          no ZIP archive, a damaged one, or one without a Word document in it
//   encrypted_docx      protected by a password, or of Word before 2007
//   docx_too_large      more parts or bytes than above, or a part swollen or larger than it says, as in a ZIP bomb
//   docx_unsafe_path    a part whose name leaves the archive, or that is there twice
//   docx_macros         a program in it
//   docx_entities       XML with a document type, or that is not well-formed
documents::NamedFiles read_docx(const std::string& bytes);

}  // namespace usecases
