// Marks what is in another language than the document. Pandoc takes no language of a part into a Word file: there the
// words are written out as Word's own runs, which carry it.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {

// "<w:rtl/><w:lang w:bidi="ar"/>": the end of a run's properties. Word keeps a language for each kind of letters.
std::string word_language(std::string_view language);
// What Word calls a form of Chinese, with the country whose letters it has: "zh-CN", "zh-TW"; of others empty.
std::string word_chinese(std::string_view language);
// "<w:bidi/>" of a paragraph that runs from the right; else empty.
std::string word_direction(std::string_view language);

class PandocLanguage {
 public:
  PandocLanguage(std::string document, OfficeFormat format) : document_(std::move(document)), format_(format) {}

  // Inlines in a language, marked where it is another one.
  pandoc::Json line(std::string_view language, pandoc::Json inlines) const;
  pandoc::Json text(std::string_view language, std::string_view text) const {
    return line(language, pandoc::words(text));
  }

  // "rtl" or "ltr" where a language runs otherwise than the document; else empty.
  std::string direction_of(std::string_view language) const;

  bool is_other(std::string_view language) const { return !language.empty() && language != document_; }

 private:
  std::string document_;
  OfficeFormat format_;
};

}  // namespace documents
