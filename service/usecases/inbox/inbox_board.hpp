// The items of a report for everybody, made once until the report or the day changes.
#pragma once

#include <memory>

#include "domain/preparation/inbox_item.hpp"
#include "store/report/reports.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// Reports with an inbox: their forum is not over for longer than news are kept. Of a report that was submitted nothing
// waits any more.
std::vector<store::CurrentReport> current_reports(const Read& context);

// As this transaction sees it. Not within one that writes: it may read the whole report.
std::shared_ptr<const domain::InboxBoard> inbox_board(const Read& context, const store::CurrentReport& report);

}  // namespace usecases
