// Reports, and what they were called at each event.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/report.hpp"
#include "store/database.hpp"

namespace store {

void insert_report(WriteTx& tx, const domain::Report& report, std::int64_t event);
void update_report(WriteTx& tx, const domain::Report& report, std::int64_t event);
std::optional<domain::Report> find_report(ReadTx& tx, const std::string& id);
std::vector<domain::Report> list_reports(ReadTx& tx, const std::string& after, int limit);
// The same report with the title, forum date, time zone and imprint that it had at an event; nothing: it was not there
// yet.
std::optional<domain::Report> report_at(ReadTx& tx, domain::Report report, std::int64_t event);

}  // namespace store
