#include "store/preparation/inbox_marks.hpp"

namespace store {

InboxMarks inbox_marks_of(ReadTx& tx, const std::string& user) {
  InboxMarks marks;
  Query reader(tx.connection, "SELECT until_event, until_at FROM inbox_readers WHERE user = ?", user);
  if (reader.next()) marks.until = {reader.integer(0), reader.integer(1)};
  Query rows(tx.connection, "SELECT item, event, read FROM inbox_marks WHERE user = ?", user);
  while (rows.next()) marks.by_item[rows.text(0)] = {rows.integer(1), rows.boolean(2)};
  return marks;
}

std::size_t count_inbox_marks(ReadTx& tx, const std::string& user) {
  Query query(tx.connection, "SELECT count(*) FROM inbox_marks WHERE user = ?", user);
  query.next();
  return static_cast<std::size_t>(query.integer(0));
}

void save_inbox_mark(WriteTx& tx, const std::string& user, const std::string& item, const domain::InboxMark& mark) {
  Query(tx.connection,
        "INSERT INTO inbox_marks (user, item, event, read) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (user, item) DO UPDATE SET event = excluded.event, read = excluded.read",
        user, item, mark.event, mark.read)
      .run();
}

void mark_inbox_until(WriteTx& tx, const std::string& user, const domain::ReadUntil& until) {
  Query(tx.connection,
        "INSERT INTO inbox_readers (user, until_event, until_at) VALUES (?, ?, ?) ON CONFLICT (user) DO UPDATE "
        "SET until_event = max(until_event, excluded.until_event), until_at = max(until_at, excluded.until_at)",
        user, until.event, until.at)
      .run();
  Query(tx.connection, "DELETE FROM inbox_marks WHERE user = ? AND event <= ?", user, until.event).run();
}

std::vector<std::string> list_marked_items(ReadTx& tx) {
  Query query(tx.connection, "SELECT DISTINCT item FROM inbox_marks ORDER BY item");
  std::vector<std::string> items;
  while (query.next()) items.push_back(query.text(0));
  return items;
}

void forget_inbox_marks(WriteTx& tx, const std::vector<std::string>& items) {
  for (const auto& item : items) Query(tx.connection, "DELETE FROM inbox_marks WHERE item = ?", item).run();
}

}  // namespace store
