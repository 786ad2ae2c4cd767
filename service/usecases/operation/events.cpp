#include "usecases/operation/events.hpp"

#include <map>

#include "store/log/events.hpp"

namespace usecases {
namespace {

bool is_about_edition(const domain::Event& event) { return event.type.starts_with("edition."); }

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
    if (is_about_edition(event)) return all_;
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
    const bool shown = sight.shows(event);
    views.push_back(shown ? tell(std::move(event)) : tell_redacted(std::move(event)));
  }
  return views;
}

std::vector<EventView> list_all_events(const Read& context, std::int64_t after, int limit) {
  require_role(context.actor, {domain::Role::admin});
  std::vector<EventView> views;
  for (auto& event : store::list_events(context.tx, std::nullopt, after, limit)) {
    const bool shown = event.section.empty() && !is_about_edition(event);
    views.push_back(shown ? tell(std::move(event)) : tell_redacted(std::move(event)));
  }
  return views;
}

}  // namespace usecases
