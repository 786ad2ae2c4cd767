#include "usecases/reminders/digest.hpp"

#include <utility>

#include "store/log/events.hpp"

namespace usecases {
namespace {

constexpr int kMostItemsTold = 40;
constexpr int kItemsOfPage = 1000;
constexpr int kDaysAheadTold = 7;  // duties that are due later are not told yet

bool is_told(const domain::InboxItem& item, const DigestScope& scope, const std::string& last_day) {
  if (item.kind->key == "reminder") return false;  // has a mail of its own
  if (item.event > scope.until) return false;
  // Once; a duty that has no day is told no other way.
  if (item.kind->inbox_class == domain::InboxClass::news || item.due_on.empty()) return item.event > scope.after;
  return !scope.new_only && item.due_on <= last_day;
}

}  // namespace

Digest digest_of(const Read& context, const DigestScope& scope, const std::string& language) {
  const std::string last_day = domain::format_day(domain::parse_day(scope.day).value() + kDaysAheadTold);
  InboxFilter unread;
  unread.read = false;
  Digest digest;
  digest.event = store::last_event(context.tx).id;
  std::string behind;
  for (;;) {
    auto page = get_inbox(context, unread, language, behind, kItemsOfPage).entries;
    for (auto& entry : page) {
      behind = entry.order;
      if (!is_told(entry.item, scope, last_day)) continue;
      if (digest.entries.size() == kMostItemsTold) {
        ++digest.left_out;
      } else {
        digest.entries.push_back(std::move(entry));
      }
    }
    if (page.size() < kItemsOfPage) return digest;
  }
}

}  // namespace usecases
