#include "usecases/reports/changed_report.hpp"

#include "store/database/json_columns.hpp"
#include "store/log/events.hpp"
#include "store/report/reports.hpp"

namespace usecases {

nlohmann::json describe(const domain::Report& report) {
  return {{"title", report.title},           {"forum_date", report.forum_date},
          {"languages", report.languages},   {"source_language", report.source_language},
          {"visibility", report.visibility}, {"time_zone", report.time_zone}};
}

void save_changed(const Write& context, const domain::Report& report, const domain::Author& by) {
  nlohmann::json data = describe(report);
  data["imprint"] = nlohmann::json::parse(store::to_column(report.imprint));
  const auto event = store::append_event(context.tx, "report.updated", {report.id, ""}, by, data);
  store::update_report(context.tx, report, event);
}

}  // namespace usecases
