// Golden files: tests/golden/NAME holds what an answer is expected to be, byte by byte.
#pragma once

#include <string>

namespace support {

// Fails the test where the text differs from the golden file. NATIONAL_REPORT_UPDATE_GOLDEN=1 writes the file instead:
// look at the difference before you keep it.
void check_golden(const std::string& name, const std::string& text);

// The golden file, as it is.
std::string golden(const std::string& name);

}  // namespace support
