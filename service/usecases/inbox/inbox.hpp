// The inbox of a person: what waits for them in all reports by the posts that they hold today, and what happened
// lately. Worked out from the present state, so what is done is gone, and who takes over a post takes over its items.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/message.hpp"
#include "domain/preparation/inbox_item.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct InboxFilter {
  std::string report;             // empty: all
  std::string kind;               // key; empty: all
  std::string inbox_class;        // "duty", "news"; empty: both
  std::optional<bool> read = {};  // nothing: whether or not
};

struct InboxEntry {
  domain::InboxItem item;
  std::string id;
  std::string order;
  domain::Message sentence;
  std::string source_language;  // of the report
  bool read = false;
};

struct Inbox {
  std::size_t unread = 0;  // of all items, whatever the filter
  std::size_t duties = 0;
  std::vector<InboxEntry> entries;
};

// In the order of InboxItem::order(), behind a place of it (empty: from the first). language: of the names of sections
// and reports, where they are in it. Errors: forbidden (no post), not_found (report of the filter).
Inbox get_inbox(const Read& context, const InboxFilter& filter, const std::string& language, const std::string& behind,
                int limit);

// An item of the caller's as it is now, to be marked.
struct ItemSeen {
  std::string id;
  std::int64_t event = 0;
};
// Those of these that the caller has: others are gone by now, or were never theirs. Not within a transaction that
// writes.
std::vector<ItemSeen> find_items(const Read& context, const std::vector<std::string>& ids);
// Errors: not_found.
ItemSeen find_item(const Read& context, const std::string& id);

// Read, or unread again. Marks are private and no events: nobody else learns what somebody has read.
// Errors: conflict (too many marks).
void mark_items(const Write& context, const std::vector<ItemSeen>& items, bool read);
// All of this event and of earlier ones are read. An event that is not there yet counts as the last.
void mark_until(const Write& context, std::int64_t event);

// Forgets the marks of items that are gone, once a day. For housekeeping.
void sweep_inbox_marks(Service& service);

}  // namespace usecases
