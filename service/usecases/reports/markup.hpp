// What the texts of sections mark up in vain: charts that cannot be drawn, references to nothing.
#pragma once

#include <span>

#include "usecases/reports/section_status.hpp"

namespace usecases {

// Fills the markup of each. A reference leads to a section of the outline, or to a table or figure of any text in its
// language or in the source language, which stands in the place of a translation that is missing.
// Errors: Groundwork::Lacking, in a transaction that writes.
void count_markup(const Read& context, const OpenReport& report, std::span<SectionStatus> sections);

}  // namespace usecases
