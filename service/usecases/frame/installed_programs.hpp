// The programs that make files, as this machine has them.
#pragma once

#include <array>
#include <mutex>
#include <string>
#include <vector>

#include "documents/process/conversion.hpp"

namespace usecases {

struct InstalledProgram {
  std::string name;     // "pandoc"
  std::string path;     // empty: not installed
  std::string version;  // "2.17.1.1"; empty where it is not installed or does not say
};

class InstalledPrograms {
 public:
  // wanted: names on PATH, or paths, in the order of documents::Program; an empty one is not looked for.
  // limits: of one that is asked for its version.
  InstalledPrograms(const std::array<std::string, documents::kProgramNames.size()>& wanted,
                    const documents::ProcessLimits& limits);

  // Asks each for its version until it tells it, which takes up to a second.
  std::vector<InstalledProgram> ask();

  bool has(documents::Program program) const { return !at(program).path.empty(); }
  // Error: tool_missing.
  InstalledProgram require(documents::Program program) const;

 private:
  InstalledProgram at(documents::Program program) const;

  documents::ProcessLimits limits_;
  mutable std::mutex asked_;  // for programs_
  std::array<InstalledProgram, documents::kProgramNames.size()> programs_;
};

}  // namespace usecases
