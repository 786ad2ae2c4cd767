// The <head> of the HTML report: what the file is, for catalogues and PDF viewers, and how it looks.
#pragma once

#include <string>

#include "documents/report/report.hpp"

namespace documents {

void write_head(std::string& out, const Report& report);

}  // namespace documents
