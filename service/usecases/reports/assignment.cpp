#include "usecases/reports/assignment.hpp"

#include <algorithm>

#include "domain/basis/calendar.hpp"
#include "domain/basis/message.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
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

void require_contributor(const domain::Section& row, const std::string& agency, const std::string& pointer) {
  if (std::ranges::find(row.contributors, agency) != row.contributors.end()) return;
  throw_invalid(pointer, Fault::does_not_fit,
                agency == row.lead ? say("The agency '{0}' leads this section; its day is due_on.", agency)
                                   : say("The agency '{0}' does not contribute to this section.", agency));
}

void require_day_before(const std::string& day, const std::string& due_on, const std::string& pointer) {
  if (!domain::parse_day(day))
    throw_invalid(pointer, Fault::wrong_form, say("'{0}' is not a day of the calendar.", day));
  if (day > due_on) {
    throw_invalid(pointer, Fault::does_not_fit,
                  say("An agency has to be done when the section is due, on {0}, or before.", due_on));
  }
}

void change_agency_deadlines(const OpenReport& report, domain::Section& row, const SectionChange& change,
                             Faults& faults) {
  std::erase_if(row.agency_deadlines, [&](const auto& one) {
    return std::ranges::find(row.contributors, one.first) == row.contributors.end();
  });
  for (const auto& [agency, day] : change.agency_deadlines) {
    const std::string pointer = "/agency_deadlines/" + agency;
    if (!day) {
      row.agency_deadlines.erase(agency);
      continue;
    }
    faults.gather([&, &name = agency, &wanted = *day] {
      require_contributor(row, name, pointer);
      require_day_before(wanted, report.due_on(row), pointer);
      row.agency_deadlines[name] = wanted;
    });
  }
}

nlohmann::json describe(const OpenReport& report, const domain::Section& row) {
  nlohmann::json data{{"contributors", row.contributors}, {"due_on", report.due_on(row)}};
  data["lead"] = row.lead.empty() ? nlohmann::json() : nlohmann::json(row.lead);
  if (row.due_reason) data["due_reason"] = *row.due_reason;
  if (!row.title.empty()) data["title"] = row.title;
  if (!row.agency_deadlines.empty()) data["agency_deadlines"] = row.agency_deadlines;
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
  if (faults.empty()) change_agency_deadlines(report, row, change, faults);
  if (change.title) faults.gather([&] { merge_localized(row.title, *change.title, "/title", true); });
  faults.refuse();
  save_assignment(context, report, row, author);
  return get_section(context.as_read(), report_id, section_id);
}

void save_assignment(const Write& context, const OpenReport& report, const domain::Section& row,
                     const domain::Author& by) {
  const auto event =
      store::append_event(context.tx, "section.updated", {row.report, row.id}, by, describe(report, row));
  store::update_section(context.tx, row, event);
}

void move_with_forum(std::string& day, int days) {
  const std::string moved = domain::format_day(domain::parse_day(day).value() + days);
  if (!domain::parse_day(moved)) {
    throw_invalid("/forum_date", Fault::does_not_fit,
                  say("The deadline {0} cannot move with the forum: it would leave the calendar.", day));
  }
  day = moved;
}

void move_own_deadlines(const Write& context, const OpenReport& report, int days, const domain::Author& by) {
  for (auto& row : store::list_sections(context.tx, report.row.id)) {
    if (!row.due_on && row.agency_deadlines.empty()) continue;
    if (row.due_on) move_with_forum(*row.due_on, days);
    for (auto& [agency, day] : row.agency_deadlines) move_with_forum(day, days);
    save_assignment(context, report, row, by);
  }
}

}  // namespace usecases
