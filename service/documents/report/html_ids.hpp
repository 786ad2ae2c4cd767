// The ids of the HTML file: sections have their own keys; everything else gets out of their way.
#pragma once

#include <string>

#include "documents/report/report.hpp"

namespace documents {

// The id, with underscores behind it (which no key has) where a section has the same one.
inline std::string free_id(const Report& report, std::string wanted) {
  while (report.find(wanted) != nullptr) wanted += '_';
  return wanted;
}

inline std::string note_id(const Report& report, int number) { return free_id(report, "fn-" + std::to_string(number)); }

// Of a table or a figure.
inline std::string numbered_id(const Report& report, CaptionKind kind, int number) {
  return free_id(report, (kind == CaptionKind::table ? "table-" : "figure-") + std::to_string(number));
}
inline std::string numbered_id(const Report& report, const Numbered& numbered) {
  return numbered_id(report, numbered.kind, numbered.number);
}

// Of the figure that it is.
inline std::string chart_id(const Report& report, int number) {
  return numbered_id(report, CaptionKind::figure, number);
}

// Of its table in the annex.
inline std::string chart_numbers_id(const Report& report, int number) {
  return free_id(report, "figure-" + std::to_string(number) + "-numbers");
}

// occurrence: 1 for the first reference to the note.
inline std::string note_reference_id(const Report& report, int number, int occurrence) {
  return free_id(report, "fnref-" + std::to_string(number) + (occurrence == 1 ? "" : "-" + std::to_string(occurrence)));
}

}  // namespace documents
