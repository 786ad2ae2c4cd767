// The fixed words of what people read, one value a language. They stand in db/labels/, a file a language, in the groups
// of these structs and under the names of their members; en.yaml tells what each is for. Another language of a report
// gets the English words, marked as English.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Of the report.
struct DocumentLabels {
  // title page
  std::string forum_date, as_of, selection, latest, approved, words, limit;
  std::string draft_gaps, draft_unapproved;
  // parts
  std::string skip, contents, numbered_annex, notes, back_to_reference, contributions;
  // in place of a text
  std::string no_text, no_approved_text, state, waiting, lead, not_assigned, how_far, withheld, nothing, reason;
  // on a text
  std::string fallback, stale, unconfirmed, carried_over;
  // annex of contributions
  std::string section, numbered_section, contributors, revisions, last_saved, approvals, own_text, by_deputy;
  // pictures and tables
  std::string numbered_figure, picture_missing, numbered_table, reference_missing;
  std::string list_of_tables, list_of_figures, abbreviations;
  // a published report
  std::string publisher, issued, document_number, isbn, contact, emblem, only_in;
  std::string signatures, head_of, signed_name, signature, signed_on;
  // printed pages
  std::string page_of, watermark;
};

// Of a section.
struct StateLabels {
  std::string empty, draft, in_review, returned, approved;
};

struct ComparisonLabels {
  std::string title, older, newer, as_it_is_now, numbered_edition, final_edition, draft_edition, withdrawn;
  std::string how_to_read, inserted, deleted;
  std::string overview, result, words_before, words_after, in_all;
  std::string same, changed, added, removed, gap, withheld;
  std::string title_was, unchanged_paragraphs;
  std::string numbered_revision, approved_text, newest_text, saved;
};

struct FormLabels {
  std::string title, how;
  std::array<std::string, 5> rules;
  std::string due, limit, words, overdue, returned, reopened;
  std::string nothing_to_write, not_here, source, stale;
};

// Of a letter that reminds an agency.
struct LetterLabels {
  std::string title, to, date, report, intro, nothing, number, days, coordinator;
};

// Of papers of the working group. From `met` on sentences of the press notice.
struct PaperLabels {
  std::string agenda, minutes, plan, assistance, notice, subject, day, time, place, link, organisers, partners;
  std::string invited, topics, overdue, returned, review, extension, task, help, stage, left_out, nothing_open;
  std::string agency, partner, answers, ready, yes_ready, not_ready, silent, lacks, attends, decisions, decision;
  std::string task_number, responsible, state, kind, amount, answer, outcome, one_stage, from, until, met, meets;
  std::string by_organisers, with_partners, with_agencies, about, readiness, forum, mandate, next, contact;
};

// Of a task of the preparation plan: how it stands.
struct TaskLabels {
  std::string open, under_way, done, dropped;
};

// Of help that is asked of a partner: how it stands.
struct AssistanceLabels {
  std::string drafted, requested, agreed, declined, received, withdrawn;
};

// Of what kind such help is.
struct HelpLabels {
  std::string expertise, training, translation, data, funds, printing, other;
};

// Of posts that may have a task.
struct PostLabels {
  std::string coordinator, reviewer, translator;
};

struct ChartProblemLabels {
  std::string unknown_kind, no_number, no_numbers, too_many_series, too_many_categories, too_large;
  std::string mixed_percent, negative_stack, too_many_charts;
};

struct ChartLabels {
  std::string title, bar, line, stacked, series, categories, unit, numbers, not_drawn, row, column;
  // Of what a unit is made, parted by blanks: the words of which it needs one, and those that may stand with them.
  std::string unit_words, unit_links;
  ChartProblemLabels problems;
};

// How dates and numbers are written.
struct SpellingLabels {
  // What stands behind a number that ends with one of these digits: with 30 or 0, "-njy".
  struct Ending {
    std::vector<int> digits;
    std::string suffix;
  };

  std::string thousands;        // between groups of digits
  std::string colon;            // between a label and what it is the label of, with its blanks
  std::string decimal;          // before the tenths
  std::string percent;          // behind a number: the sign, with a blank where the language has one
  std::string date;             // with {day}, {month} and {year}
  std::string short_date;       // with {dd}, {mm} and {yyyy}, too: bare digits
  std::vector<Ending> endings;  // of the numbers of a date; the first that fits
  std::string first_day;        // of a month, instead of its number
  std::string time;             // with {date} and {time}, of the day in UTC
  std::array<std::string, 12> months;
  std::vector<std::string> annex_letters;
};

struct Labels {
  std::string language;
  DocumentLabels document;
  StateLabels states;
  ComparisonLabels comparison;
  FormLabels form;
  LetterLabels letter;
  PaperLabels papers;
  TaskLabels tasks;
  AssistanceLabels requests;
  HelpLabels help;
  PostLabels posts;
  ChartLabels chart;
  SpellingLabels spelling;
  std::map<std::string, std::string> countries;  // by ISO 3166 alpha-3 code
  std::map<std::string, std::string> languages;  // by tag
  std::map<std::string, std::string> messages;   // by their English pattern, see domain::Message; all or none
};

// Of all languages that have a file, sorted by language.
const std::vector<Labels>& all_labels();

// Those of a language, else of the less specific ones ("ru" for "ru-RU"; RFC 4647, 3.4), else English.
const Labels& labels_for(std::string_view language);
// Among others than all; English must be there.
const Labels& labels_for(std::string_view language, const std::vector<Labels>& among);

// Whether the words are in another language than this one, the English ones for want of its own, or in another script:
// the simplified ones of Chinese in a report in traditional characters.
bool is_foreign(const Labels& labels, std::string_view language);

// "approved" -> the word for it in the document.
std::string_view state_label(const Labels& labels, std::string_view state);

}  // namespace documents
