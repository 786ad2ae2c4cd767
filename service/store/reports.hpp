// Reports, and what they were called at each event.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/localized.hpp"
#include "store/database.hpp"

namespace store {

struct Report {
  std::string id;
  std::string format;
  std::int64_t format_version = 0;
  std::string country;  // ISO 3166-1 alpha-3
  domain::LocalizedText title;
  std::string forum_date;  // ISO day
  std::vector<std::string> languages;
  std::string source_language;
  std::string visibility;  // "own" or "shared"
  std::string time_zone;   // IANA name
  std::int64_t version = 1;
  domain::Millis created_at = 0;
  domain::Millis updated_at = 0;
  std::optional<std::string> glossary = {};  // hash of the one saved last; nothing: it has that of its format

  bool shared() const { return visibility == "shared"; }
};

void insert_report(WriteTx& tx, const Report& report, std::int64_t event);
void update_report(WriteTx& tx, const Report& report, std::int64_t event);
std::optional<Report> find_report(ReadTx& tx, const std::string& id);
std::vector<Report> list_reports(ReadTx& tx, const std::string& after, int limit);
// The report with the title, forum date and time zone that it had at an event; nothing: it was not there yet.
std::optional<Report> find_report_at(ReadTx& tx, const std::string& id, std::int64_t event);

}  // namespace store
