// What a final edition says and does not say; the title page; a part of a report.
#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"
#include "documents/sample_document.hpp"

using namespace sample;
using documents::to_html;
using documents::to_markdown;

namespace {

std::string words_for_word(const documents::Document& report) {
  return documents::to_pandoc(report, {1, 22}, documents::OfficeFormat::docx).json;
}

documents::Document unfinished() {
  auto report = of_texts({"A text.", "A translation.", "A carried text."});
  report.sections[0].fallback = true;
  report.sections[0].language = "ru";
  report.sections[1].stale = report.sections[1].unconfirmed = true;
  report.sections[2].carried_over = "tkm-2022";
  report.local_as_of = "2026-01-15T14:00:00+05:00";
  return report;
}

}  // namespace

TEST_CASE("a final edition says nothing of how it was made") {
  auto report = unfinished();
  const auto all_of = [&] { return to_html(report) + to_markdown(report) + words_for_word(report); };
  const std::vector<std::string> workshop{
      "State of the report",    "newest text",  "10,700",           "older than its source",
      "has not been confirmed", "Carried over", "class=\"remark\"", "data-draft=\""};
  const auto draft = all_of();
  for (const auto& words : workshop) CHECK_MESSAGE(contains(draft, words), words);
  report.draft = false;
  const auto published = all_of();
  for (const auto& words : workshop) CHECK_MESSAGE(!contains(published, words), words);
  CHECK(contains(published, "This text is available only in Russian."));
  CHECK(contains(published, "First day of the forum"));
}

TEST_CASE("a final edition prints the sentence that stands for a missing text, and no state of it") {
  auto report = of_texts({"A text."});
  report.sections.push_back(section("s2"));
  report.sections.back().content = documents::ContentKind::gap;
  report.sections.back().reason = "This chapter will be published later.";
  report.draft = false;
  const auto html = to_html(report);
  CHECK(contains(html, "<p>This chapter will be published later.</p>"));
  CHECK_FALSE(contains(html, "class=\"gap\""));
  CHECK(contains(to_markdown(report), "\nThis chapter will be published later.\n"));
  CHECK(contains(words_for_word(report), "This chapter will be published later."));
}

TEST_CASE("an edition has the annexes that were chosen, and the letters follow") {
  auto report = of_texts({"Drawn (chart: bar)\n\n| A | B |\n|--|--:|\n| x | 1 |\n"});
  CHECK(contains(to_html(report), "Annex B.</span> <span>Figures behind the charts"));
  report.annexes.contributions = false;
  CHECK(contains(to_html(report), "Annex A.</span> <span>Figures behind the charts"));
  CHECK_FALSE(contains(to_html(report), "Who contributed what"));
  report.annexes.chart_numbers = false;
  CHECK_FALSE(contains(to_html(report), "Annex A"));
  CHECK(contains(to_html(report), "<svg "));
  CHECK_FALSE(contains(to_markdown(report), "Who contributed what"));
}

TEST_CASE("times and days are those of the report's time zone, spelled in its language") {
  const auto& english = documents::labels_for("en");
  CHECK(documents::spell_time(english, "2026-01-15T14:00:00+05:00") == "15 January 2026, 14:00 UTC+5");
  CHECK(documents::spell_time(english, "2026-01-15T14:00:00-03:30") == "15 January 2026, 14:00 UTC-3:30");
  CHECK(documents::spell_time(english, "2026-01-15T14:00:00.000Z") == "15 January 2026, 14:00 UTC");
  CHECK(documents::spell_short_date(documents::labels_for("ru"), "2026-01-05") == "05.01.2026");
  CHECK(documents::spell_short_date(documents::labels_for("tk"), "2026-01-05") == "05.01.2026");
  CHECK(documents::spell_short_date(english, "") == "");
}

TEST_CASE("the letters of annexes go on behind the last of the alphabet") {
  const auto& russian = documents::labels_for("ru");
  CHECK(documents::spell_annex(russian, "C.2") == "В.2");
  CHECK(documents::spell_annex(russian, "Z") == "АА");
  CHECK(documents::spell_annex(documents::labels_for("en"), "AA") == "AA");
}

TEST_CASE("title page and imprint stand in every format, in the lines that were given") {
  auto report = of_texts({"A text."});
  report.imprint.subtitle = {"Progress since 2022", "en"};
  report.imprint.publisher = {"State Migration Service", "en"};
  report.imprint.place = {"Ашхабад", "ru"};
  report.imprint.issued_on = "2026-02-12";
  report.imprint.isbn = "978-92-1-000000-0";
  report.imprint.contact = {"Street 1\nmail@example.org", "en"};
  report.imprint.disclaimer = {"First <line>.\n\nSecond.", "en"};
  report.abbreviations = {{"IMRF", "International Migration Review Forum"}};
  const auto html = to_html(report);
  CHECK(contains(html, "<p class=\"format\">Progress since 2022</p>"));
  CHECK_FALSE(contains(html, ">National report<"));
  CHECK(contains(html, "<p class=\"issued\">Ашхабад, 12 February 2026</p>"));
  CHECK(contains(html, "<dt>ISBN</dt><dd>978-92-1-000000-0</dd>"));
  CHECK(contains(html, "<p>First &lt;line&gt;.</p>\n<p>Second.</p>"));
  CHECK(contains(html, "<dt>IMRF</dt><dd>International Migration Review Forum</dd>"));
  const auto markdown = to_markdown(report);
  CHECK(contains(markdown, "- **Contact:** Street 1; mail"));
  CHECK(contains(markdown, "- **IMRF** – International Migration Review Forum"));
}

TEST_CASE("the subtitle is not the title again") {
  auto report = of_texts({"A text."});
  report.title = report.format_title;
  CHECK_FALSE(contains(to_html(report), "class=\"format\""));
}

TEST_CASE("a part has its sections alone, with the numbers that they have in the whole") {
  const std::string table = "Permits (table: permits)\n\n| A | B |\n|--|--:|\n| x | 1 |\n";
  auto report = of_texts({table + "\nFirst.[^1]\n\n[^1]: Note one.",
                          "See [](#table:permits), [](#s1).\n\n" + table + "\nSecond.[^1]\n\n[^1]: Note two."});
  report.shown = {"s2"};
  const auto html = to_html(report);
  CHECK_FALSE(contains(html, "First."));
  CHECK_FALSE(contains(html, "Note one"));
  CHECK(contains(html, "<span class=\"number\">2</span>"));
  CHECK(contains(html, "Table 2. </span>Permits"));
  CHECK(contains(html, "<a class=\"note\" id=\"fnref-1\""));
  CHECK_FALSE(contains(html, "class=\"contents\""));
  CHECK_FALSE(contains(html, "Who contributed what"));
  CHECK_FALSE(contains(to_markdown(report), "First."));
}

TEST_CASE("who signs finds a line for name, signature and day") {
  auto report = of_texts({"A text."});
  report.signatures = {"Head of the agency: Ministry of Labour"};
  const auto html = to_html(report);
  CHECK(contains(html, "<p class=\"who\">Head of the agency: Ministry of Labour</p>"));
  CHECK(contains(html, "<div><dt>Signature</dt><dd></dd></div>"));
  CHECK(contains(html, "<a href=\"#signatures\">"));
  CHECK(contains(to_markdown(report), "**Head of the agency: Ministry of Labour**"));
}
