// The acts of the review.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/basis/error.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {

struct Act {
  std::string section;
  std::string action;  // submit, declare_nothing, withdraw, approve, return, reopen, confirm_translation
  std::optional<std::string> reason;
  std::map<std::string, std::int64_t> revisions;  // language -> revision that was looked at, and is answered for
  bool confirm_carried_over = false;              // submit: what an earlier report said still holds; with a reason
};

struct ActResult {
  domain::Transition transition;
  SectionView section;
};

// The groundwork of some acts: what the texts say that they may be about. Nothing is refused here.
void read_texts(const Read& context, const std::string& report, const std::vector<Act>& commands);

// Needs that groundwork. Errors: forbidden, conflict (with the state and the allowed actions), stale (a named revision
// is not the newest), invalid (reason or revisions missing).
ActResult act(const Write& context, const std::string& report, const Act& command);

// Each act for itself: one that is refused leaves the others as they are.
std::vector<std::variant<ActResult, domain::Error>> act_on_many(const Write& context, const std::string& report,
                                                                const std::vector<Act>& commands);

// One of the section, with the rights of the list. Errors: not_found.
domain::Transition get_transition(const Read& context, const std::string& report, const std::string& section,
                                  std::int64_t event);
// Oldest first, after an id. Reasons are left out for those who may not read the section's texts.
std::vector<domain::Transition> list_transitions(const Read& context, const std::string& report,
                                                 const std::string& section, std::int64_t after, int limit);

}  // namespace usecases
