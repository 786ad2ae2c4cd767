// The document that pandoc takes styles, header and footer from: a file of db/documents/ with the words of the
// languages and the numbers of its headings put in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/office/heading_numbers.hpp"
#include "documents/office/pandoc.hpp"

namespace documents {

// The path of the file. A final edition in Word has one without a watermark.
std::string_view reference_file(const Document& document, OfficeFormat format);

// The file with its watermark, the layout of its text and the lists that number the headings, mirrored for a language
// that runs from the right. Word gets the watermark of the document's language; OpenDocument has a page of every
// language, and the document names its own. Error: std::runtime_error where it is no archive.
std::string filled_reference(const std::string& reference, const Document& document,
                             const std::vector<HeadingList>& lists, OfficeFormat format);

}  // namespace documents
