#include "usecases/reports/assignment.hpp"

#include <algorithm>

#include "domain/calendar.hpp"
#include "domain/message.hpp"
#include "store/agencies.hpp"
#include "store/events.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/people/agencies.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

void require_agency(const Write& context, const std::string& agency, const std::string& pointer) {
  const auto row = store::find_agency(context.tx, agency);
  if (!row) throw_invalid(pointer, Fault::does_not_exist, say("There is no agency '{0}'.", agency));
  if (!row->active) throw_invalid(pointer, Fault::not_allowed, say("The agency '{0}' no longer takes part.", agency));
}

void change_agencies(const Write& context, domain::Section& row, const SectionChange& change, Faults& faults) {
  if (change.lead) {
    if (!change.lead->empty()) faults.gather([&] { require_agency(context, *change.lead, "/lead"); });
    row.lead = *change.lead;
  }
  if (change.contributors) {
    for (std::size_t i = 0; i < change.contributors->size(); ++i) {
      faults.gather([&] { require_agency(context, change.contributors->at(i), "/contributors/" + std::to_string(i)); });
    }
    row.contributors = *change.contributors;
  }
  std::erase(row.contributors, row.lead);
}

void change_due_day(domain::Section& row, const SectionChange& change, Faults& faults) {
  if (!change.due_on) {
    if (change.due_reason)
      faults.add("/due_reason", Fault::does_not_fit, say("A reason is given together with a new due_on."));
    return;
  }
  row.due_on = *change.due_on;
  row.due_reason = std::nullopt;
  if (!row.due_on) return;
  if (!domain::parse_day(*row.due_on))
    faults.add("/due_on", Fault::wrong_form, say("'{0}' is not a day of the calendar.", *row.due_on));
  if (!change.due_reason) {
    faults.add("/due_reason", Fault::missing, say("Give the reason for this section's new due date."));
  } else {
    faults.gather([&] { row.due_reason = check_remark(*change.due_reason, "/due_reason"); });
  }
}

nlohmann::json describe(const OpenReport& report, const domain::Section& row) {
  nlohmann::json data{{"contributors", row.contributors}, {"due_on", report.due_on(row)}};
  data["lead"] = row.lead.empty() ? nlohmann::json() : nlohmann::json(row.lead);
  if (row.due_reason) data["due_reason"] = *row.due_reason;
  if (!row.title.empty()) data["title"] = row.title;
  return data;
}

}  // namespace

SectionView update_section(const Write& context, const std::string& report_id, const std::string& section_id,
                           const SectionChange& change, const Expected& expected) {
  const auto author = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  auto row = open_section(context.as_read(), report_id, section_id);
  require_version(expected, row.version);
  Faults faults;
  change_agencies(context, row, change, faults);
  change_due_day(row, change, faults);
  if (change.title) faults.gather([&] { merge_localized(row.title, *change.title, "/title", true); });
  faults.refuse();
  const auto event =
      store::append_event(context.tx, "section.updated", {report_id, section_id}, author, describe(report, row));
  store::update_section(context.tx, row, event);
  return get_section(context.as_read(), report_id, section_id);
}

}  // namespace usecases
