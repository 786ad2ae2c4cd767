#include "usecases/reminders/digest.hpp"

#include <utility>

#include "store/log/events.hpp"

namespace usecases {
namespace {

constexpr int kMostItemsTold = 40;
constexpr int kDaysAheadTold = 7;  // duties that are due later are not told yet

bool is_told(const domain::InboxItem& item, const DigestScope& scope, const std::string& last_day) {
  if (item.kind->key == "reminder") return false;  // has a mail of its own
  if (item.event > scope.until) return false;
  if (item.kind->inbox_class == domain::InboxClass::news) return item.event > scope.after;
  return !item.due_on.empty() && item.due_on <= last_day;
}

}  // namespace

Digest digest_of(const Read& context, const DigestScope& scope, const std::string& language) {
  const std::string last_day = domain::format_day(domain::parse_day(scope.day).value() + kDaysAheadTold);
  InboxFilter unread;
  unread.read = false;
  if (scope.news_only) unread.inbox_class = "news";
  Digest digest;
  digest.event = store::last_event(context.tx).id;
  for (auto& entry : get_inbox(context, unread, language, "", 1000).entries) {
    if (!is_told(entry.item, scope, last_day)) continue;
    if (digest.entries.size() == kMostItemsTold) {
      ++digest.left_out;
    } else {
      digest.entries.push_back(std::move(entry));
    }
  }
  return digest;
}

}  // namespace usecases
