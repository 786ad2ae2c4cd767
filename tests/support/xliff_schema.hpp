// Holds a file against the standard's schema with xmllint.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "support/temporary_folder.hpp"

namespace support {

// What xmllint has against it; empty: it is XLIFF 2.0.
inline std::string schema_complaints(const std::string& xliff) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("file.xlf"), std::ios::binary) << xliff;
  const std::string schema = std::string(NATIONAL_REPORT_SOURCE) + "/tests/support/xliff/xliff_core_2.0.xsd";
  const std::string command = "xmllint --nonet --noout --schema '" + schema + "' '" + folder.file("file.xlf") +
                              "' 2>'" + folder.file("said") + "'";
  const int status = std::system(command.c_str());  // NOLINT(cert-env33-c): a test
  std::ifstream in(folder.file("said"));
  std::stringstream said;
  said << in.rdbuf();
  if (status == 0) return "";
  return "xmllint: " + said.str();
}

}  // namespace support
