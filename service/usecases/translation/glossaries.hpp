// The glossary of a report: the format's until the coordinator saves one.
#pragma once

#include <cstdint>
#include <string>

#include "domain/text/glossary.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct GlossaryView {
  std::string report;
  std::int64_t version = 0;  // 0: the report's format has it, or there is none
  domain::Glossary entries;
  domain::Author by;  // of version 0: nobody
  domain::Millis saved_at = 0;
};

// For every participant. Errors: not_found.
GlossaryView get_glossary(const Read& context, const std::string& report);

// Refuses what save_glossary would; does all that takes time.
void check_glossary(const Read& context, const std::string& report, const domain::Glossary& entries,
                    const Expected& expected);
// Needs the groundwork of check_glossary. Replaces the whole glossary; one that is as it was is not saved again.
// Errors: forbidden; stale; invalid with every wrong place.
GlossaryView save_glossary(const Write& context, const std::string& report, const domain::Glossary& entries,
                           const Expected& expected);

}  // namespace usecases
