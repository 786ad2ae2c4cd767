// Word files taken apart and put together again for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "render/zip_archive.hpp"
#include "usecases/docx_check.hpp"

namespace support {

using Replacements = std::vector<std::pair<std::string, std::string>>;

// The file with parts of one of its texts replaced, each wherever it stands. Fails the test where it does not.
inline std::string with_replaced(const std::string& docx, const Replacements& all,
                                 const std::string& part = "word/document.xml") {
  auto parts = usecases::read_docx(docx);
  for (const auto& [from, to] : all) {
    std::string& text = parts.at(part);
    REQUIRE_MESSAGE(text.find(from) != std::string::npos, part, " has no ", from);
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  }
  return render::make_archive(parts);
}

}  // namespace support
