// Documents for the tests of the renderers.
#pragma once

#include <string>
#include <vector>

#include "documents/report/document.hpp"
#include "support/contains.hpp"

namespace sample {

// A report without sections.
inline documents::Document document(const std::string& language = "en") {
  documents::Document document;
  document.language = document.title_language = document.format_title_language = language;
  document.title = "Report";
  document.format_title = "National report";
  document.country = "TKM";
  document.forum_date = "2026-05-05";
  document.as_of = "2026-01-15T09:00:00.000Z";
  document.sequence = 17;
  document.select = "latest";
  document.word_limit = 10700;
  return document;
}

inline documents::DocumentSection section(const std::string& id, int depth = 1) {
  documents::DocumentSection section;
  section.id = id;
  section.depth = depth;
  section.title = "Title of " + id;
  section.title_language = "en";
  section.state = "approved";
  return section;
}

inline documents::DocumentSection text(const std::string& id, const std::string& markdown, int depth = 1) {
  documents::DocumentSection text = section(id, depth);
  text.content = documents::ContentKind::text;
  text.markdown = markdown;
  text.language = "en";
  text.revision = 1;
  return text;
}

// A report of chapters with these texts: "s1", "s2", ...
inline documents::Document of_texts(const std::vector<std::string>& texts) {
  documents::Document report = document();
  for (const auto& markdown : texts)
    report.sections.push_back(text("s" + std::to_string(report.sections.size() + 1), markdown));
  return report;
}

using support::contains;
using support::stands_before;

inline int occurrences(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// What stands between the first mention of `begin` and the next of `end`.
inline std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const auto from = text.find(begin);
  if (from == std::string::npos) return "";
  const auto start = from + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

}  // namespace sample
