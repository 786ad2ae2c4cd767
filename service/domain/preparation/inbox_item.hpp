// One thing that waits for somebody or happened to them, and whose it is.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"
#include "domain/preparation/inbox_kind.hpp"

namespace domain {

// Of the report as a whole: every person sees the items that are theirs.
struct InboxItem {
  const InboxKind* kind = nullptr;
  std::string report;
  std::string section;                // empty: about none
  int position = 0;                   // of the section in the outline
  std::vector<std::string> agencies;  // whom it concerns; empty: none
  std::string language;               // empty: none
  std::string step;                   // review step; empty: none
  std::string role;                   // of the posts whose it is; empty: none
  std::string title;                  // of the task, the help or the meeting; empty: none
  std::int64_t number = 0;            // of the promise, extension, task, meeting ...; 0: none
  std::vector<std::string> reminded;  // sections of a reminder
  std::string day;                    // that the sentence names; empty: due_on
  std::string due_on;                 // ISO day; empty: none
  bool overdue = false;
  std::int64_t event = 0;  // the last that made it what it is
  Millis since = 0;        // when that was, or when its day came near
  std::string by;          // news: whose act it was; nobody is told of their own
  bool over = false;       // news: that lead to nothing any more

  // For ever the same: kind and place. No other item of the service has it.
  std::string id() const;
  // Duties by due day, those without one last; then news, the newest first. A page begins behind such a place, be the
  // item there still or not.
  std::string order() const;
};

bool is_for(const InboxItem& item, const Actor& actor);

struct InboxSection {
  std::string number;  // "7.4.3"
  LocalizedText title;
};

// Everything about one report, as of one event and one day.
struct InboxBoard {
  std::int64_t sequence = 0;
  std::string today;  // ISO day in the report's time zone
  LocalizedText title;
  std::string source_language;
  std::map<std::string, InboxSection> sections;  // those that have texts
  std::vector<InboxItem> duties;
  std::vector<InboxItem> news;  // the newest first
};

// What somebody has marked; what is newer than the mark is unread whatever it says.
struct InboxMark {
  std::int64_t event = 0;
  bool read = false;
};

// What was read all together: items of this event and of earlier ones, as far as they were there at that time. Some
// come up without an event, as their day comes near.
struct ReadUntil {
  std::int64_t event = 0;
  Millis at = 0;
};

// mark: null where there is none.
bool is_read(const InboxItem& item, const InboxMark* mark, const ReadUntil& until);

}  // namespace domain
