// The dates inside a ZIP archive. Pandoc writes the time of day into an ODT, so that the same report would give other
// bytes every time.
#pragma once

#include <string>

namespace render {

// Gives every file in the archive the first date that ZIP knows, 1 January 1980. What is no ZIP archive without
// comment stays as it is.
void fix_zip_dates(std::string& archive);

}  // namespace render
