// Words that a report says itself, in the language of its fixed words.
#pragma once

#include <string_view>
#include <utility>

#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/report.hpp"

namespace documents {

struct OfficeWords {
  const Report& report;
  const PandocLanguage& language;

  // Inlines.
  pandoc::Json fixed(std::string_view text) const { return fixed_line(pandoc::words(text)); }
  pandoc::Json fixed_line(pandoc::Json inlines) const {
    return report.foreign_labels() ? language.line(report.labels().language, std::move(inlines)) : inlines;
  }
  // A block: a remark for those who write.
  pandoc::Json remark(std::string_view text) const {
    return pandoc::styled("Remark", pandoc::Json::array({pandoc::paragraph(fixed(text))}));
  }
};

}  // namespace documents
