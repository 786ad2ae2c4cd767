#include "usecases/inbox/inbox_duties.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "store/log/changes.hpp"
#include "store/preparation/extensions.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/inbox/inbox_plan_duties.hpp"

namespace usecases {
namespace {

using domain::inbox_kind;
using domain::InboxItem;
using domain::InboxKind;

constexpr int kDaysAhead = 30;  // a text that is due later is nobody's task yet

const TextView* text_in(const SectionStatus& section, const std::string& language) {
  const auto found = std::ranges::find(section.texts, language, [](const TextView& t) { return t.revision.language; });
  return found == section.texts.end() ? nullptr : &*found;
}

class DutyFinder {
 public:
  DutyFinder(const Read& context, const ReportStatus& status)
      : context_(context),
        status_(status),
        report_(status.report),
        changed_(store::last_section_changes(context.tx, report_.row.id)),
        last_day_(domain::format_day(domain::parse_day(report_.today).value() + kDaysAhead)) {
    for (const auto& section : status.sections) sections_[section.row.id] = &section;
  }

  std::vector<InboxItem> find() {
    for (const ReportFinding& finding : status_.findings) {
      if (const auto section = sections_.find(finding.section); section != sections_.end()) {
        look_at(finding, *section->second);
      }
    }
    for (const domain::Promise& promise : status_.promises) look_at(promise);
    look_at_extensions();
    for (auto& duty : find_plan_duties(context_, report_)) duties_.push_back(std::move(duty));
    return std::move(duties_);
  }

 private:
  void look_at(const ReportFinding& finding, const SectionStatus& section) {
    const std::string_view code = finding.kind->code;
    if (code == "text_missing" || code == "optional_empty") {
      to_write(section);
    } else if (code == "not_approved") {
      to_write(section);
      to_submit(section);
    } else if (code == "returned") {
      for (const auto& agency : agencies_of(section.row)) of_agency(inbox_kind("section_to_revise"), section, agency);
    } else if (code == "undecided") {
      to_decide(finding, section);
    } else if (code == "unassigned") {
      due(of_section(inbox_kind("section_to_assign"), section), section.due_on);
    } else {
      look_at_translation(code, finding.language, section);
    }
  }

  void look_at_translation(std::string_view code, const std::string& language, const SectionStatus& section) {
    const TextView* source = text_in(section, report_.row.source_language);
    if (source != nullptr && code == "translation_missing") {
      to_translate(inbox_kind("translation_to_write"), section, language, *source);
    } else if (source != nullptr && code == "translation_stale") {
      to_translate(inbox_kind("translation_to_renew"), section, language, *source);
    } else if (const TextView* text = text_in(section, language); text && code == "translation_unconfirmed") {
      auto& item = to_translate(inbox_kind("translation_to_confirm"), section, language, *text);
      item.agencies = {section.row.lead};
    }
  }

  void to_write(const SectionStatus& section) {
    for (const auto& agency : agencies_of(section.row)) {
      if (report_.due_on(section.row, agency) > last_day_) continue;
      InboxItem& item = of_agency(inbox_kind("section_to_write"), section, agency);
      item.since = std::max(item.since, came_near(item));
    }
  }

  void to_submit(const SectionStatus& section) {
    const bool written = text_in(section, report_.row.source_language) != nullptr;
    if (!written || section.row.lead.empty() || section.due_on > last_day_) return;
    InboxItem& item = of_agency(inbox_kind("section_to_submit"), section, section.row.lead);
    item.since = std::max(item.since, came_near(item));
  }

  void to_decide(const ReportFinding& finding, const SectionStatus& section) {
    const bool coordinator = finding.mend.role == "coordinator";
    of_section(coordinator ? inbox_kind("section_to_approve") : inbox_kind("section_to_review"), section).step =
        section.step;
  }

  // text: that makes it what it is.
  InboxItem& to_translate(const InboxKind& kind, const SectionStatus& section, const std::string& language,
                          const TextView& text) {
    InboxItem& item = of_section(kind, section);
    item.agencies = agencies_of(section.row);
    item.language = language;
    item.event = text.revision.event;
    item.since = text.revision.saved_at;
    return item;
  }

  void look_at(const domain::Promise& promise) {
    if (promise.status != domain::PromiseStatus::open) return;
    InboxItem& item = add(inbox_kind("promise_to_answer"));
    if (!promise.agency.empty()) item.agencies = {promise.agency};
    item.number = promise.number;
    item.event = promise.event;
    item.since = promise.at;
  }

  void look_at_extensions() {
    constexpr int all = 1'000'000;
    for (const auto& asked : store::list_extensions(context_.tx, report_.row.id, {"asked", "", ""}, 0, all)) {
      const auto section = sections_.find(asked.section);
      if (section == sections_.end()) continue;
      InboxItem& item = of_section(inbox_kind("extension_to_decide"), *section->second);
      due(item, report_.due_on(section->second->row, asked.agency));
      item.agencies = {asked.agency};
      item.number = asked.number;
      item.day = asked.asked.until;
      item.event = asked.asked.event;
      item.since = asked.asked.at;
    }
  }

  InboxItem& add(const InboxKind& kind) {
    InboxItem& item = duties_.emplace_back();
    item.kind = &kind;
    item.report = report_.row.id;
    return item;
  }

  InboxItem& of_section(const InboxKind& kind, const SectionStatus& section) {
    InboxItem& item = add(kind);
    const store::LastChange& changed = changed_.at(section.row.id);
    item.section = section.row.id;
    item.position = section.row.position;
    item.event = changed.event;
    item.since = changed.at;
    return item;
  }

  InboxItem& of_agency(const InboxKind& kind, const SectionStatus& section, const std::string& agency) {
    InboxItem& item = of_section(kind, section);
    item.agencies = {agency};
    due(item, report_.due_on(section.row, agency));
    return item;
  }

  // When a text that is due on that day began to be somebody's task.
  domain::Millis came_near(const InboxItem& item) const {
    const auto day = domain::parse_day(item.due_on);
    return day ? begin_of_day(report_.row.time_zone, *day - kDaysAhead) : 0;
  }

  void due(InboxItem& item, const std::string& day) const {
    item.due_on = day;
    item.overdue = day < report_.today;
  }

  const Read& context_;
  const ReportStatus& status_;
  const OpenReport& report_;
  std::map<std::string, store::LastChange> changed_;
  const std::string last_day_;
  std::map<std::string, const SectionStatus*> sections_;
  std::vector<InboxItem> duties_;
};

}  // namespace

std::vector<domain::InboxItem> find_duties(const Read& context, const ReportStatus& status) {
  return DutyFinder(context, status).find();
}

std::vector<std::string> agencies_of(const domain::Section& section) {
  std::vector<std::string> agencies;
  if (!section.lead.empty()) agencies.push_back(section.lead);
  agencies.insert(agencies.end(), section.contributors.begin(), section.contributors.end());
  return agencies;
}

}  // namespace usecases
