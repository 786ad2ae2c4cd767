// What changed: between a frozen edition and another one or the report of today, and between a section's text and the
// one that another report, of the last cycle say, has there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/html/comparison_html.hpp"
#include "store/report/texts.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

using documents::ComparedSection;
using documents::ContentKind;
using documents::Outcome;
using documents::ReportComparison;
using documents::ReportSide;
using documents::SectionSide;
using documents::TextComparison;

struct EditionsToCompare {
  std::int64_t from = 0;
  std::int64_t to = 0;                  // 0: the report as it is now, its texts selected as in `from`
  std::optional<std::string> language;  // none: the first one of `from`
};

// From what was frozen, not compiled again. sequence: the last change that the answer depends on.
struct EditionComparison {
  ReportComparison comparison;
  std::int64_t sequence = 0;
};

// report: the one that they are of. Errors: not_found (edition, an edition without that language), forbidden where the
// caller may not see all.
EditionComparison compare_editions(const Read& context, const KnownReport& report, const EditionsToCompare& wanted);

// A page that needs nothing else.
std::string to_html(const EditionComparison& compared);

struct TextsToCompare {
  std::string report;
  std::string section;
  std::string with;                     // another report
  std::optional<std::string> language;  // none: the report's source language
};

struct SectionComparison {
  TextComparison comparison;
  domain::Revision from;               // of the other report: approved by all steps where there is such a one
  std::optional<domain::Revision> to;  // the newest; none: nobody wrote it yet
};

// Errors: not_found (report, section there, language, a text there), forbidden (either text is not shared with the
// caller), conflict heading_only, invalid where a report is compared with itself.
SectionComparison compare_with_report(const Read& context, const TextsToCompare& wanted);

// A page that needs nothing else.
std::string to_html(const SectionComparison& compared);

}  // namespace usecases
