// The checks with which business operations begin.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/message.hpp"
#include "domain/preparation/task.hpp"
#include "domain/report/policy.hpp"
#include "store/report/reports.hpp"
#include "store/report/sections.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

// The post that gives one of these roles. Errors: forbidden, naming the roles.
const domain::Post& require_role(const domain::Actor& actor, std::initializer_list<domain::Role> roles);
// Anybody who holds a post today. Errors: forbidden.
void require_participant(const domain::Actor& actor);

// The service itself, where it does something of its own accord: it reads what every participant may.
const domain::Actor& the_service();

// A report with what is needed to judge its sections.
struct OpenReport {
  domain::Report row;
  std::shared_ptr<const domain::Format> format;
  std::string today;  // ISO day in the report's time zone

  // The day on which a section's text is due: its own, or the format's default counted from the forum date.
  std::string due_on(const domain::Section& section) const;
  // The same for one agency, which may have to be done before. "": for the section.
  std::string due_on(const domain::Section& section, const std::string& agency) const;
  // The day on which a task is due: its own, or the one counted from its stage. Empty: it has none.
  std::string due_on(const domain::Task& task) const;
  // An ISO day counted from the forum's first day.
  std::string day_from_forum(int days) const;
  bool waits_for_text(const domain::Section& section) const;  // of its agencies
  bool overdue(const domain::Section& section, const std::string& agency = {}) const;
  bool overdue(const domain::Task& task) const;
  const domain::OutlineNode& node(const std::string& section) const;
  // Null: its format has no such stage.
  const domain::Stage* stage(const std::string& key) const;
  domain::Assignment assignment(const domain::Section& section) const;
  // The review step that the section waits at; null: it is not in review.
  const domain::ReviewStep* step(const domain::Section& section) const;
  bool has_language(const std::string& language) const;
};

// Errors: not_found.
OpenReport open_report(const Read& context, const std::string& report);
domain::Section open_section(const Read& context, const std::string& report, const std::string& section);
// Errors: not_found where the report is not written in that language.
void require_language(const OpenReport& report, const std::string& language);
// Those asked for, or all of the report where none is. Errors: invalid, naming each that it is not written in.
std::vector<std::string> languages_asked(const domain::Report& report, const std::vector<std::string>& languages);
// Errors: forbidden where the caller may not read this section's texts.
void require_reader(const Read& context, const OpenReport& report, const domain::Section& section);
// Whether the caller may read the texts of every section. An edition holds them all, and what belongs to an edition,
// its name, its reasons, the receipt that came back for it, goes with it.
bool reads_all_sections(const Read& context, const OpenReport& report);
// Errors: forbidden.
void require_reader_of_editions(const Read& context, const OpenReport& report);
void require_reader_of_editions(const Read& context, const KnownReport& report);
// Whether an answer may show texts that the request did not bring: a token for writing alone shows none.
bool shows_texts(const domain::Actor& actor);

// What the client believes the version of a thing to be, as If-Match says it. Where it says nothing, there is to be no
// such thing yet, or the operation does not ask.
struct Expected {
  std::vector<std::int64_t> versions = {};  // one of these
  bool any = false;                         // whichever there is: "*"
  static Expected version(std::int64_t number) { return {{number}, false}; }
  bool is_given() const { return any || !versions.empty(); }
  bool fits(std::int64_t version) const;
};
// Where something is expected. Errors: stale.
void require_version(const Expected& expected, std::int64_t version);

// what: say("section").
[[noreturn]] void throw_not_found(const domain::Message& what, const std::string& id);
[[noreturn]] void throw_invalid(const std::string& pointer, domain::Fault code, const domain::Message& message);

}  // namespace usecases
