// The style sheet that only the PDF gets, behind the one of html_style.hpp: what browsers do not know (page
// numbers in the contents, running headers, bookmarks) and what weasyprint does not understand of the other.
#pragma once

#include <string>
#include <string_view>

#include "documents/report/report.hpp"

namespace documents {

std::string print_style_sheet(const Report& report);

// Any text as a quoted string of CSS that may stand inside <style>.
std::string css_string(std::string_view text);

}  // namespace documents
