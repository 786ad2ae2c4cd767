#include "domain/preparation/inbox_item.hpp"

#include <algorithm>
#include <limits>

namespace domain {
namespace {

// So that texts stand in the order of the numbers.
std::string padded(std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// Which of several items of one kind and place.
std::string part_of(const InboxItem& item) {
  if (item.number != 0) return std::to_string(item.number);
  if (!item.language.empty()) return item.language;
  if (item.agencies.size() == 1) return item.agencies.front();
  return "";
}

bool concerns(const InboxItem& item, const std::string& agency) {
  return !agency.empty() && std::ranges::find(item.agencies, agency) != item.agencies.end();
}

bool writes(const InboxItem& item, const Post& post) { return post.writes() && concerns(item, post.agency); }

bool translates(const InboxItem& item, const Post& post) {
  if (post.role != Role::translator || (!post.agency.empty() && !concerns(item, post.agency))) return false;
  return post.languages.empty() || std::ranges::find(post.languages, item.language) != post.languages.end();
}

bool works(const InboxItem& item, const Post& post) {
  if (post.writes()) return concerns(item, post.agency);
  return post.role != Role::admin;
}

bool is_for_post(const InboxItem& item, const Post& post) {
  switch (item.kind->audience) {
    case Audience::writers:
      return writes(item, post);
    case Audience::writers_or_else:
      return item.agencies.empty() ? post.role == Role::coordinator : writes(item, post);
    case Audience::holders:
      return to_string(post.role) == item.role;
    case Audience::heads:
      return post.role == Role::head && concerns(item, post.agency);
    case Audience::reviewers:
      return post.role == Role::reviewer && post.step == item.step;
    case Audience::coordinator:
      return post.role == Role::coordinator;
    case Audience::translators:
      return translates(item, post);
    case Audience::everybody_who_works:
      return works(item, post);
  }
  return false;
}

}  // namespace

std::string InboxItem::id() const {
  std::string id(kind->key);
  if (kind->inbox_class == InboxClass::news) return id + "." + std::to_string(event);
  id += "." + report;
  if (!section.empty()) id += "." + section;
  const std::string part = part_of(*this);
  return part.empty() ? id : id + "." + part;
}

std::string InboxItem::order() const {
  const std::string which = padded(kind - kInboxKinds.data(), 2);
  if (kind->inbox_class == InboxClass::news) {
    return "n" + padded(std::numeric_limits<std::int64_t>::max() - event, 19) + "-" + which;
  }
  return "d" + (due_on.empty() ? "no-day" : due_on) + "-" + report + "-" + padded(position, 4) + "-" + which + "-" +
         part_of(*this);
}

bool is_for(const InboxItem& item, const Actor& actor) {
  if (item.over || (!item.by.empty() && item.by == actor.user)) return false;
  return std::ranges::any_of(actor.posts, [&](const Post& post) { return is_for_post(item, post); });
}

bool is_read(const InboxItem& item, const InboxMark* mark, const ReadUntil& until) {
  if (mark != nullptr && mark->event >= item.event) return mark->read;
  return item.event <= until.event && item.since <= until.at;
}

}  // namespace domain
