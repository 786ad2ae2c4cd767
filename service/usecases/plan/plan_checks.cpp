#include "usecases/plan/plan_checks.hpp"

#include "store/people/agencies.hpp"

namespace usecases {

using domain::Fault;
using domain::say;

void check_plan_agency(const Read& context, const std::string& agency, const std::string& pointer) {
  const auto row = store::find_agency(context.tx, agency);
  if (!row) throw_invalid(pointer, Fault::does_not_exist, say("There is no agency '{0}'.", agency));
  if (!row->active) throw_invalid(pointer, Fault::not_allowed, say("The agency '{0}' no longer takes part.", agency));
}

void check_plan_day(const std::string& day, const std::string& pointer) {
  if (domain::parse_day(day)) return;
  throw_invalid(pointer, Fault::wrong_form, say("'{0}' is not a day of the calendar.", day));
}

void check_plan_section(const OpenReport& report, const std::string& section, const std::string& pointer) {
  const auto* node = report.format->find(section);
  if (node == nullptr) {
    throw_invalid(pointer, Fault::does_not_exist, say("This report has no section '{0}'.", section));
  }
  if (node->kind == domain::NodeKind::group) {
    throw_invalid(pointer, Fault::not_allowed, say("Section '{0}' is a heading; it has no text of its own.", section));
  }
}

void check_plan_stage(const OpenReport& report, const std::string& stage, const std::string& pointer) {
  if (report.stage(stage) != nullptr) return;
  throw_invalid(pointer, Fault::does_not_exist, say("The format of this report has no stage '{0}'.", stage));
}

}  // namespace usecases
