// Who can mend a finding today, and by which act.
#pragma once

#include <string>

#include "domain/preparation/task.hpp"
#include "usecases/reports/section_status.hpp"

namespace usecases {

// Of a section as it stands: where nobody may write its text it has to be sent back or opened again first, and where no
// agency leads it, one has to.
Mend mend_of(const OpenReport& report, const SectionStatus& section, const domain::FindingKind& kind,
             const std::string& language);
// Of the report as a whole.
Mend mend_of(const domain::FindingKind& kind);
// Of a promise that the agency answers for; empty: none does yet.
Mend mend_of(const domain::FindingKind& kind, const std::string& agency);
// Of a task.
Mend mend_of(const domain::FindingKind& kind, const domain::Task& task);

}  // namespace usecases
