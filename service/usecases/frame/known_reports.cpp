#include "usecases/frame/known_reports.hpp"

#include <algorithm>
#include <utility>

#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {
namespace {

std::shared_ptr<const KnownReport> read_report(const Read& context, const std::string& id,
                                               const store::LastEvent& last) {
  OpenReport report = open_report(context, id);
  auto known = std::make_shared<KnownReport>();
  known->sequence = last.id;
  known->at = last.at;
  known->sections = store::list_sections(context.tx, id);
  for (const auto& section : known->sections) known->assignments.emplace(section.id, report.assignment(section));
  known->row = std::move(report.row);
  known->format = std::move(report.format);
  return known;
}

}  // namespace

std::set<std::string> KnownReport::readable_by(const domain::Actor& actor) const {
  std::set<std::string> readable;
  for (const auto& [section, assignment] : assignments) {
    if (domain::may_read_text(actor, assignment, row.shared())) readable.insert(section);
  }
  return readable;
}

bool KnownReport::all_readable_by(const domain::Actor& actor) const {
  return std::ranges::all_of(
      assignments, [&](const auto& assigned) { return domain::may_read_text(actor, assigned.second, row.shared()); });
}

std::string KnownReport::readers(const domain::Actor& actor) const {
  if (all_readable_by(actor)) return "all";
  std::string joined;
  for (const auto& section : readable_by(actor)) joined.append(section).append("\n");
  return store::sha256_hex(joined).substr(0, 16);
}

std::shared_ptr<const KnownReport> KnownReports::remembered(const std::string& report) const {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(report);
  return found == known_.end() ? nullptr : found->second;
}

std::shared_ptr<const KnownReport> KnownReports::current(const Changes& changes, const std::string& report) const {
  const std::int64_t sequence = changes.sequence(report);
  auto known = remembered(report);
  return known && known->sequence >= sequence ? known : nullptr;
}

std::shared_ptr<const KnownReport> KnownReports::see(const Read& context, const std::string& report) {
  require_participant(context.actor);
  const auto last = store::last_event_for(context.tx, report);
  if (auto known = remembered(report); known && known->sequence == last.id) return known;
  auto seen = read_report(context, report, last);
  if (store::is_writing(context.tx)) return seen;  // it may never be committed
  const std::lock_guard lock(mutex_);
  auto& newest = known_[report];
  if (!newest || newest->sequence < seen->sequence) newest = seen;
  return seen;
}

}  // namespace usecases
