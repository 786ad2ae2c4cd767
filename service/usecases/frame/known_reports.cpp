#include "usecases/frame/known_reports.hpp"

#include "store/events.hpp"
#include "store/hash.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

std::set<std::string> KnownReport::readable_by(const domain::Actor& actor) const {
  std::set<std::string> readable;
  for (const auto& [section, assignment] : assignments) {
    if (domain::may_read_text(actor, assignment, row.shared())) readable.insert(section);
  }
  return readable;
}

std::string KnownReport::readers(const domain::Actor& actor) const {
  std::size_t count = 0;
  std::string joined;
  for (const auto& [section, assignment] : assignments) {
    if (!domain::may_read_text(actor, assignment, row.shared())) continue;
    ++count;
    joined.append(section).append("\n");
  }
  return count == assignments.size() ? "all" : store::sha256_hex(joined).substr(0, 16);
}

KnownReport know_report(const Read& context, const OpenReport& report) {
  KnownReport known{store::last_event_for(context.tx, report.row.id).id, report.row, report.format, {}};
  for (const auto& section : store::list_sections(context.tx, report.row.id)) {
    known.assignments.emplace(section.id, report.assignment(section));
  }
  return known;
}

std::shared_ptr<const KnownReport> KnownReports::find(Service& service, const domain::Actor& actor,
                                                      const std::string& report) {
  require_participant(actor);
  const std::int64_t sequence = service.changes().sequence(report);
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(report);
    if (found != known_.end() && found->second->sequence >= sequence) return found->second;
  }
  auto known = service.read(actor, [&](const Read& context) {
    return std::make_shared<const KnownReport>(know_report(context, open_report(context, report)));
  });
  const std::lock_guard lock(mutex_);
  auto& newest = known_[report];
  if (!newest || newest->sequence < known->sequence) newest = known;
  return known;
}

}  // namespace usecases
