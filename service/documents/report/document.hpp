// The compiled report as a value: what every renderer (Markdown, HTML, JSON) is given. Nothing here depends
// on the clock, the database or the caller: the same Document gives the same bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "documents/report/plan_lines.hpp"
#include "documents/report/word_table.hpp"

namespace documents {

enum class ContentKind {
  group,     // a heading only
  text,      // a text stands here
  nothing,   // the agency declared that it has nothing to report; `reason` says why
  gap,       // no text that the selection admits; `state` says how far the section is, or `reason` what is printed
  withheld,  // a text stands here that the caller may not read
};

// A picture that the text of a section places and that the section has.
struct DocumentPicture {
  std::string name;  // "map.png"
  std::string media_type;
  std::string sha256;
  std::int64_t bytes = 0;
  std::int64_t width = 0;  // pixels
  std::int64_t height = 0;
  std::shared_ptr<const std::string> content;  // null where a renderer needs none
};

struct DocumentSection {
  std::string id;      // "obj-07"
  int depth = 1;       // 1: a chapter; headings inside the text are shifted below it
  bool annex = false;  // annexes come last and are lettered (Annex A, B), not numbered
  std::string title;
  std::string title_language;  // differs from the document's where the title is missing in that language
  ContentKind content = ContentKind::group;
  std::string markdown;      // text
  std::string language;      // language of the text
  bool fallback = false;     // text in the source language because the document's language has none
  bool stale = false;        // a translation older than its source
  bool unconfirmed = false;  // a translation saved after approval that nobody confirmed yet
  std::string carried_over;  // a text of this earlier report that nobody edited or confirmed yet; empty: it is not
  std::int64_t carried_over_revision = 0;  // there
  std::string reason;                      // nothing; gap, in a final edition: the sentence in its place
  std::string state;                       // "empty", "draft", "in_review", "returned", "approved"
  std::string step_title;                  // in_review: the step it waits for
  std::string lead;                        // title of the lead agency; empty: not assigned
  std::int64_t revision = 0;               // text: the revision shown
  std::uint64_t words = 0;                 // text: its words
  std::vector<DocumentPicture> pictures;
  WordTable table;  // text: behind it; without heads: there is none
};

// One line of the annex "who contributed what".
struct Contribution {
  std::string section_id;
  std::string section_title;
  std::string lead;                       // agency title
  std::vector<std::string> contributors;  // titles of other agencies that were assigned or wrote
  std::int64_t revisions = 0;             // saved texts in all languages
  std::string last_saved_on;              // ISO date in the report's time zone, or empty
  struct Approval {
    std::string step;        // title of the review step
    std::string by;          // title of the agency or the role that approved
    std::string on;          // ISO date in the report's time zone
    std::string reason;      // an approval by the author of the text, where the format records it
    bool by_deputy = false;  // of who holds the post
  };
  std::vector<Approval> approvals;
};

struct LocalText {
  std::string text;      // empty: not given
  std::string language;  // differs from the document's where the text is missing in that language
};

// What a published report says about itself on its title page and on the page behind it.
struct Imprint {
  LocalText subtitle, publisher, place;
  std::string issued_on;  // ISO date; empty, as the others: not given
  std::string document_number;
  std::string isbn;
  LocalText disclaimer;  // paragraphs, a line each
  LocalText contact;     // lines
  std::optional<DocumentPicture> emblem;
};

// Which annexes are made here, behind those of the format. The plan and the assistance are papers of the workshop, so
// they are there for those who ask.
struct Annexes {
  bool contributions = true;
  bool chart_numbers = true;
  bool plan = false;
  bool assistance = false;
};

// How it is set on paper.
struct PageLayout {
  bool chapters_on_new_page = false;
  bool justified = true;
};

struct Abbreviation {
  std::string short_form;
  std::string meaning;
};

struct Document {
  std::string language;  // BCP 47
  std::string title;     // title of the report
  std::string title_language;
  std::string format_title;  // "National report to the International Migration Review Forum"
  std::string format_title_language;
  std::string country;        // ISO 3166-1 alpha-3
  std::string forum_date;     // ISO date
  std::string as_of;          // RFC 3339, time of the last change that the document contains
  std::string local_as_of;    // the same in the report's time zone, with its offset: "2026-01-15T14:00:00+05:00"
  std::int64_t sequence = 0;  // number of that change
  std::string select;         // "approved" or "latest"
  std::uint64_t words = 0;    // counted sections
  std::uint64_t word_limit = 0;
  bool draft = true;                      // shown on every printed page; false: a final edition
  std::vector<DocumentSection> sections;  // outline order, annexes last
  std::vector<Contribution> contributions;
  std::vector<PlannedTask> plan;          // where its annex is wanted; by their days
  std::vector<RequestedHelp> assistance;  // where its annex is wanted
  Imprint imprint;
  Annexes annexes;
  PageLayout layout;
  std::vector<Abbreviation> abbreviations;  // sorted
  std::vector<std::string> signatures;      // who signs: "Head of the agency: Ministry of Labour"
  std::set<std::string> shown = {};         // a part: the sections that it has, numbered as in the whole; empty: all
  bool letter = false;  // not a report but a page or two: its title stands above the texts of its sections, which have
                        // no headings; who signs does so below them

  bool is_part() const { return !shown.empty(); }
};

}  // namespace documents
