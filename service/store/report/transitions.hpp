// Acts of the review, with who, when, why and the exact revisions they were about.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/report/transition.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_transition(WriteTx& tx, const domain::Transition& transition);
std::optional<domain::Transition> find_transition(ReadTx& tx, std::int64_t event);
// Oldest first, after the id given.
std::vector<domain::Transition> list_transitions(ReadTx& tx, const std::string& report, const std::string& section,
                                                 std::int64_t after, int limit);
// The last event at which the section stood approved with its approved text in that language; kNow: it does today.
// Nothing: no text of it went through all steps.
std::optional<std::int64_t> last_approved_moment(ReadTx& tx, const std::string& report, const std::string& section,
                                                 const std::string& language);
// The newest act on a section.
std::optional<domain::Transition> last_transition(ReadTx& tx, const std::string& report, const std::string& section);
// Approvals of the present round of review, oldest first, by section, as they stood at an event.
std::map<std::string, std::vector<domain::Transition>> approvals_at(ReadTx& tx, const std::string& report,
                                                                    std::int64_t event);

}  // namespace store
