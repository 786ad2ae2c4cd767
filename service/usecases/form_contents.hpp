// What stands in the form of an agency.
#pragma once

#include <string>

#include "render/form.hpp"
#include "usecases/access.hpp"

namespace usecases {

// Members of the agency who write for it, and the coordinator.
bool may_have_form(const domain::Actor& actor, const std::string& agency);

// Whether an agency that is involved in a section can write it now, in a language.
bool can_be_written(const Read& context, const OpenReport& report, const store::Section& section,
                    const std::string& language);

// Errors: not_found (agency, language), forbidden.
render::Form form_contents(const Read& context, const OpenReport& report, const std::string& agency,
                           const std::string& language);

}  // namespace usecases
