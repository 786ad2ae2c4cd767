// What stands before the texts: the frame of the pages, title page, imprint, contents and lists.
#pragma once

#include <string>

#include "documents/pdf/print_files.hpp"
#include "documents/report/report.hpp"

namespace documents {

void write_typst_front(std::string& out, const Report& report, PrintFiles& files);

}  // namespace documents
