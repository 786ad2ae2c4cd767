#include "usecases/frame/access.hpp"

#include <algorithm>
#include <stdexcept>

#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

const domain::Post& require_role(const domain::Actor& actor, std::initializer_list<domain::Role> roles) {
  for (const domain::Role role : roles) {
    if (const domain::Post* post = actor.post_with(role)) return *post;
  }
  std::vector<std::string> names;
  for (const domain::Role role : roles) names.emplace_back(domain::to_string(role));
  throw Error(ErrorCode::forbidden, "role_required", say("Only these roles may do this: {0}.", names));
}

void require_participant(const domain::Actor& actor) {
  if (!actor.posts.empty()) return;
  throw Error(ErrorCode::forbidden, "no_post",
              say("You currently hold no post in the reporting. Ask the administrator to give you one."));
}

const domain::Actor& the_service() {
  static const domain::Actor itself = [] {
    domain::Actor actor;
    actor.posts.emplace_back();  // an observer
    return actor;
  }();
  return itself;
}

std::string OpenReport::day_from_forum(int days) const {
  return domain::format_day_within(domain::parse_day(row.forum_date).value_or(0) + days);
}

std::string OpenReport::due_on(const domain::Section& section) const {
  return section.due_on ? *section.due_on : day_from_forum(format->due_offset_days(node(section.id)));
}

std::string OpenReport::due_on(const domain::Section& section, const std::string& agency) const {
  const auto own = section.agency_deadlines.find(agency);
  const std::string whole = due_on(section);  // may have been moved before the agency's since
  return own == section.agency_deadlines.end() ? whole : std::min(own->second, whole);
}

std::string OpenReport::due_on(const domain::Task& task) const {
  if (task.due_on) return *task.due_on;
  const domain::Stage* from = task.due ? stage(task.due->stage) : nullptr;
  return from == nullptr ? "" : day_from_forum(from->end.days + task.due->days);
}

bool OpenReport::waits_for_text(const domain::Section& section) const {
  using enum domain::State;
  const bool with_agency = section.state == empty || section.state == draft || section.state == returned;
  return with_agency && node(section.id).kind == domain::NodeKind::text;
}

bool OpenReport::overdue(const domain::Section& section, const std::string& agency) const {
  return waits_for_text(section) && due_on(section, agency) < today;
}

bool OpenReport::overdue(const domain::Task& task) const {
  const std::string day = due_on(task);
  return !domain::is_ended(task.state) && !day.empty() && day < today;
}

const domain::Stage* OpenReport::stage(const std::string& key) const {
  const auto found = std::ranges::find(format->stages, key, &domain::Stage::key);
  return found == format->stages.end() ? nullptr : &*found;
}

const domain::OutlineNode& OpenReport::node(const std::string& section) const {
  const domain::OutlineNode* found = format->find(section);
  if (found == nullptr) throw std::logic_error("a section that its format does not know");
  return *found;
}

const domain::ReviewStep* OpenReport::step(const domain::Section& section) const {
  if (section.state != domain::State::in_review) return nullptr;
  return &format->review_steps.at(static_cast<std::size_t>(section.step));
}

domain::Assignment OpenReport::assignment(const domain::Section& section) const {
  return {section.lead, section.contributors, step(section)};
}

bool OpenReport::has_language(const std::string& language) const {
  return std::ranges::find(row.languages, language) != row.languages.end();
}

OpenReport open_report(const Read& context, const std::string& report) {
  require_participant(context.actor);
  auto row = store::find_report(context.tx, report);
  if (!row) throw_not_found(domain::say("report"), report);
  OpenReport open{std::move(*row), nullptr, ""};
  open.format = context.service.format(context.tx, open.row.format, open.row.format_version);
  open.today = day_in(open.row.time_zone, context.service.now());
  return open;
}

domain::Section open_section(const Read& context, const std::string& report, const std::string& section) {
  auto row = store::find_section(context.tx, report, section);
  if (!row) throw_not_found(domain::say("section"), section);
  return std::move(*row);
}

void require_language(const OpenReport& report, const std::string& language) {
  if (report.has_language(language)) return;
  throw Error(ErrorCode::not_found, "unknown_language",
              say("This report is not written in '{0}'. Its languages are: {1}.", language, report.row.languages));
}

std::vector<std::string> languages_asked(const domain::Report& report, const std::vector<std::string>& languages) {
  if (languages.empty()) return report.languages;
  Faults faults;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (std::ranges::find(report.languages, languages[i]) != report.languages.end()) continue;
    faults.add("/languages/" + std::to_string(i), Fault::does_not_exist,
               say("This report is not written in '{0}'.", languages[i]));
  }
  faults.refuse();
  return languages;
}

void require_reader(const Read& context, const OpenReport& report, const domain::Section& section) {
  if (domain::may_read_text(context.actor, report.assignment(section), report.row.shared())) return;
  throw Error(ErrorCode::forbidden, "text_not_shared",
              say("The texts of this report are shown only to the agencies that write them. Section '{0}' belongs to "
                  "another agency.",
                  section.id));
}

bool reads_all_sections(const Read& context, const OpenReport& report) {
  return std::ranges::all_of(store::list_sections(context.tx, report.row.id), [&](const domain::Section& section) {
    return domain::may_read_text(context.actor, report.assignment(section), report.row.shared());
  });
}

namespace {

void require_all_sections(bool readable) {
  if (readable) return;
  throw Error(ErrorCode::forbidden, "text_not_shared",
              say("An edition holds the texts of all agencies, which this report shows only to those who work on all "
                  "of it. The same holds for the receipts that came back for it."));
}

}  // namespace

void require_reader_of_editions(const Read& context, const OpenReport& report) {
  require_all_sections(reads_all_sections(context, report));
}

void require_reader_of_editions(const Read& context, const KnownReport& report) {
  require_all_sections(report.all_readable_by(context.actor));
}

bool shows_texts(const domain::Actor& actor) { return actor.has_scope(domain::Scope::read); }

bool Expected::fits(std::int64_t version) const {
  return any || std::ranges::find(versions, version) != versions.end();
}

void require_version(const Expected& expected, std::int64_t version) {
  if (!expected.is_given() || expected.fits(version)) return;
  throw Error(ErrorCode::stale, "stale",
              say("This was changed in the meantime: you worked on version {0}, and the current one is {1}. Fetch it "
                  "again and repeat your change.",
                  expected.versions.back(), version))
      .with({"current_version", version});
}

void throw_not_found(const domain::Message& what, const std::string& id) {
  throw Error(ErrorCode::not_found, "not_found", say("There is no {0} '{1}'.", what, id));
}

void throw_invalid(const std::string& pointer, domain::Fault code, const domain::Message& message) {
  throw Error(ErrorCode::invalid, "invalid_request", message).with({domain::Finding{pointer, code, message}});
}

}  // namespace usecases
