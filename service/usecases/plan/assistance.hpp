// Help asked of IOM and other partners: what, of whom, by when, the answer, and what came of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/assistance.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct AssistanceView {
  domain::Assistance row;
  bool overdue = false;  // its day has passed, and it has not ended
  bool may_change = false;
  std::vector<domain::AssistanceState> allowed_states;  // to which the caller may bring it now
};

// What is left out stays as it is; an inner nothing takes it away.
struct AssistanceChange {
  std::optional<std::string> title;
  std::optional<std::optional<std::string>> note;
  std::optional<std::string> partner;
  std::optional<domain::AssistanceKind> kind;
  std::optional<std::optional<std::string>> needed_by;
  std::optional<std::optional<std::string>> amount;  // without one there is no currency either
  std::optional<std::optional<std::string>> currency;
  std::optional<std::optional<std::string>> agency;
  std::optional<std::optional<std::int64_t>> task;
  std::optional<domain::AssistanceState> state;
  std::optional<std::optional<std::string>> answer;
  std::optional<std::optional<std::string>> outcome;
};

// A draft: of the coordinator, or of a head for an agency of his. Errors: forbidden, not_found; invalid (see
// update_assistance); conflict (there are too many).
AssistanceView add_assistance(const Write& context, const std::string& report, const AssistanceChange& wanted);

// For every participant. Errors: not_found.
AssistanceView get_assistance(const Read& context, const std::string& report, std::int64_t number);
// By number, above one. Errors: not_found (report, agency of the filter).
std::vector<AssistanceView> list_assistance(const Read& context, const std::string& report,
                                            const domain::AssistanceFilter& filter, std::int64_t above, int limit);

// The coordinator; a head of the agency that needs it while it is a draft, who may also withdraw it. Where it is
// drafted or asked for again, the answer of before is taken away. Errors: forbidden, not_found, stale; invalid (names
// something that is not there, lacks an answer, an outcome or a currency); conflict (a state that does not follow).
AssistanceView update_assistance(const Write& context, const std::string& report, std::int64_t number,
                                 const AssistanceChange& change, const Expected& expected);

// Of requests that nobody has answered yet: with a day that a partner agreed to, somebody has to speak first. Errors:
// invalid where one would leave the calendar.
void move_days_of_assistance(const Write& context, const std::string& report, int days, const domain::Author& by);

}  // namespace usecases
