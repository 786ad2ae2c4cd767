// More time for a section. The agency that writes asks, the coordinator grants or refuses; what is granted is the
// section's or the agency's new deadline.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/extension.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct ExtensionView {
  domain::Extension row;
  std::string due_on;         // of the agency in this section, as it is now
  bool may_decide = false;    // the coordinator, while it is asked for
  bool may_withdraw = false;  // he, and those who may ask for the agency
};

struct NewExtension {
  std::string section;
  std::string agency;  // empty: the one for which the caller writes the section
  std::string until;   // ISO day
  std::string reason;
};
// Contributors and heads of an agency that writes the section, and the coordinator for any of these. Errors: not_found,
// forbidden, invalid (a day that is not later than the present one, or after the section's where the agency only
// contributes); conflict (one of the agency's waits already, too many were asked, the text is not with the agencies).
ExtensionView ask_extension(const Write& context, const std::string& report, const NewExtension& wanted);

// For every participant. Errors: not_found.
ExtensionView get_extension(const Read& context, const std::string& report, std::int64_t number);
// By number, above one. Errors: not_found (report, agency of the filter).
std::vector<ExtensionView> list_extensions(const Read& context, const std::string& report,
                                           const domain::ExtensionFilter& filter, std::int64_t above, int limit);

struct ExtensionDecision {
  bool granted = false;
  std::optional<std::string> until;   // granted: another day than the one asked for
  std::optional<std::string> reason;  // needed where it is refused
};
// Coordinator. Errors: forbidden, not_found, stale, invalid as above; conflict (it is decided already).
ExtensionView decide_extension(const Write& context, const std::string& report, std::int64_t number,
                               const ExtensionDecision& decision, const Expected& expected);

// The agency that asked, or the coordinator for it; doing it again changes nothing. Errors: forbidden, not_found;
// conflict (it is decided already).
ExtensionView withdraw_extension(const Write& context, const std::string& report, std::int64_t number);

}  // namespace usecases
