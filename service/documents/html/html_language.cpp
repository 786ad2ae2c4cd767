#include "documents/html/html_language.hpp"

#include "documents/text/html_escape.hpp"
#include "domain/basis/written_language.hpp"

namespace documents {

std::string page_language(std::string_view language) {
  return " lang=\"" + escaped(language) + "\"" + (domain::runs_from_right(language) ? " dir=\"rtl\"" : "");
}

std::string part_language(std::string_view language, std::string_view around) {
  if (language.empty() || language == around) return "";
  const bool from_right = domain::runs_from_right(language);
  std::string attributes = " lang=\"" + escaped(language) + "\"";
  if (from_right != domain::runs_from_right(around)) attributes += from_right ? " dir=\"rtl\"" : " dir=\"ltr\"";
  return attributes;
}

}  // namespace documents
