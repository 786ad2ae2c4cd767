// Holds a file against the standard's schema with xmllint.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "support/temporary_folder.hpp"

namespace support {

// The standard's schema (OASIS, 5 August 2014) and the schema of xml: attributes that it imports, as the package
// php-symfony-translation brings them, laid out as the import wants it. Returns the path of the first.
inline std::string lay_out_xliff_schema(const TemporaryFolder& folder) {
  const std::filesystem::path installed = "/usr/share/php/Symfony/Component/Translation/Resources/schemas";
  const std::string imported = folder.file("informativeCopiesOf3rdPartySchemas/w3c");
  std::filesystem::create_directories(imported);
  std::filesystem::copy_file(installed / "xml.xsd", imported + "/xml.xsd");
  std::filesystem::copy_file(installed / "xliff-core-2.0.xsd", folder.file("xliff.xsd"));
  return folder.file("xliff.xsd");
}

// What xmllint has against it; empty: it is XLIFF 2.0.
inline std::string schema_complaints(const std::string& xliff) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("file.xlf"), std::ios::binary) << xliff;
  const std::string schema = lay_out_xliff_schema(folder);
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
