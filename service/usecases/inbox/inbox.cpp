#include "usecases/inbox/inbox.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/preparation/inbox_marks.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/inbox/inbox_board.hpp"
#include "usecases/inbox/inbox_news.hpp"

namespace usecases {
namespace {

using domain::InboxBoard;
using domain::InboxClass;
using domain::InboxItem;
using domain::say;

constexpr std::size_t kMostMarks = 20'000;  // of one person

struct Found {
  const InboxItem* item = nullptr;
  const InboxBoard* board = nullptr;
  bool read = false;
};

// All that is the caller's.
class Desk {
 public:
  explicit Desk(const Read& context)
      : actor_(context.actor),
        news_since_(begin_of_news(context.service.now())),
        marks_(store::inbox_marks_of(context.tx, actor_.user)) {
    require_participant(actor_);
    for (const auto& report : current_reports(context)) {
      boards_.push_back(inbox_board(context, report));
      for (const auto& item : boards_.back()->duties) look_at(item);
      for (const auto& item : boards_.back()->news) look_at(item);
    }
  }

  const std::vector<Found>& all() const { return found_; }

 private:
  void look_at(const InboxItem& item) {
    const bool over =
        item.kind->inbox_class == InboxClass::news && item.since <= news_since_;  // since the board was made
    if (!over && domain::is_for(item, actor_)) found_.push_back({&item, boards_.back().get(), was_read(item)});
  }

  bool was_read(const InboxItem& item) const {
    if (marks_.by_item.empty()) return domain::is_read(item, nullptr, marks_.until);
    const auto mark = marks_.by_item.find(item.id());
    return domain::is_read(item, mark == marks_.by_item.end() ? nullptr : &mark->second, marks_.until);
  }

  const domain::Actor& actor_;
  domain::Millis news_since_;
  store::InboxMarks marks_;
  std::vector<std::shared_ptr<const InboxBoard>> boards_;
  std::vector<Found> found_;
};

bool passes(const Found& found, const InboxFilter& filter) {
  const InboxItem& item = *found.item;
  return (filter.report.empty() || item.report == filter.report) &&
         (filter.kind.empty() || item.kind->key == filter.kind) &&
         (filter.inbox_class.empty() || to_string(item.kind->inbox_class) == filter.inbox_class) &&
         (!filter.read || found.read == *filter.read);
}

std::string title_for(const domain::LocalizedText& title, const std::string& language, const std::string& source) {
  for (const auto& wanted : {language, source}) {
    if (const auto found = title.find(wanted); found != title.end()) return found->second;
  }
  return title.empty() ? "" : title.begin()->second;
}

domain::Message sentence_of(const InboxItem& item, const InboxBoard& board, const std::string& language) {
  domain::InboxWords words;
  if (const auto section = board.sections.find(item.section); section != board.sections.end()) {
    words.section = section->second.number + " " + title_for(section->second.title, language, board.source_language);
  }
  words.report = title_for(board.title, language, board.source_language);
  if (!item.agencies.empty()) words.agency = item.agencies.front();
  words.title = item.title;
  words.language = item.language;
  words.day = item.day.empty() ? item.due_on : item.day;
  words.number = item.number;
  words.count = item.reminded.size();
  return item.kind->sentence(words);
}

}  // namespace

Inbox get_inbox(const Read& context, const InboxFilter& filter, const std::string& language, const std::string& behind,
                int limit) {
  if (!filter.report.empty()) open_report(context, filter.report);
  const Desk desk(context);
  Inbox inbox;
  std::vector<std::pair<std::string, const Found*>> in_order;
  for (const Found& found : desk.all()) {
    inbox.unread += found.read ? 0U : 1U;
    inbox.duties += found.item->kind->inbox_class == InboxClass::duty ? 1U : 0U;
    if (!passes(found, filter)) continue;
    std::string order = found.item->order();
    if (order > behind) in_order.emplace_back(std::move(order), &found);
  }
  std::ranges::sort(in_order, {}, &std::pair<std::string, const Found*>::first);
  if (in_order.size() > static_cast<std::size_t>(limit)) in_order.resize(static_cast<std::size_t>(limit));
  for (auto& [order, found] : in_order) {
    inbox.entries.push_back({*found->item, found->item->id(), order, sentence_of(*found->item, *found->board, language),
                             found->board->source_language, found->read});
  }
  return inbox;
}

std::vector<ItemSeen> find_items(const Read& context, const std::vector<std::string>& ids) {
  const std::set<std::string> wanted(ids.begin(), ids.end());
  const Desk desk(context);
  std::vector<ItemSeen> seen;
  for (const Found& found : desk.all()) {
    std::string id = found.item->id();
    if (wanted.contains(id)) seen.push_back({std::move(id), found.item->event});
  }
  return seen;
}

ItemSeen find_item(const Read& context, const std::string& id) {
  auto seen = find_items(context, {id});
  if (seen.empty()) throw_not_found(say("item of the inbox"), id);
  return std::move(seen.front());
}

void mark_items(const Write& context, const std::vector<ItemSeen>& items, bool read) {
  if (store::count_inbox_marks(context.tx, context.actor.user) + items.size() > kMostMarks) {
    throw domain::Error(domain::ErrorCode::conflict, "too_many_marks",
                        say("You have marked as many items as can be remembered, {0}. Mark all up to an event as read "
                            "instead; that takes their marks away.",
                            kMostMarks));
  }
  for (const ItemSeen& item : items) {
    store::save_inbox_mark(context.tx, context.actor.user, item.id, {item.event, read});
  }
}

void mark_until(const Write& context, std::int64_t event) {
  const std::int64_t last = store::last_event(context.tx).id;
  store::mark_inbox_until(context.tx, context.actor.user, {std::min(event, last), context.tx.now});
}

void sweep_inbox_marks(Service& service) {
  if (!service.inbox_boards().begin_sweep(day_in(service.time_zone(), service.now()))) return;
  auto gone = service.read(the_service(), [](const Read& context) {
    auto marked = store::list_marked_items(context.tx);
    if (marked.empty()) return marked;
    std::set<std::string> there;
    for (const auto& report : current_reports(context)) {
      const auto board = inbox_board(context, report);
      for (const auto& item : board->duties) there.insert(item.id());
      for (const auto& item : board->news) there.insert(item.id());
    }
    std::erase_if(marked, [&](const std::string& item) { return there.contains(item); });
    return marked;
  });
  constexpr std::size_t kAtOnce = 1'000;  // so that writers need not wait for long
  for (std::size_t begin = 0; begin < gone.size(); begin += kAtOnce) {
    const auto from = gone.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto size = std::min(kAtOnce, gone.size() - begin);
    const std::vector<std::string> some(from, from + static_cast<std::ptrdiff_t>(size));
    service.database().write([&](store::WriteTx& tx) { store::forget_inbox_marks(tx, some); });
  }
}

}  // namespace usecases
