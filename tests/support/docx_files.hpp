// Word files taken apart and put together again for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "documents/file/zip_archive.hpp"
#include "usecases/forms/docx_check.hpp"

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
  return documents::make_archive(parts);
}

inline std::string word_line(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

// With some XML put behind the first paragraph that has these words.
inline std::string with_behind(const std::string& docx, const std::string& words, const std::string& xml) {
  auto parts = usecases::read_docx(docx);
  std::string& document = parts.at("word/document.xml");
  const auto at = document.find(words);
  REQUIRE_MESSAGE(at != std::string::npos, "no paragraph has ", words);
  document.insert(document.find("</w:p>", at) + 6, xml);
  return documents::make_archive(parts);
}

}  // namespace support
