// The whole document, byte by byte: look at tests/golden/documents-document.* to see what a report looks like.
#include <doctest/doctest.h>

#include "documents/form/form.hpp"
#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/report/document_json.hpp"
#include "documents/sample_document.hpp"
#include "documents/text/text_check.hpp"
#include "documents/text/words.hpp"
#include "embed/embedded.hpp"
#include "support/golden.hpp"

using namespace sample;

namespace {

const char* const kForeword =
    "Ýurduň halkara borçnamalary[^1] barada.\n\n## Esasy netijeler\n\n- birinji\n- ikinji:\n  1. a\n  2. b\n\n"
    "[^1]: Çeşme: https://example.org/çeşme_1.\n";

const char* const kContext =
    "### Figures\n\n| Group | 2024 | 2025 |\n|:--|--:|--:|\n| Workers[^1] | 12,0 | **14,1** |\n| A\\|B | `x\\|y` | "
    "<b>1</b> |\n\n"
    "# Sources\n\nSee [the annex](#annex-laws), [the register](https://example.org/r?a=1&b=2)[^note] and[^1] more.\n\n"
    "> Quoted *words*.\n\n```\ncode & <tags>\n```\n\n[^1]: Labour force survey.\n[^note]: Register of\n\n    two "
    "paragraphs.\n"
    "[^unused]: Nobody refers to this.\n";

const char* const kHostile =
    "<script>alert('x')</script>\n\n[a](javascript:alert(1)) ![map](https://evil.example/m.png) <img src=x "
    "onerror=y>\n\n"
    "[^1]: text of a note that no one can see\n\nA literal [^2] and \\# no heading\n# but this is one\n\n<!-- hidden\n";

documents::DocumentSection written(const std::string& id, const std::string& title, const char* markdown,
                                   const char* language) {
  auto section = text(id, documents::check_text(markdown));
  section.title = title;
  section.language = language;
  section.words = documents::count_words(section.markdown);
  return section;
}

documents::DocumentSection other(const std::string& id, documents::ContentKind content, const std::string& state,
                                 int depth) {
  auto section = sample::section(id, depth);
  section.content = content;
  section.state = state;
  section.lead = "Ministry of Labour";
  return section;
}

documents::Document whole_report() {
  auto report = document("ru");
  report.title = "Национальный доклад <образец> & *проба*";
  report.words = 61;
  auto foreword = written("foreword", "Предисловие", kForeword, "tk");
  foreword.fallback = true;
  foreword.title_language = "ru";
  auto context = written("context", "Контекст | данные", kContext, "ru");
  context.title_language = "ru";
  context.stale = true;
  auto hostile = written("obj-07", "Objective 7", kHostile, "en");
  hostile.depth = 2;
  hostile.fallback = true;
  auto gap = other("obj-08", documents::ContentKind::gap, "in_review", 2);
  gap.step_title = "Coordinator";
  auto nothing = other("obj-09", documents::ContentKind::nothing, "approved", 2);
  nothing.reason = "No case was known.\nNone is expected.";
  auto laws = written("annex-laws", "Laws", "1. Law on migration, 2012.", "ru");
  laws.annex = laws.unconfirmed = true;
  laws.carried_over = "tkm-2022";
  laws.carried_over_revision = 3;
  report.sections = {foreword, context, other("progress", documents::ContentKind::group, "empty", 1),  hostile,
                     gap,      nothing, other("obj-10", documents::ContentKind::withheld, "draft", 2), laws};
  report.contributions = {
      {"context",
       "Контекст | данные",
       "Статистика",
       {"Труд", "Здоровье"},
       12,
       "2026-01-10",
       {{"Координатор", "Миграционная служба", "2026-01-12", "", true},
        {"МИД", "reviewer", "2026-01-14", "Больше никого нет."}}},
      {"obj-08", "Title of obj-08", "Ministry of Labour", {}, 0, "", {}},
  };
  return report;
}

// With what word processors get otherwise than readers of HTML: a chart, and pictures of both kinds.
documents::Document pictured_report() {
  auto report = whole_report();
  auto figures =
      written("figures", "Цифры",
              "**Таблица.** Разрешения (chart: bar)\n\n| Область | 2024 | 2025 |\n|:--|--:|--:|\n| Ахал | 12,5 | 14 "
              "|\n| Мары | 7 | - |\n\n![Граница](map.png \"Пункты, 2025\")\n\nСхема ![план](plan.svg) здесь.\n",
              "ru");
  const auto bytes = std::make_shared<const std::string>("bytes of a picture");
  figures.pictures = {{"map.png", "image/png", std::string(64, 'a'), 18, 960, 480, bytes},
                      {"plan.svg", "image/svg+xml", std::string(64, 'b'), 18, 800, 400, bytes}};
  report.sections.insert(report.sections.begin() + 2, figures);
  return report;
}

// Each element of a tree on a line of its own, so that a difference can be read.
std::string by_lines(std::string json) {
  for (auto at = json.find("},"); at != std::string::npos; at = json.find("},", at + 3)) json.insert(at + 2, "\n");
  return json + "\n";
}

// What pandoc gets: its arguments and environment, and the tree.
std::string given(const documents::Conversion& conversion, const std::string& tree) {
  std::string text;
  for (const auto& argument : conversion.arguments) text += argument + "\n";
  for (const auto& variable : conversion.environment) text += variable + "\n";
  for (const auto& [name, drawing] : conversion.drawings) text += name + ": " + drawing.svg + "\n";
  return text + by_lines(conversion.files.at(tree));
}

documents::Form whole_form() {
  documents::FormEntry full;
  full.marker = {false, "tkm-2026", "labour", "obj-07", "ru", 2, 3};
  full.number = "7.4.3";
  full.title = "Objective 7";
  full.guidance = "Say what was done.";
  full.limit = 220;
  full.words = 12;
  full.due_on = "2026-02-01";
  full.state = "returned";
  full.lead = "Ministry of Labour";
  full.returned = "Give figures.";
  full.markdown = kForeword;
  full.source = kContext;
  full.source_revision = 4;
  documents::FormEntry empty;
  empty.marker = {false, "tkm-2026", "labour", "context", "ru", 0, 0};
  empty.number = "4";
  empty.title = "Context";
  empty.due_on = "2026-03-01";
  empty.state = "empty";
  return {"National report <sample>", "Ministry of Labour & others", "ru", 1'768'467'600'000, {full, empty},
          {"2.6 Title (approved)"}};
}

}  // namespace

TEST_CASE("a report with everything in it as Markdown") {
  support::check_golden("documents-document.md", documents::to_markdown(whole_report()));
}

TEST_CASE("a report with everything in it as HTML") {
  support::check_golden("documents-document.html", documents::to_html(whole_report()));
}

TEST_CASE("a report with everything in it as JSON") {
  support::check_golden("documents-document.json", documents::to_json(whole_report()));
}

TEST_CASE("a report with everything in it as it is given to the programs that make Word, OpenDocument and PDF files") {
  using documents::OfficeKind;
  const auto given_for = [](OfficeKind kind, const char* version, const char* tree) {
    return given(documents::conversion_of(kind, pictured_report(), version, embedded::file), tree);
  };
  support::check_golden("documents-docx.txt", given_for(OfficeKind::docx, "2.17.1.1", "report.json"));
  support::check_golden("documents-odt.txt", given_for(OfficeKind::odt, "3.1.11", "report.json"));
  support::check_golden("documents-pdf.txt", given_for(OfficeKind::pdf, "0.15.0", "report.typ"));
}

TEST_CASE("a form with everything in it as it is given to pandoc") {
  support::check_golden("documents-form.txt",
                        given(documents::form_conversion(whole_form(), "2.17.1.1", embedded::file), "form.json"));
}

TEST_CASE("the same report gives the same bytes a second time") {
  const auto report = pictured_report();
  CHECK(documents::to_html(report) == documents::to_html(pictured_report()));
  CHECK(documents::to_markdown(report) == documents::to_markdown(pictured_report()));
  CHECK(documents::to_json(report) == documents::to_json(pictured_report()));
  for (const auto format : {documents::OfficeFormat::docx, documents::OfficeFormat::odt}) {
    CHECK(documents::to_pandoc(report, {1, 22}, format).json ==
          documents::to_pandoc(pictured_report(), {1, 22}, format).json);
  }
}
