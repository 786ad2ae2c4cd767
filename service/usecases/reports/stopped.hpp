// What keeps a section from going on.
#pragma once

#include <cstddef>

#include "usecases/reports/section_status.hpp"

namespace usecases {

struct Stopped {
  domain::Message reason;  // one sentence or more; empty: nothing stops it
  std::size_t findings = 0;
};

// At the gate before the section's next act of these parties: submit for the head of its lead, approval for the owner
// of the step that it waits at. Looks at no more than the gate asks for. That a text was carried over is no part of it:
// the workflow asks for that by itself, and takes a reason. Errors: Groundwork::Lacking, in a transaction that writes.
Stopped stopped_at_gate(const Read& context, const OpenReport& report, const domain::Section& section,
                        const domain::Texts& texts, domain::Parties parties);

}  // namespace usecases
