// Reports: made from one version of one format, and kept by the coordinator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/frame/access.hpp"

namespace usecases {

struct NewReport {
  std::string id;
  std::string format;
  std::int64_t format_version = 0;  // 0: the newest
  std::string country;
  domain::LocalizedText title;
  std::string forum_date;
  std::vector<std::string> languages;
  std::string source_language;
  std::string visibility = "own";
  std::string time_zone;  // empty: the service's
};

// What is there is changed; an empty text removes that language, an empty word what it stands for.
struct ImprintChange {
  std::optional<domain::LocalizedText> subtitle, publisher, place, disclaimer, contact;
  std::optional<std::string> issued_on, document_number, isbn;
};

struct ReportChange {
  std::optional<domain::LocalizedText> title;  // an empty text removes that language
  std::optional<std::string> forum_date;       // moves every default deadline with it
  bool moves_own_deadlines = false;            // and those that were given
  std::optional<std::vector<std::string>> languages;
  std::optional<std::string> visibility;
  std::optional<std::string> time_zone;
  std::optional<ImprintChange> imprint;
};

struct StageView {
  const domain::Stage* stage;
  std::string starts_on;
  std::string ends_on;
};

struct ReportView {
  OpenReport report;
  std::vector<StageView> stages;
  std::int64_t sequence = 0;
};

ReportView create_report(const Write& context, const NewReport& report);
ReportView update_report(const Write& context, const std::string& id, const ReportChange& change,
                         const Expected& expected);
ReportView get_report(const Read& context, const std::string& id);
std::vector<ReportView> list_reports(const Read& context, const std::string& after, int limit);

}  // namespace usecases
