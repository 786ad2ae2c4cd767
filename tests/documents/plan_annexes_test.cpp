// The preparation plan and the assistance requested as annexes of a report.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "documents/html/html.hpp"
#include "documents/labels/labels.hpp"
#include "documents/labels/plan_words.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/pdf/typst.hpp"
#include "documents/report/document_json.hpp"
#include "documents/report/paper.hpp"
#include "documents/report/plan_tables.hpp"
#include "documents/report/report.hpp"
#include "documents/sample_document.hpp"

using namespace sample;
using documents::to_html;
using documents::to_markdown;
using domain::AssistanceState;
using domain::TaskState;

namespace {

const std::string kDrawn = "Drawn (chart: bar)\n\n| A | B |\n|--|--:|\n| x | 1 |\n";
const std::string kHostile = "A | b *c* <script>x</script> [x](javascript:y) `d` \\ # ![p](q) [^1]";

std::vector<documents::PlannedTask> two_tasks() {
  documents::PlannedTask first;
  first.number = 2;
  first.title = "Agree on the outline";
  first.agency = "Ministry of Labour";
  first.due_on = "2026-02-01";
  first.state = TaskState::done;
  first.result = "Agreed.";
  documents::PlannedTask second;
  second.number = 1;
  second.title = "Find a translator";
  second.role = domain::Role::coordinator;
  return {first, second};
}

std::vector<documents::RequestedHelp> one_request() {
  documents::RequestedHelp help;
  help.number = 1;
  help.title = "Editing";
  help.kind = domain::AssistanceKind::expertise;
  help.partner = "IOM";
  help.amount = "5000.00";
  help.currency = "USD";
  help.state = AssistanceState::agreed;
  help.answer = "Yes, in May.";
  help.outcome = "Two experts came.";
  return {help};
}

documents::Document planned(const std::string& language = "en") {
  auto report = of_texts({kDrawn});
  report.language = report.title_language = language;
  report.annexes.plan = report.annexes.assistance = true;
  report.plan = two_tasks();
  report.assistance = one_request();
  return report;
}

std::string for_word(const documents::Document& report) {
  return documents::to_pandoc(report, {1, 22}, documents::OfficeFormat::docx).json;
}
std::string for_print(const documents::Document& report) { return documents::to_typst(report, "looks.typ").source; }

std::vector<std::string> written(const documents::Document& report) {
  return {to_html(report), to_markdown(report), for_word(report),
          documents::to_pandoc(report, {1, 22}, documents::OfficeFormat::odt).json, for_print(report)};
}

}  // namespace

TEST_CASE("plan and assistance stand behind the contributions, and the numbers of charts come last") {
  const auto report = planned();
  const documents::Report prepared(report, documents::ChartTables::behind);
  std::string order;
  for (const auto& annex : prepared.made_annexes()) order += annex.name + annex.kind + "; ";
  CHECK(order == "Annex A. contributions; Annex B. plan; Annex C. assistance; Annex D. charts; ");
  const auto html = to_html(report);
  CHECK(contains(html, "<li class=\"annex depth-1\"><a href=\"#plan\"><span class=\"number\">Annex B."));
  CHECK(contains(html,
                 "<section id=\"plan\" class=\"annex depth-1\">\n<h2><span class=\"number\">Annex B.</span> "
                 "<span>Preparation plan</span></h2>"));
  CHECK(stands_before(html, "id=\"assistance\"", "id=\"charts\""));
  const auto markdown = to_markdown(report);
  CHECK(contains(markdown, "- [Annex C. Assistance requested](#annex-c-assistance-requested)\n"));
  CHECK(contains(markdown, "\n## Annex B. Preparation plan\n\n| No. | Task | Responsible | Day | State | Outcome |\n"));
}

TEST_CASE("an annex that nobody asked for or that would be empty is not there, and takes no letter") {
  auto report = planned();
  report.annexes.plan = false;
  report.assistance.clear();
  for (const auto& file : written(report)) {
    CHECK_FALSE(contains(file, "Preparation"));
    CHECK_FALSE(contains(file, "Agree"));
    CHECK_FALSE(contains(file, "Assistance"));
  }
  CHECK(contains(to_html(report), "Annex B.</span> <span>Figures behind the charts"));
  const auto json = nlohmann::json::parse(documents::to_json(report));
  CHECK_FALSE(json.contains("plan"));
  CHECK(json.at("assistance") == nlohmann::json::array());
  report = planned();
  report.shown = {"s1"};
  CHECK_FALSE(contains(to_html(report), "Preparation plan"));
  CHECK_FALSE(nlohmann::json::parse(documents::to_json(of_texts({"a"}))).contains("assistance"));
}

TEST_CASE("each line tells who does it by when, how it stands and what came of it") {
  const auto markdown = to_markdown(planned());
  CHECK(contains(markdown, "| 2 | Agree on the outline | Ministry of Labour | 1 February 2026 | done | Agreed. |\n"));
  CHECK(contains(markdown, "| 1 | Find a translator | coordinator |  | not begun |  |\n"));
  CHECK(contains(markdown,
                 "| 1 | Editing (expertise) | IOM |  | 5000\\.00 USD | agreed | Yes, in May. Outcome: Two "
                 "experts came. |\n"));
  const auto json = nlohmann::json::parse(documents::to_json(planned()));
  CHECK(json.at("plan").at(1) == nlohmann::json{{"task", 1},
                                                {"title", "Find a translator"},
                                                {"agency", nullptr},
                                                {"role", "coordinator"},
                                                {"due_on", nullptr},
                                                {"state", "open"},
                                                {"result", nullptr}});
  CHECK(json.at("assistance").at(0).at("outcome") == "Two experts came.");
}

TEST_CASE("annexes and papers of the plan have the same table") {
  const auto& labels = documents::labels_for("ru");
  documents::Paper paper;
  paper.language = "ru";
  paper.table = documents::plan_table(labels, two_tasks());
  const auto table_in = [](const std::string& html) { return between(html, "<table>", "</table>"); };
  const std::string alone = table_in(to_html(documents::compose_paper(paper)));
  auto report = planned("ru");
  report.annexes.contributions = report.annexes.chart_numbers = false;
  CHECK(contains(alone, "Ответственный"));
  CHECK(contains(to_html(report), alone));
}

TEST_CASE("letters and words of the annexes are those of the language of the report") {
  CHECK(contains(to_html(planned("ru")), "Приложение Б.</span> <span>План подготовки"));
  CHECK(contains(to_html(planned("tk")), "Goşundy Ç.</span> <span>Soralan kömek"));
  CHECK(contains(to_markdown(planned("fr")), "| terminée |"));
  CHECK(contains(to_html(planned("ar")), "قيد") == false);
  CHECK(contains(to_html(planned("ar")), "لم تبدأ"));
  for (const auto& labels : documents::all_labels()) {
    CAPTURE(labels.language);
    for (const auto& file : written(planned(labels.language))) CHECK(contains(file, "Agree"));
  }
  const auto german = to_html(planned("de"));
  CHECK(contains(german, "<span lang=\"en\">Preparation plan</span></h2>\n<div class=\"text\" lang=\"en\">"));
}

TEST_CASE("a section that is called as an annex keeps its name") {
  auto report = planned();
  report.sections.push_back(text("plan", "A chapter."));
  const auto html = to_html(report);
  CHECK(contains(html, "<section id=\"plan\" class=\"depth-1\">"));
  CHECK(contains(html, "<section id=\"plan_\" class=\"annex depth-1\">"));
}

TEST_CASE("whatever stands in a cell is shown as it is") {
  auto report = planned();
  report.plan[0].title = report.plan[0].agency = kHostile;
  report.plan[0].result = "Two\nlines | " + kHostile;
  report.assistance[0].partner = report.assistance[0].answer = kHostile;
  const auto html = to_html(report);
  const std::string shown = "A | b *c* &lt;script&gt;x&lt;/script&gt; [x](javascript:y) `d` \\ # ![p](q) [^1]";
  CHECK(occurrences(html, "<td>" + shown + "</td>") >= 3);
  CHECK(contains(html, "<td>Two lines | " + shown + "</td>"));
  CHECK_FALSE(contains(html, "<script>"));
  CHECK_FALSE(contains(html, "href=\"javascript"));
  // The Markdown read again shows the same.
  auto again = of_texts({to_markdown(report)});
  CHECK(contains(to_html(again), shown));
  const auto word = nlohmann::json::parse(for_word(report));
  CHECK(contains(word.dump(), "javascript:y"));
  CHECK_FALSE(contains(word.dump(), "\"Link\",[[\"\",[],[]],[{\"t\":\"Str\",\"c\":\"x\"}],[\"javascript"));
}

TEST_CASE("a plan as large as it may be is a table, whatever it is made of") {
  auto report = of_texts({"A text."});
  report.annexes.plan = report.annexes.assistance = true;
  documents::PlannedTask task;
  task.title = std::string(300, '*');
  task.agency = std::string(500, '|');
  task.result = std::string(2000, '[');
  report.plan.assign(1000, task);
  documents::RequestedHelp help;
  help.title = std::string(300, '<');
  help.partner = std::string(200, '_');
  help.answer = help.outcome = std::string(2000, '&');
  report.assistance.assign(500, help);
  const auto html = to_html(report);
  CHECK(occurrences(html, "<tr>") >= 1502);
  CHECK(occurrences(html, "<td>" + task.title + "</td>") == 1000);
  CHECK_FALSE(contains(html, "<pre>"));
  CHECK(occurrences(to_markdown(report), "\n| 0 | ") == 1500);
}

TEST_CASE("an empty plan makes no table of its paper") {
  documents::Paper paper;
  paper.language = "en";
  paper.markdown = "Nothing is open.\n";
  CHECK_FALSE(contains(to_html(documents::compose_paper(paper)), "<table>"));
}
