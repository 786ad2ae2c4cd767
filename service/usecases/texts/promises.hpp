// The checklist of what the last report promised: taken from its sections that hold promises, answered here one by one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/report/promises.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct PromiseView {
  domain::Promise row;
  bool readable = false;    // text and note are the caller's to read
  bool may_answer = false;  // the coordinator, and the agency's contributors and heads
};

struct NewPromise {
  domain::LocalizedText text;
  std::string agency;  // that answers for it; empty: none yet
};
// Coordinator. Errors: forbidden, not_found, invalid; conflict (the report has a thousand promises).
PromiseView add_promise(const Write& context, const std::string& report, const NewPromise& wanted);

// For every participant; the words of a promise only for those who may read its agency's texts. Errors: not_found.
PromiseView get_promise(const Read& context, const std::string& report, std::int64_t number);
// By number, above one. Errors: not_found (report, agency of the filter).
std::vector<PromiseView> list_promises(const Read& context, const std::string& report,
                                       const domain::PromiseFilter& filter, std::int64_t above, int limit);

// What is left out stays as it is; an inner nothing takes it away.
struct PromiseChange {
  std::optional<std::string> status;
  std::optional<std::optional<std::string>> answered_in;
  std::optional<std::optional<std::string>> note;
  std::optional<std::optional<std::string>> agency;  // coordinator only
};
// Errors: forbidden, not_found, stale; invalid (an unknown section or agency, an answer that nobody can find).
PromiseView answer_promise(const Write& context, const std::string& report, std::int64_t number,
                           const PromiseChange& change, const Expected& expected);

enum class PromisesOutcome {
  taken,
  nothing_there,  // no such section, or no text that all steps approved
  too_many,       // more statements than a checklist can be: the section holds something else
};
std::string_view to_string(PromisesOutcome outcome);

// A section of the last report that holds promises.
struct PromisesOfSection {
  std::string section;
  PromisesOutcome outcome = PromisesOutcome::nothing_there;
  int known = 0;                             // that are on the checklist already
  std::vector<domain::LocalizedText> added;  // in the order of the section
};

// The promises on the last report's own checklist that are neither kept nor dropped.
struct UnsettledPromises {
  int known = 0;
  std::vector<domain::LocalizedText> added;
};

struct TakenPromises {
  std::vector<PromisesOfSection> sections;
  UnsettledPromises unsettled;
};

// Each list item, table row and other paragraph of the approved text of those sections becomes an open promise, in
// every language whose approved translation is built alike. Which sections: what the format of either report says.
// An unsettled promise comes along as it is, with the report and the section that it was first made in.
// Without a writer nothing is saved.
TakenPromises take_promises(const Read& context, const Write* writer, const OpenReport& report, const OpenReport& from);

}  // namespace usecases
