// A format: the outline of a kind of report, read from a data file (db/formats/*.yaml). Never code.
// A format is immutable once stored; a report keeps the version it was made from.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/basis/localized.hpp"
#include "domain/report/gates.hpp"
#include "domain/report/reminder_rhythm.hpp"
#include "domain/text/glossary.hpp"

namespace domain {

enum class FourEyes {
  required,  // the author of a text cannot approve it
  recorded,  // the author may approve with a reason, which the annex of the report shows
};

// A limit on the number of words of the rendered text, in one language.
struct WordLimit {
  std::size_t words = 0;          // 0: no limit
  std::size_t warn_percent = 90;  // from this share of the limit on, the text is marked
  bool block = false;             // true: a text over the limit cannot be submitted
};

// A day counted from the forum's first day (T): -84 is "T-12w".
struct RelativeDay {
  int days = 0;
};

// One stop on a section's way to approval; owned by the coordinator or by the reviewers posted to this step.
struct ReviewStep {
  std::string key;  // "coordinator", "foreign-ministry"
  LocalizedText title;
  std::string role;  // "coordinator" or "reviewer"
};

struct Stage {
  std::string key;  // "collect"
  LocalizedText title;
  RelativeDay start;
  RelativeDay end;  // inclusive
};

struct CodeListItem {
  std::string key;  // "07"
  LocalizedText title;
  std::vector<std::string> unconfirmed;  // languages whose wording no published text confirms
  LocalizedText guidance;
  std::string source;  // where the wording was found
};

struct CodeList {
  std::string key;  // "objectives"
  LocalizedText title;
  std::vector<CodeListItem> items;
};

enum class NodeKind {
  text,   // a section that an agency writes
  group,  // a heading that holds other sections and no text of its own
};

// One node of the outline, repeats already expanded, in document order (a parent before its children).
struct OutlineNode {
  std::string key;     // unique in the format: "obj-07"
  std::string parent;  // empty at the top
  int depth = 1;       // 1 at the top
  NodeKind kind = NodeKind::text;
  LocalizedText title;
  std::vector<std::string> unconfirmed;  // languages whose title no published text confirms
  LocalizedText guidance;
  WordLimit limit;
  bool counted = true;   // counts towards the report's own limit
  bool required = true;  // the report is incomplete without it
  bool annex = false;
  bool promises = false;           // the next report has to answer for what stands here, line by line
  std::optional<RelativeDay> due;  // default due day; none: the end of the first stage
  std::string suggested_lead;      // free text for the coordinator, e.g. "statistics committee"
  std::vector<std::string> tags;   // "round-tables:rt1", "sdg:10.7"
};

// How its reports are set on paper.
struct Layout {
  bool chapters_on_new_page = false;
  bool justified = true;
};

struct Format {
  std::string key;  // "gcm-imrf"
  LocalizedText title;
  LocalizedText description;
  LocalizedText mandate;               // under which the forum is held: "resolution 73/326"; empty: none is named
  std::string source;                  // publications that the format rests on
  std::vector<std::string> languages;  // offered languages, the default source language first
  WordLimit limit;                     // for all counted sections together
  FourEyes four_eyes = FourEyes::required;
  bool minor_edits = true;  // the coordinator may correct an approved text, with a reason
  LocalizedText
      submit_title;  // what the head of the lead agency does before the first step: "Clearance by the agency head"
  std::vector<ReviewStep> review_steps;   // at least one
  std::vector<LocalizedText> signatures;  // who signs the report, on a page behind everything else
  Layout layout;
  Gates gates;
  ReminderRhythm reminders;
  std::vector<Stage> stages;
  std::vector<CodeList> code_lists;
  std::vector<OutlineNode> outline;
  Glossary glossary;  // that a report begins with

  // Null where the outline has no such node.
  const OutlineNode* find(const std::string& node_key) const;
  // These nodes and all that lie below them.
  std::set<std::string> with_what_is_below(const std::vector<std::string>& node_keys) const;
  // Days from T on which a node's text is due.
  int due_offset_days(const OutlineNode& node) const;
};

}  // namespace domain
