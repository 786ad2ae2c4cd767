// What an inbox tells: a table with one row for each kind of item.
//
// A kind joins by its row, and by the place that finds it: a duty where the state of a report is looked at
// (usecases/inbox/inbox_duties.cpp), news by a row for its event (usecases/inbox/inbox_news.cpp). Its key
// stands in the schema InboxKind of the contract. Who is told, in which words, what leads on from there, order, read
// marks and filters follow from here. A key without a row does not compile.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/basis/message.hpp"

namespace domain {

enum class InboxClass {
  duty,  // waits for somebody now; gone when it is done
  news,  // happened lately
};

std::string_view to_string(InboxClass kind);

// Who is told, of those that hold a post today.
enum class Audience {
  writers,          // contributors and heads of the agencies of the item
  writers_or_else,  // the same; where there are no such agencies, the coordinator
  heads,            // of the agencies of the item
  reviewers,        // of its review step
  coordinator,
  holders,              // of posts of its role
  translators,          // of its language; those of one agency only where that is among the item's
  everybody_who_works,  // all but who administers or writes for an agency that is not among the item's
};

// What a sentence can name.
struct InboxWords {
  std::string section;  // "7.4.3 Reduce vulnerabilities"; empty: about none
  std::string report;   // its title
  std::string agency;   // key
  std::string title;    // of the task, the help or the meeting
  std::string language;
  std::string day;  // ISO
  std::int64_t number = 0;
  std::size_t count = 0;
};

struct InboxKind {
  std::string_view key;
  InboxClass inbox_class;
  Audience audience;
  std::string_view operation;  // of the contract, that does it or shows it
  std::string_view action;     // of an operation with several acts; empty: it has one
  Message (*sentence)(const InboxWords& words);
};

namespace inbox_kinds {

using Words = InboxWords;
using enum InboxClass;
using enum Audience;

inline Message task(const Words& w) {
  if (w.day.empty()) return say("Do task {0} of the plan: {1}.", w.number, w.title);
  return say("Do task {0} of the plan, due on {1}: {2}.", w.number, w.day, w.title);
}

}  // namespace inbox_kinds

// In the order in which they are told of one place.
inline constexpr std::array kInboxKinds = [] {
  using namespace inbox_kinds;
  return std::to_array<InboxKind>({
      {"section_to_write", duty, writers, "save_text", "",
       [](const Words& w) { return say("Write the section: {0}. It is due on {1}.", w.section, w.day); }},
      {"section_to_revise", duty, writers, "save_text", "",
       [](const Words& w) { return say("Revise the section, which was returned: {0}.", w.section); }},
      {"section_to_submit", duty, heads, "create_transition", "submit",
       [](const Words& w) {
         return say("Submit the section when its text is ready: {0}. It is due on {1}.", w.section, w.day);
       }},
      {"section_to_review", duty, reviewers, "create_transition", "approve",
       [](const Words& w) { return say("Review the section and approve or return it: {0}.", w.section); }},
      {"section_to_approve", duty, coordinator, "create_transition", "approve",
       [](const Words& w) { return say("Check the section and approve or return it: {0}.", w.section); }},
      {"section_to_assign", duty, coordinator, "update_section", "",
       [](const Words& w) { return say("Give the section to an agency: {0}.", w.section); }},
      {"translation_to_write", duty, translators, "save_text", "",
       [](const Words& w) {
         return say("Translate the section into the language '{0}': {1}.", w.language, w.section);
       }},
      {"translation_to_renew", duty, translators, "save_text", "",
       [](const Words& w) {
         return say("Bring the translation in the language '{0}' up to date, as the source text has changed: {1}.",
                    w.language, w.section);
       }},
      {"translation_to_confirm", duty, heads, "create_transition", "confirm_translation",
       [](const Words& w) {
         return say("Confirm the translation in the language '{0}': {1}.", w.language, w.section);
       }},
      {"extension_to_decide", duty, coordinator, "decide_extension", "",
       [](const Words& w) {
         return say("Decide on the request of the agency '{0}' for more time, until {1}: {2}.", w.agency, w.day,
                    w.section);
       }},
      {"promise_to_answer", duty, writers_or_else, "answer_promise", "",
       [](const Words& w) { return say("Answer promise {0} of the last report: {1}.", w.number, w.report); }},
      {"task_to_do", duty, writers, "update_task", "", inbox_kinds::task},
      {"post_task_to_do", duty, holders, "update_task", "", inbox_kinds::task},
      {"help_to_follow", duty, coordinator, "update_assistance", "",
       [](const Words& w) { return say("Ask what became of the help that was needed on {0}: {1}.", w.day, w.title); }},
      {"roll_call_to_answer", duty, writers, "answer_roll_call", "",
       [](const Words& w) {
         return say("Say whether your agency is ready, for the meeting on {0}: {1}.", w.day, w.title);
       }},
      {"meeting_to_close", duty, coordinator, "update_meeting", "",
       [](const Words& w) { return say("Say whether the meeting of {0} was held: {1}.", w.day, w.title); }},
      {"reminder", news, writers, "list_reminders", "",
       [](const Words& w) {
         return say("The agency '{0}' was reminded of sections that are due. Number of them: {1}; the first day: {2}.",
                    w.agency, w.count, w.day);
       }},
      {"extension_granted", news, writers, "get_extension", "",
       [](const Words& w) {
         return say("The agency '{0}' got more time, until {1}: {2}.", w.agency, w.day, w.section);
       }},
      {"extension_refused", news, writers, "get_extension", "",
       [](const Words& w) { return say("The agency '{0}' did not get more time: {1}.", w.agency, w.section); }},
      {"section_returned", news, writers, "get_section", "",
       [](const Words& w) { return say("The section was returned to its agency: {0}.", w.section); }},
      {"section_approved", news, writers, "get_section", "",
       [](const Words& w) { return say("The section was approved by the last review step: {0}.", w.section); }},
      {"section_reopened", news, writers, "get_section", "",
       [](const Words& w) { return say("The section was opened again: {0}.", w.section); }},
      {"section_changed", news, writers, "get_section", "",
       [](const Words& w) {
         return say("The agencies, the title or a deadline of the section were changed: {0}.", w.section);
       }},
      {"promise_given", news, writers, "get_promise", "",
       [](const Words& w) {
         return say("The agency '{0}' is to answer for promise {1} of the last report: {2}.", w.agency, w.number,
                    w.report);
       }},
      {"forum_moved", news, everybody_who_works, "get_report", "",
       [](const Words& w) { return say("The first day of the forum is now {0}: {1}.", w.day, w.report); }},
      {"meeting_called", news, everybody_who_works, "get_meeting", "",
       [](const Words& w) { return say("A meeting was called for {0}: {1}.", w.day, w.title); }},
      {"meeting_moved", news, everybody_who_works, "get_meeting", "",
       [](const Words& w) {
         return say("The day, time or place of a meeting changed; it is on {0}: {1}.", w.day, w.title);
       }},
      {"meeting_cancelled", news, everybody_who_works, "get_meeting", "",
       [](const Words& w) { return say("The meeting of {0} was cancelled: {1}.", w.day, w.title); }},
      {"edition_frozen", news, everybody_who_works, "get_report", "",
       [](const Words& w) { return say("Edition {0} was frozen: {1}.", w.number, w.report); }},
      {"report_submitted", news, everybody_who_works, "get_submission", "",
       [](const Words& w) { return say("The report was submitted: {0}.", w.report); }},
  });
}();

// The row of a kind, found by the compiler.
consteval const InboxKind& inbox_kind(std::string_view key) {
  for (const InboxKind& kind : kInboxKinds) {
    if (kind.key == key) return kind;
  }
  throw "a kind of inbox item without a row";
}

}  // namespace domain
