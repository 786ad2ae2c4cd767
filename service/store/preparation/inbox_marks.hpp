// What people have read in their inboxes. No history: it changes as they read.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/preparation/inbox_item.hpp"
#include "store/database/database.hpp"

namespace store {

struct InboxMarks {
  domain::ReadUntil until;
  std::unordered_map<std::string, domain::InboxMark> by_item;  // what differs from that
};

InboxMarks inbox_marks_of(ReadTx& tx, const std::string& user);
std::size_t count_inbox_marks(ReadTx& tx, const std::string& user);

// In the place of an earlier one.
void save_inbox_mark(WriteTx& tx, const std::string& user, const std::string& item, const domain::InboxMark& mark);
// The marks of items that this covers go.
void mark_inbox_until(WriteTx& tx, const std::string& user, const domain::ReadUntil& until);

// Each once.
std::vector<std::string> list_marked_items(ReadTx& tx);
// For everybody.
void forget_inbox_marks(WriteTx& tx, const std::vector<std::string>& items);

}  // namespace store
