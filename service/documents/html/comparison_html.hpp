// A comparison as one HTML file that needs nothing else: what was inserted is underlined, what was deleted is struck
// through, so that it reads on paper and without colours. Texts are shown as they were written, escaped; no script.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "documents/html/comparison.hpp"

namespace documents {

// One of the two states of a report.
struct ReportSide {
  std::int64_t edition = 0;  // 0: the report as it is now
  std::string name;          // of the edition
  bool final_edition = false;
  bool withdrawn = false;
  std::string as_of;  // RFC 3339
  std::string select;
  std::uint64_t words = 0;
};

struct ReportComparison {
  std::string language;
  std::string title;  // of the report
  std::string title_language;
  ReportSide from;
  ReportSide to;
  std::vector<ComparedSection> sections;
};

std::string to_html(const ReportComparison& comparison);

// One of the two texts of a section.
struct TextSide {
  std::string report_title;
  std::string report_title_language;
  std::string section_title;
  std::string section_title_language;
  std::int64_t revision = 0;  // 0: there is none yet
  bool approved = false;      // by all review steps
  std::string saved_at;       // RFC 3339
  std::uint64_t words = 0;
};

struct TextComparison {
  std::string language;
  std::string number;  // of the section in the newer report
  TextSide from;
  TextSide to;
  Outcome outcome = Outcome::same;
  std::vector<domain::Change> changes;
};

std::string to_html(const TextComparison& comparison);

}  // namespace documents
