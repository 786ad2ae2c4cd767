// Acts of the review, with who, when, why and the exact revisions they were about.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/actor.hpp"
#include "store/database.hpp"

namespace store {

struct Transition {
  std::int64_t event = 0;  // its id too
  std::string report;
  std::string section;
  std::string action;
  std::string from_state;
  std::string from_step;  // key; empty: none
  std::string to_state;
  std::string to_step;
  std::optional<std::string> reason;
  std::map<std::string, std::int64_t> revisions;
  bool own_text = false;
  domain::Author by;
  domain::Millis at = 0;
};

void insert_transition(WriteTx& tx, const Transition& transition);
std::optional<Transition> find_transition(ReadTx& tx, std::int64_t event);
// Oldest first, after the id given.
std::vector<Transition> list_transitions(ReadTx& tx, const std::string& report, const std::string& section,
                                         std::int64_t after, int limit);
// The last event at which the section stood approved with its approved text in that language; kNow: it does today.
// Nothing: no text of it went through all steps.
std::optional<std::int64_t> last_approved_moment(ReadTx& tx, const std::string& report, const std::string& section,
                                                 const std::string& language);
// The newest act on a section.
std::optional<Transition> last_transition(ReadTx& tx, const std::string& report, const std::string& section);
// Approvals of the present round of review, oldest first, by section, as they stood at an event.
std::map<std::string, std::vector<Transition>> approvals_at(ReadTx& tx, const std::string& report, std::int64_t event);

}  // namespace store
