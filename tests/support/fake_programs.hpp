// Programs that stand in for pandoc, typst, rsvg-convert and LibreOffice: quick, and as wrong as a test wants them.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "support/temporary_folder.hpp"

namespace support {

// Puts a shell script into the folder; every run but a question for the version leaves a line in the file "runs".
inline std::string fake_program(const TemporaryFolder& folder, const std::string& name, const std::string& script) {
  const std::string path = folder.file(name);
  std::ofstream(path) << "#!/bin/sh\nif [ \"$1\" = --version ]; then echo '" << name << " 57.2'; exit; fi\n"
                      << "echo run >> " << folder.file("runs") << "\n"
                      << script << "\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

// What typst and pandoc do, as far as a test can see: the input in the right kind of file.
constexpr const char* kTypst = "while [ $# -gt 2 ]; do shift; done; (printf '%%PDF-1.7 '; cat \"$1\") > \"$2\"";
constexpr const char* kPandoc =
    "for argument; do case $argument in --output=*) output=${argument#--output=};; esac; done\n"
    "zip -q -0 \"$output\" report.json";
// What rsvg-convert does, likewise.
constexpr const char* kRsvgConvert =
    "for argument; do case $argument in --output=*) output=${argument#--output=};; esac; done\n"
    "(printf '\\211PNG\\r\\n\\032\\n'; cat picture.svg) > \"$output\"";

// What LibreOffice does: the first heading and the first table stand on page 57.
constexpr const char* kSoffice = "echo '{\"_Toc1\":57,\"_Toc000001\":57,\"_RefTable1\":57}' > pages.json";

inline std::size_t runs_of_fakes(const TemporaryFolder& folder) {
  std::ifstream in(folder.file("runs"));
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines;
}

}  // namespace support
