// A delivered copy of an edition checked against its own manifest, without the database.
#pragma once

#include <string>
#include <vector>

namespace usecases {

struct EditionCheck {
  std::string title;  // "tkm-2026, edition 2 'Final' (final)"
  std::string manifest_sha256;
  std::size_t files = 0;
  std::vector<std::string> problems;  // one sentence each; empty: the copy is what was frozen
};

// path: a folder, or the ZIP archive of the edition. Errors: std::runtime_error where it is neither.
EditionCheck check_edition(const std::string& path);

}  // namespace usecases
