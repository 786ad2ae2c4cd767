// What stops or weakens a report: a table with one row for each kind of finding.
//
// A kind joins by its row, and by the place that finds it: found(finding_kind("code"), ...) with a sentence, in
// usecases/reports/section_findings.cpp where it lies in a section, in findings.cpp where it is about the report, in
// plan_findings.cpp where it is about the plan; one with an Evidence of its own also where that is gathered (status.cpp
// for all sections, stopped.cpp for one). Its code
// stands in the schema FindingCode of the contract. List, status, percents, filters and gates take it from here. A code
// without a row does not compile.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace domain {

enum class FindingLevel {
  info,     // good to know
  warning,  // to be mended; the report may be delivered with it
  error,    // the report is not complete
  blocker,  // nothing goes on here before it is mended
};

std::string_view to_string(FindingLevel level);
std::optional<FindingLevel> parse_finding_level(std::string_view text);

// Who can mend it.
enum class Mender {
  contributor,  // of the lead agency
  head,         // of the lead agency
  translator,
  reviewer,  // of the step that the section waits at
  coordinator,
  answerer,  // the agency that answers for the promise
  owner,     // of the task
};

// The act that mends it: an operation of the contract and, of an operation with several acts, which one.
struct Remedy {
  Mender who;
  std::string_view operation;
  std::string_view action = {};  // empty: the operation has one
};

// The kinds of gates. An act that mends something is not stopped by it: a draft may be submitted.
using GateKinds = unsigned;
constexpr GateKinds kSubmitGate = 1U << 0U;
constexpr GateKinds kStepGate = 1U << 1U;
constexpr GateKinds kStageGate = 1U << 2U;
constexpr GateKinds kFinalGate = 1U << 3U;

// What has to be looked at, beside the rows of the report, to find it.
enum class Evidence {
  rows,      // nothing else
  glossary,  // texts held against the glossary
  pictures,  // that texts place
  markup,    // of the texts
  plan,      // tasks and requests for help
};

struct FindingKind {
  std::string_view code;
  FindingLevel level;  // unless its place says another
  Remedy remedy;       // of a text: while it may be written
  GateKinds gates;     // at which it can be held against its section or the report
  Evidence evidence = Evidence::rows;
  std::string_view missing_as = {};  // its code where the status tells what is missing; empty: it is not told there
};

namespace finding_kinds {

using enum FindingLevel;

inline constexpr Remedy kWrite{Mender::contributor, "save_text"};
inline constexpr Remedy kTranslate{Mender::translator, "save_text"};
inline constexpr Remedy kSubmit{Mender::head, "create_transition", "submit"};
inline constexpr Remedy kDecide{Mender::reviewer, "create_transition", "approve"};
inline constexpr Remedy kConfirm{Mender::head, "create_transition", "confirm_translation"};
inline constexpr Remedy kAssign{Mender::coordinator, "update_section"};
inline constexpr Remedy kDate{Mender::coordinator, "update_report"};
inline constexpr Remedy kSendBack{Mender::coordinator, "bulk_transition"};
inline constexpr Remedy kPlacePicture{Mender::contributor, "save_picture"};
inline constexpr Remedy kAnswer{Mender::answerer, "answer_promise"};
inline constexpr Remedy kDo{Mender::owner, "update_task"};
inline constexpr Remedy kAsk{Mender::coordinator, "update_assistance"};

constexpr GateKinds kLater = kStageGate | kFinalGate;
constexpr GateKinds kAll = kSubmitGate | kStepGate | kLater;

}  // namespace finding_kinds

// In the order in which they are told of a place.
inline constexpr std::array kFindingKinds = [] {
  using namespace finding_kinds;
  using enum Evidence;
  return std::to_array<FindingKind>({
      {"optional_empty", info, kWrite, kLater},
      {"unassigned", blocker, kAssign, kLater, rows, "unassigned"},
      {"text_missing", blocker, kWrite, kSubmitGate | kLater, rows, "text_missing"},
      {"not_approved", error, kSubmit, kLater, rows, "not_approved"},
      {"returned", error, kWrite, kLater, rows, "not_approved"},
      {"undecided", error, kDecide, kLater, rows, "not_approved"},
      {"overdue", warning, kSubmit, kLater},
      {"carried_over", blocker, kWrite, kSubmitGate | kLater, rows, "carried_over"},
      {"over_limit", error, kWrite, kAll, rows, "over_limit"},
      {"near_limit", info, kWrite, kAll},
      {"translation_missing", error, kTranslate, kAll, rows, "translation_missing"},
      {"translation_stale", error, kTranslate, kAll, rows, "translation_stale"},
      {"translation_unconfirmed", error, kConfirm, kLater, rows, "translation_unconfirmed"},
      {"picture_missing", error, kPlacePicture, kAll, pictures, "picture_missing"},
      {"picture_without_alternative", error, kWrite, kAll, pictures, "picture_without_alternative"},
      {"forbidden_term", warning, kWrite, kAll, glossary, "forbidden_term"},
      {"term_missing", warning, kTranslate, kAll, glossary, "term_missing"},
      {"chart_not_drawn", warning, kWrite, kAll, markup},
      {"reference_unknown", warning, kWrite, kAll, markup},
      {"undated", warning, kDate, kLater},
      {"report_over_limit", error, kSendBack, kLater, rows, "report_over_limit"},
      {"promise_open", error, kAnswer, kLater, rows, "promise_open"},
      {"task_overdue", warning, kDo, kLater, plan},
      {"assistance_unanswered", warning, kAsk, kLater, plan},
  });
}();

// Null: there is no such kind.
const FindingKind* find_finding_kind(std::string_view code);

// The row of a kind, found by the compiler.
consteval const FindingKind& finding_kind(std::string_view code) {
  for (const FindingKind& kind : kFindingKinds) {
    if (kind.code == code) return kind;
  }
  throw "a kind of finding without a row";
}

}  // namespace domain
