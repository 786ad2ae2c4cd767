// What stands in the form of an agency.
#pragma once

#include <string>

#include "documents/form/form.hpp"
#include "documents/form/form_print.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// Who writes texts at all.
bool may_have_form(const domain::Actor& actor);
// Members of the agency who write for it, translators of all agencies, each in their languages, and the coordinator.
bool may_have_form(const domain::Actor& actor, const std::string& agency, const std::string& language);

// Whether the caller can write a section now, in a language.
bool can_be_written(const Read& context, const OpenReport& report, const domain::Section& section,
                    const std::string& language);

// What the forms of a report print around its texts, in all its languages.
documents::FormPrint form_print(const Read& context, const OpenReport& report);

// Errors: not_found (agency, language), forbidden.
documents::Form form_contents(const Read& context, const OpenReport& report, const std::string& agency,
                              const std::string& language);

}  // namespace usecases
