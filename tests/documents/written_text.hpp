// One text as the report shows it.
#pragma once

#include <string>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/sample_document.hpp"

namespace sample {

inline std::string html_of(const std::string& markdown) {
  return between(documents::to_html(of_texts({markdown})), "<div class=\"text\">\n", "</div>\n</section>");
}

inline std::string markdown_of(const std::string& markdown) {
  return between(documents::to_markdown(of_texts({markdown})), "## 1 Title of s1\n\n", "\n## Annex");
}

}  // namespace sample
