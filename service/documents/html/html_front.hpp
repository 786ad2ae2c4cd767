// What stands before the texts in the HTML file: title page, the page behind it, contents, lists.
#pragma once

#include <string>

#include "documents/report/report.hpp"

namespace documents {

// " lang=...", and its direction, where a text is in another language than the document.
std::string lang_of(const Report& report, std::string_view language);
// The same for the document's fixed words.
std::string fixed_lang_of(const Report& report);

// <name attributes>text</name>, and a line break.
void append_element(std::string& out, const char* name, const std::string& attributes, std::string_view text);

// "1.1 " or "Annex A. " as what stands before a heading.
void append_heading_number(std::string& out, const Report& report, const std::string& name);

void write_front(std::string& out, const Report& report);

}  // namespace documents
