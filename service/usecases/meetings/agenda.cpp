#include "usecases/meetings/agenda.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "store/preparation/assistance.hpp"
#include "store/preparation/extensions.hpp"
#include "store/preparation/tasks.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/meetings/meetings.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::Agenda;
using domain::AgendaPoint;
using domain::PointKind;

constexpr std::size_t kMostPoints = domain::kMostPointsOfKind;
constexpr int kMostExtensions = 1000;  // that are looked at
constexpr int kNextStagesWithin = 60;  // days

class OpenPoints {
 public:
  OpenPoints(const Read& context, const OpenReport& report) : context_(context), report_(report) {}

  Agenda gather(const std::vector<std::string>& topics) {
    for (std::size_t i = 0; i < topics.size(); ++i) add({PointKind::topic, std::to_string(i + 1)});
    const auto sections = store::list_sections(context_.tx, report_.row.id);
    for (const auto& section : sections) add_if_overdue(section);
    for (const auto& section : sections) {
      if (section.state == domain::State::returned) add_section(PointKind::returned, section);
    }
    for (const auto& section : sections) {
      if (section.state == domain::State::in_review) add_section(PointKind::review, section);
    }
    add_extensions();
    add_tasks();
    add_assistance();
    add_stages();
    return std::move(agenda_);
  }

 private:
  struct Key {
    PointKind kind;
    std::string key;
    std::string agency = {};
    std::string day = {};
  };

  void add(Key key) {
    if (static_cast<std::size_t>(count_[key.kind]++) >= kMostPoints) {
      ++agenda_.left_out;
      return;
    }
    AgendaPoint point;
    point.kind = key.kind;
    point.key = std::move(key.key);
    point.agency = std::move(key.agency);
    point.day = std::move(key.day);
    agenda_.points.push_back(std::move(point));
  }

  void add_section(PointKind kind, const domain::Section& section) {
    add({kind, section.id, section.lead, report_.due_on(section)});
  }

  void add_if_overdue(const domain::Section& section) {
    if (report_.overdue(section)) {
      add_section(PointKind::overdue, section);
      return;
    }
    for (const auto& [agency, day] : section.agency_deadlines) {
      if (report_.overdue(section, agency)) add({PointKind::overdue, section.id, agency, day});
    }
  }

  void add_extensions() {
    for (const auto& asked :
         store::list_extensions(context_.tx, report_.row.id, {"asked", "", ""}, 0, kMostExtensions)) {
      add({PointKind::extension, asked.section, asked.agency, asked.asked.until});
    }
  }

  void add_tasks() {
    for (const auto& task : store::dated_tasks(context_.tx, report_.row.id, "")) {
      if (!report_.overdue(task)) continue;
      add({PointKind::task, std::to_string(task.number), task.agency, report_.due_on(task)});
    }
  }

  void add_assistance() {
    for (const auto& request :
         store::list_assistance(context_.tx, report_.row.id, {"requested", "", ""}, 0, domain::kMostAssistance)) {
      add({PointKind::assistance, std::to_string(request.number), request.agency, request.needed_by.value_or("")});
    }
  }

  void add_stages() {
    const std::string last = domain::format_day(domain::parse_day(report_.today).value() + kNextStagesWithin);
    for (const auto& stage : report_.format->stages) {
      const std::string first = report_.day_from_forum(stage.start.days);
      const bool over = report_.day_from_forum(stage.end.days) < report_.today;
      if (!over && first <= last) add({PointKind::stage, stage.key, "", first});
    }
  }

  const Read& context_;
  const OpenReport& report_;
  Agenda agenda_;
  std::map<PointKind, int> count_;
};

std::int64_t number_from(const std::string& key) {
  std::int64_t number = 0;
  std::from_chars(key.data(), key.data() + key.size(), number);
  return number;
}

// Titles as they are now. What the report no longer has keeps its key.
class PointTitles {
 public:
  PointTitles(const Read& context, const OpenReport& report, const domain::Meeting& meeting)
      : context_(context), report_(report), meeting_(meeting), numbers_(number_outline(*report.format)) {
    for (auto& section : store::list_sections(context.tx, report.row.id)) {
      sections_.emplace(section.id, std::move(section));
    }
  }

  void fill(AgendaPoint& point) const {
    switch (point.kind) {
      case PointKind::topic:
        return fill_topic(point);
      case PointKind::overdue:
      case PointKind::returned:
      case PointKind::review:
      case PointKind::extension:
        point.title = title_of(report_, sections_.at(point.key));
        point.number = numbers_.at(point.key);
        return;
      case PointKind::task:
        if (const auto task = store::find_task(context_.tx, report_.row.id, number_from(point.key))) {
          point.title = in_source_language(task->title);
        }
        return;
      case PointKind::assistance:
        if (const auto help = store::find_assistance(context_.tx, report_.row.id, number_from(point.key))) {
          point.title = in_source_language(help->title);
          point.partner = help->partner;
        }
        return;
      case PointKind::stage:
        if (const auto* stage = report_.stage(point.key)) point.title = stage->title;
        return;
    }
  }

 private:
  // One title in one language, whichever that is.
  domain::LocalizedText in_source_language(const std::string& title) const {
    return {{report_.row.source_language, title}};
  }

  void fill_topic(AgendaPoint& point) const {
    const auto place = static_cast<std::size_t>(number_from(point.key));
    if (place >= 1 && place <= meeting_.topics.size()) point.title = in_source_language(meeting_.topics[place - 1]);
  }

  const Read& context_;
  const OpenReport& report_;
  const domain::Meeting& meeting_;
  std::map<std::string, std::string> numbers_;
  std::map<std::string, domain::Section> sections_;
};

}  // namespace

void renew_topics(domain::Agenda& agenda, const std::vector<std::string>& topics) {
  std::erase_if(agenda.points, [](const AgendaPoint& point) { return point.kind == PointKind::topic; });
  std::vector<AgendaPoint> points(topics.size());
  for (std::size_t i = 0; i < points.size(); ++i) points[i].key = std::to_string(i + 1);
  agenda.points.insert(agenda.points.begin(), points.begin(), points.end());
}

domain::Agenda open_points(const Read& context, const OpenReport& report, const domain::Meeting& meeting) {
  return OpenPoints(context, report).gather(meeting.topics);
}

AgendaView get_agenda(const Read& context, const std::string& report_id, std::int64_t number) {
  AgendaView view{{}, open_report(context, report_id), {}};
  view.meeting = open_meeting(context, report_id, number);
  view.agenda = view.meeting.agenda ? *view.meeting.agenda : open_points(context, view.report, view.meeting);
  const PointTitles titles(context, view.report, view.meeting);
  for (auto& point : view.agenda.points) titles.fill(point);
  return view;
}

}  // namespace usecases
