#include "usecases/operation/events.hpp"

#include <map>
#include <string_view>

namespace usecases {
namespace {

bool is_about(const domain::Event& event, std::string_view thing) { return event.type.starts_with(thing); }

// What an event tells of its thing beyond that something happened to it: reasons and comments, which can quote a text,
// and the names that people give. It is for those who may see the thing itself.
void redact(EventView& view) {
  auto data = nlohmann::json::parse(view.event.data);
  view.redacted = data.erase("reason") + data.erase("override_reason") > 0;
  if (view.event.type == "text.commented") view.redacted = data.erase("comments") > 0 || view.redacted;
  const bool named = is_about(view.event, "picture.") || is_about(view.event, "edition.");
  if (named) view.redacted = data.erase("name") > 0 || view.redacted;
  const bool hashed = data.erase("note_sha256") > 0;  // of a few words one could guess them
  if (view.redacted || hashed) view.event.data = data.dump();
}

// The things of one report that the caller may see.
class Sight {
 public:
  Sight(const Read& context, const OpenReport& report) {
    for (const auto& section : store::list_sections(context.tx, report.row.id)) {
      const bool readable = domain::may_read_text(context.actor, report.assignment(section), report.row.shared());
      readable_[section.id] = readable;
      all_ = all_ && readable;
    }
  }

  bool shows(const domain::Event& event) const {
    if (is_about(event, "edition.")) return all_;
    const auto section = readable_.find(event.section);
    return event.section.empty() || (section != readable_.end() && section->second);
  }

 private:
  std::map<std::string, bool> readable_;
  bool all_ = true;
};

}  // namespace

std::vector<EventView> list_events(const Read& context, const std::string& report_id, std::int64_t after, int limit) {
  const Sight sight(context, open_report(context, report_id));
  std::vector<EventView> views;
  for (auto& event : store::list_events(context.tx, report_id, after, limit)) {
    views.push_back({std::move(event), false});
    if (!sight.shows(views.back().event)) redact(views.back());
  }
  return views;
}

std::vector<EventView> list_all_events(const Read& context, std::int64_t after, int limit) {
  require_role(context.actor, {domain::Role::admin});
  std::vector<EventView> views;
  for (auto& event : store::list_events(context.tx, std::nullopt, after, limit)) {
    views.push_back({std::move(event), false});
    const domain::Event& shown = views.back().event;
    if (!shown.section.empty() || is_about(shown, "edition.")) redact(views.back());
  }
  return views;
}

}  // namespace usecases
