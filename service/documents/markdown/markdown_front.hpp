// What stands before the texts in the Markdown of a report, its contents left out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "documents/report/report.hpp"

namespace documents {

// Where the emblem lies beside the Markdown of a report.
std::string emblem_path(const DocumentPicture& emblem);

void write_title_page(std::string& out, const Report& report);

// The headings of the lists that the report has, in their order.
std::vector<std::string> list_headings(const Report& report);

// Lists of tables, figures and abbreviations. anchor: of the section that has the table or figure.
void write_lists(std::string& out, const Report& report, const std::function<std::string(const Numbered&)>& anchor);

}  // namespace documents
