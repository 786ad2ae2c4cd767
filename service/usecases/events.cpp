#include "usecases/events.hpp"

#include <algorithm>
#include <map>

namespace usecases {
namespace {

// Reasons can quote a text, so they are for its readers, as are the names of pictures.
void redact(EventView& view) {
  auto data = nlohmann::json::parse(view.event.data);
  view.redacted = data.erase("reason") > 0;
  if (view.event.type.starts_with("picture.")) view.redacted = data.erase("name") > 0 || view.redacted;
  if (view.redacted) view.event.data = data.dump();
}

}  // namespace

std::vector<EventView> list_events(const Read& context, const std::string& report_id, std::int64_t after, int limit) {
  const OpenReport report = open_report(context, report_id);
  std::map<std::string, bool> readable{{"", true}};
  for (const auto& section : store::list_sections(context.tx, report_id)) {
    readable[section.id] = domain::may_read_text(context.actor, report.assignment(section), report.row.shared());
  }
  std::vector<EventView> views;
  for (auto& event : store::list_events(context.tx, report_id, after, limit)) {
    views.push_back({std::move(event), false});
    if (!readable[views.back().event.section]) redact(views.back());
  }
  return views;
}

std::vector<EventView> list_all_events(const Read& context, std::int64_t after, int limit) {
  require_role(context.actor, {domain::Role::admin});
  std::vector<EventView> views;
  for (auto& event : store::list_events(context.tx, std::nullopt, after, limit)) {
    views.push_back({std::move(event), false});
    if (!views.back().event.section.empty()) redact(views.back());
  }
  return views;
}

}  // namespace usecases
