// What happened in a report lately that somebody is to know: read from its events.
#pragma once

#include <string>
#include <vector>

#include "domain/preparation/inbox_item.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

constexpr int kNewsDays = 60;     // those before are over
constexpr int kMostNews = 2'000;  // of one report; those before are over, too

// What happened then or before is no news any more.
constexpr domain::Millis begin_of_news(domain::Millis now) {
  return now - domain::Millis{kNewsDays} * 24 * 3600 * 1000;
}

// From events after one, the newest first. Whom they concern is filled in by place_news().
std::vector<domain::InboxItem> find_news(const Read& context, const std::string& report, std::int64_t after);

// Whom each concerns as the sections and meetings are now: who has a section today is told of it. Reminders of what has
// been delivered since are over, and so is the news of a meeting that was held, cancelled or moved since.
void place_news(const Read& context, std::vector<domain::InboxItem>& news, const OpenReport& report,
                const std::vector<domain::Section>& sections);

}  // namespace usecases
