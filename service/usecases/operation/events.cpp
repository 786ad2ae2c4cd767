#include "usecases/operation/events.hpp"

#include <map>
#include <utility>

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

template <class Shows>
EventListPage page_of(store::EventPage stored, const Shows& shows) {
  EventListPage page;
  page.more = stored.more;
  for (auto& event : stored.events) {
    page.events.push_back(shows(event) ? tell(std::move(event)) : tell_redacted(std::move(event)));
  }
  return page;
}

}  // namespace

EventListPage list_events(const Read& context, const std::string& report_id, std::int64_t after, int limit) {
  const Sight sight(context, open_report(context, report_id));
  return page_of(store::list_events(context.tx, report_id, after, limit),
                 [&](const domain::Event& event) { return sight.shows(event); });
}

EventListPage list_all_events(const Read& context, std::int64_t after, int limit) {
  require_role(context.actor, {domain::Role::admin});
  return page_of(store::list_events(context.tx, std::nullopt, after, limit),
                 [](const domain::Event& event) { return event.section.empty() && !is_about_edition(event); });
}

}  // namespace usecases
