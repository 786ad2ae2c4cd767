// The whole document, byte by byte: look at tests/golden/render-document.* to see what a report looks like.
#include <doctest/doctest.h>

#include "render/document_json.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "render/sample_document.hpp"
#include "render/text_check.hpp"
#include "render/words.hpp"
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

render::DocumentSection written(const std::string& id, const std::string& title, const char* markdown,
                                const char* language) {
  auto section = text(id, render::check_text(markdown));
  section.title = title;
  section.language = language;
  section.words = render::count_words(section.markdown);
  return section;
}

render::DocumentSection other(const std::string& id, render::ContentKind content, const std::string& state, int depth) {
  auto section = sample::section(id, depth);
  section.content = content;
  section.state = state;
  section.lead = "Ministry of Labour";
  return section;
}

render::Document whole_report() {
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
  auto gap = other("obj-08", render::ContentKind::gap, "in_review", 2);
  gap.step_title = "Coordinator";
  auto nothing = other("obj-09", render::ContentKind::nothing, "approved", 2);
  nothing.reason = "No case was known.\nNone is expected.";
  auto laws = written("annex-laws", "Laws", "1. Law on migration, 2012.", "ru");
  laws.annex = laws.unconfirmed = true;
  laws.carried_over = "tkm-2022";
  laws.carried_over_revision = 3;
  report.sections = {foreword, context, other("progress", render::ContentKind::group, "empty", 1),  hostile,
                     gap,      nothing, other("obj-10", render::ContentKind::withheld, "draft", 2), laws};
  report.contributions = {
      {"context",
       "Контекст | данные",
       "Статистика",
       {"Труд", "Здоровье"},
       12,
       "2026-01-10",
       {{"Координатор", "Миграционная служба", "2026-01-12", ""},
        {"МИД", "reviewer", "2026-01-14", "Больше никого нет."}}},
      {"obj-08", "Title of obj-08", "Ministry of Labour", {}, 0, "", {}},
  };
  return report;
}

}  // namespace

TEST_CASE("a report with everything in it as Markdown") {
  support::check_golden("render-document.md", render::to_markdown(whole_report()));
}

TEST_CASE("a report with everything in it as HTML") {
  support::check_golden("render-document.html", render::to_html(whole_report()));
}

TEST_CASE("a report with everything in it as JSON") {
  support::check_golden("render-document.json", render::to_json(whole_report()));
}

TEST_CASE("the same report gives the same bytes") {
  const auto report = whole_report();
  CHECK(render::to_html(report) == render::to_html(whole_report()));
  CHECK(render::to_markdown(report) == render::to_markdown(whole_report()));
  CHECK(render::to_json(report) == render::to_json(whole_report()));
}
