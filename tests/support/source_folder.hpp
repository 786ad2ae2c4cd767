// Where the sources lie: for tests that read them, and for files that are held against them.
#pragma once

#include <string>

namespace support {

const std::string& source_folder();

}  // namespace support
