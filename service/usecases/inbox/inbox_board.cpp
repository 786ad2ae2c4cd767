#include "usecases/inbox/inbox_board.hpp"

#include <algorithm>
#include <utility>

#include "store/log/events.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/inbox/inbox_duties.hpp"
#include "usecases/inbox/inbox_news.hpp"

namespace usecases {
namespace {

using domain::InboxBoard;

// Those of the board before, which events never change, and what came since.
std::vector<domain::InboxItem> news_since(const Read& context, const std::string& report, const InboxBoard* before) {
  const domain::Millis begin = begin_of_news(context.service.now());
  const std::int64_t seen = before == nullptr ? store::last_event_for(context.tx, report, begin).id : before->sequence;
  auto news = find_news(context, report, seen);
  if (before != nullptr) news.insert(news.end(), before->news.begin(), before->news.end());
  std::erase_if(news, [&](const domain::InboxItem& item) { return item.since <= begin; });
  if (news.size() > kMostNews) news.resize(kMostNews);
  return news;
}

void name_sections(const ReportStatus& status, InboxBoard& board) {
  board.title = status.report.row.title;
  board.source_language = status.report.row.source_language;
  for (const auto& section : status.sections) board.sections[section.row.id] = {section.number, section.title};
}

}  // namespace

std::vector<store::CurrentReport> current_reports(const Read& context) {
  const std::string today = day_in(context.service.time_zone(), context.service.now());
  const auto first = domain::parse_day(today).value() - kNewsDays;
  return store::list_current_reports(context.tx, domain::format_day(first));
}

std::shared_ptr<const InboxBoard> inbox_board(const Read& context, const store::CurrentReport& report) {
  InboxBoards& boards = context.service.inbox_boards();
  const auto known = context.service.known_reports().see(context, report.id);
  auto before = boards.find(report.id);
  const std::string today = day_in(known->row.time_zone, context.service.now());
  if (before && before->sequence == known->sequence && before->today == today) return before;
  if (before && before->sequence > known->sequence) before = nullptr;  // of a transaction that began later
  auto board = std::make_shared<InboxBoard>();
  const ReportStatus status = get_status(context, report.id, "");
  board->sequence = known->sequence;
  board->today = today;
  name_sections(status, *board);
  board->news = news_since(context, report.id, before.get());
  place_news(context, board->news, status.report, known->sections);
  if (!report.submitted) board->duties = find_duties(context, status);
  boards.keep(report.id, board);
  return board;
}

}  // namespace usecases
