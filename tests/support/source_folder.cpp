#include "support/source_folder.hpp"

namespace support {

const std::string& source_folder() {
  static const std::string folder = NATIONAL_REPORT_SOURCE;
  return folder;
}

}  // namespace support
