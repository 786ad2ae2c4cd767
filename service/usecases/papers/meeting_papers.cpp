#include "usecases/papers/meeting_papers.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "documents/labels/filled.hpp"
#include "documents/report/spelled.hpp"
#include "usecases/meetings/agenda.hpp"
#include "usecases/meetings/meeting_acts.hpp"
#include "usecases/plan/plan_words.hpp"

namespace usecases {
namespace {

using documents::filled;
using documents::PaperText;
using domain::PointKind;

// One that is composed.
class MeetingPaper {
 public:
  MeetingPaper(const PaperDesk& desk, std::int64_t number)
      : desk_(desk),
        meeting_(get_meeting(desk.context(), desk.report().row.id, number)),
        text_(desk.labels()),
        words_(desk.words()) {}

  documents::Document agenda() {
    facts();
    points();
    return composed(words_.agenda, {});
  }

  documents::Document minutes() {
    facts();
    roll_call();
    topics(row().topics);
    const auto written = get_minutes(desk_.context(), row().report, row().number);
    if (!written.markdown.empty()) {
      text_.heading(words_.minutes);
      text_.markdown(written.markdown);
    }
    decisions();
    return composed(words_.minutes, {desk_.labels().letter.coordinator});
  }

  documents::Document notice() {
    const auto& report = desk_.report().row;
    const std::string title = desk_.local(report.title);
    const std::string day = documents::spell_date(desk_.labels(), row().held_on);
    const bool held = row().state == domain::MeetingState::held;
    sentence(held ? words_.met : words_.meets, "report", title, "day", day);
    sentence(words_.by_organisers, "names", joined(row().organisers));
    sentence(words_.with_partners, "names", joined(row().partners));
    sentence(words_.with_agencies, "names", desk_.agencies(row().agencies));
    sentence(words_.about, "topics", joined(row().topics));
    if (held) {
      sentence(words_.readiness, "ready", std::to_string(meeting_.ready()), "asked",
               std::to_string(row().agencies.size()));
    }
    sentence(words_.forum, "day", documents::spell_date(desk_.labels(), report.forum_date));
    sentence(words_.mandate, "mandate", desk_.local(desk_.report().format->mandate));
    next_stage();
    sentence(words_.contact, "contact", desk_.local(report.imprint.contact));
    return composed(words_.notice, {});
  }

 private:
  const domain::Meeting& row() const { return meeting_.row; }

  // Nothing where there is nothing to put in.
  void sentence(const std::string& pattern, const std::string& place, const std::string& value,
                const std::string& other_place = "", const std::string& other = "") {
    if (value.empty()) return;
    text_.paragraph(filled(pattern, {{place, value}, {other_place.empty() ? place : other_place, other}}));
  }

  void next_stage() {
    const auto& report = desk_.report();
    for (const auto& stage : report.format->stages) {
      const std::string first = report.day_from_forum(stage.start.days);
      if (first < row().held_on) continue;
      sentence(words_.next, "stage", desk_.local(stage.title), "day", documents::spell_date(desk_.labels(), first));
      return;
    }
  }

  void facts() {
    text_.fact(desk_.labels().letter.report, desk_.local(desk_.report().row.title));
    text_.fact(words_.subject, row().title);
    text_.fact(words_.day, documents::spell_date(desk_.labels(), row().held_on));
    text_.fact(words_.time, row().starts_at.value_or(""));
    text_.fact(words_.place, row().place.value_or(""));
    text_.fact(words_.link, row().link.value_or(""));
    text_.fact(words_.organisers, joined(row().organisers));
    text_.fact(words_.partners, joined(row().partners));
    text_.fact(words_.invited, desk_.agencies(row().agencies));
  }

  void topics(const std::vector<std::string>& topics) {
    if (topics.empty()) return;
    text_.heading(words_.topics);
    for (const auto& topic : topics) text_.item(topic);
  }

  const std::string& heading_of(PointKind kind) const {
    switch (kind) {
      case PointKind::topic:
        return words_.topics;
      case PointKind::overdue:
        return words_.overdue;
      case PointKind::returned:
        return words_.returned;
      case PointKind::review:
        return words_.review;
      case PointKind::extension:
        return words_.extension;
      case PointKind::task:
        return words_.task;
      case PointKind::assistance:
        return words_.help;
      case PointKind::stage:
        break;
    }
    return words_.stage;
  }

  void points() {
    const auto view = get_agenda(desk_.context(), row().report, row().number);
    for (const auto kind : domain::kPointKinds) {
      std::vector<domain::AgendaPoint> points;
      std::ranges::copy_if(view.agenda.points, std::back_inserter(points),
                           [&](const auto& point) { return point.kind == kind; });
      if (!points.empty()) points_of(kind, points);
    }
    if (view.agenda.points.empty()) text_.paragraph(words_.nothing_open);
    if (view.agenda.left_out > 0) {
      text_.paragraph(filled(words_.left_out, {{"count", std::to_string(view.agenda.left_out)}}));
    }
  }

  void points_of(PointKind kind, const std::vector<domain::AgendaPoint>& points) {
    text_.heading(heading_of(kind));
    if (kind == PointKind::topic) {
      for (const auto& point : points) text_.item(desk_.local(point.title));
      return;
    }
    const bool help = kind == PointKind::assistance;
    const bool stage = kind == PointKind::stage;
    std::vector<std::string> heads{words_.subject, help ? words_.partner : words_.agency, words_.day};
    if (stage) heads.erase(heads.begin() + 1);
    text_.table(heads);
    for (const auto& point : points) {
      const std::string title = (point.number.empty() ? "" : point.number + " ") + desk_.local(point.title);
      std::vector<std::string> cells{title, help ? point.partner : desk_.agency(point.agency), desk_.day(point.day)};
      if (stage) cells.erase(cells.begin() + 1);
      text_.row(cells);
    }
  }

  void roll_call() {
    if (row().agencies.empty()) return;
    text_.heading(words_.answers);
    text_.table({words_.agency, words_.ready, words_.lacks, words_.attends});
    for (const auto& key : row().agencies) {
      const auto answer = meeting_.answers.find(key);
      if (answer == meeting_.answers.end()) {
        text_.row({desk_.agency(key), words_.silent, "", ""});
        continue;
      }
      const auto& said = answer->second;
      text_.row({desk_.agency(key), said.ready ? words_.yes_ready : words_.not_ready, said.lacks.value_or(""),
                 said.attends.value_or("")});
    }
  }

  void decisions() {
    if (meeting_.decisions.empty()) return;
    text_.heading(words_.decisions);
    text_.table({desk_.labels().letter.number, words_.decision, words_.responsible, words_.day});
    for (const auto& decision : meeting_.decisions) {
      std::string who;
      std::string day;
      if (decision.task) {
        const auto task = get_task(desk_.context(), row().report, *decision.task);
        who = task.row.agency.empty() ? desk_.told(word_for_post(task.row.role)) : desk_.agency(task.row.agency);
        day = desk_.day(task.due_on);
      }
      text_.row({std::to_string(decision.number), decision.text, who, day});
    }
  }

  documents::Document composed(const std::string& title, std::vector<std::string> signatures) {
    auto paper = desk_.paper(title);
    paper.markdown = text_.take();
    paper.signatures = std::move(signatures);
    return documents::compose_paper(paper);
  }

  const PaperDesk& desk_;
  MeetingView meeting_;
  PaperText text_;
  const documents::PaperLabels& words_;
};

documents::Document compose(const PaperDesk& desk, std::int64_t meeting, const std::string& kind) {
  MeetingPaper paper(desk, meeting);
  if (kind == "agenda") return paper.agenda();
  return kind == "minutes" ? paper.minutes() : paper.notice();
}

}  // namespace

DocumentFile get_meeting_paper(Service& service, const domain::Actor& actor, PaperRequest request, std::int64_t meeting,
                               const std::string& kind) {
  request.name = "meeting-" + std::to_string(meeting) + "." + kind;
  const auto may_get = [&](const Read& context) {
    require_not_cancelled(open_meeting(context, request.report, meeting));
  };
  return get_paper(service, actor, request, may_get,
                   [&](const PaperDesk& desk) { return compose(desk, meeting, kind); });
}

}  // namespace usecases
