// Reports, and what they were called at each event.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/report/report.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_report(WriteTx& tx, const domain::Report& report, std::int64_t event);
void update_report(WriteTx& tx, const domain::Report& report, std::int64_t event);
std::optional<domain::Report> find_report(ReadTx& tx, const std::string& id);
std::vector<domain::Report> list_reports(ReadTx& tx, const std::string& after, int limit);
// Reports whose forum is on that day or later, by id.
struct CurrentReport {
  std::string id;
  bool submitted = false;  // a final edition was, and is not withdrawn
};
std::vector<CurrentReport> list_current_reports(ReadTx& tx, const std::string& forum_from);
// When the forum moved, and to which day: by event, after one.
std::map<std::int64_t, std::string> forum_moves(ReadTx& tx, const std::string& report, std::int64_t after);
// The same report with the title, forum date, time zone and imprint that it had at an event; nothing: it was not there
// yet.
std::optional<domain::Report> report_at(ReadTx& tx, domain::Report report, std::int64_t event);

}  // namespace store
