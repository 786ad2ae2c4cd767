// What both documents say about a report besides its texts.
#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/labels/labels.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/report/spelled.hpp"
#include "documents/sample_document.hpp"

using namespace sample;

namespace {

documents::Document with(documents::DocumentSection section, const std::string& language = "en") {
  documents::Document report = document(language);
  report.sections.push_back(std::move(section));
  return report;
}

void both_say(const documents::Document& report, const std::string& in_html, const std::string& in_markdown) {
  CHECK(contains(documents::to_html(report), in_html));
  CHECK(contains(documents::to_markdown(report), in_markdown));
}

documents::DocumentSection gap(const std::string& state) {
  auto section = sample::section("s1");
  section.content = documents::ContentKind::gap;
  section.state = state;
  return section;
}

}  // namespace

TEST_CASE("the title page tells country and forum and how long the report is") {
  auto report = document();
  report.words = 8412;
  both_say(report, "<p class=\"country\">Turkmenistan</p>", "**Turkmenistan**");
  both_say(report, "<dt>First day of the forum</dt><dd>5 May 2026</dd>", "- **First day of the forum:** 5 May 2026");
  both_say(report, "<dd>15 January 2026, 09:00 UTC</dd>", "15 January 2026, 09:00 UTC");
  both_say(report, "<dd>8,412 (limit: 10,700)</dd>", "- **Words:** 8,412 (limit: 10,700)");
  report.word_limit = 0;
  both_say(report, "<dd>8,412</dd>", "- **Words:** 8,412\n");
}

TEST_CASE("the title page says draft while sections are missing or not approved") {
  auto report = with(gap("empty"));
  report.sections.push_back(text("s2", "a"));
  report.sections.back().state = "draft";
  both_say(report, "Draft. Sections without a text: 1 / 2", "> **Draft. Sections without a text: 1 / 2**");
  both_say(report, "not approved yet: 1 / 2", "not approved yet: 1 / 2");
  CHECK_FALSE(contains(documents::to_html(of_texts({"a"})), "Draft"));
}

TEST_CASE("a gap is shown in its place with its state and its agency") {
  auto section = gap("in_review");
  section.step_title = "Coordinator";
  section.lead = "Ministry of Labour";
  const std::string line = "State: in review (waits for: Coordinator). Lead agency: Ministry of Labour.";
  both_say(with(section), "<p><strong>No text yet.</strong></p>\n<p class=\"reason\">" + line + "</p>",
           "> **No text yet.**\n>\n> " + line + "\n");
  both_say(with(gap("empty")), "State: not begun. Lead agency: not assigned yet.",
           "State: not begun. Lead agency: not assigned yet.");
  auto approved_only = with(section);
  approved_only.select = "approved";
  both_say(approved_only, "No approved text yet.", "No approved text yet.");
}

TEST_CASE("nothing to report is said with the declared reason") {
  auto section = sample::section("s1");
  section.content = documents::ContentKind::nothing;
  section.reason = "No case was known.\nNone is expected.";
  both_say(with(section), "<p class=\"reason\">Reason: No case was known.\nNone is expected.</p>",
           "> **Nothing to report.**\n>\n> Reason: No case was known.\\\n> None is expected.\n");
}

TEST_CASE("a text that the reader may not see is said to be there") {
  auto section = sample::section("s1");
  section.content = documents::ContentKind::withheld;
  section.markdown = "secret";
  both_say(with(section), "A text stands here that only its agencies", "A text stands here that only its agencies");
  CHECK_FALSE(contains(documents::to_html(with(section)), "secret"));
  CHECK_FALSE(contains(documents::to_markdown(with(section)), "secret"));
}

TEST_CASE("a source text in the place of a translation is marked with its language") {
  auto section = text("s1", "English words.");
  section.fallback = true;
  const auto report = with(section, "ru");
  both_say(report, "Язык текста: английский.", "> *Действительного перевода пока нет");
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<html lang=\"ru\">"));
  CHECK(contains(html, "<div class=\"text\" lang=\"en\">\n<p>English words.</p>"));
  CHECK(contains(html, "<span lang=\"en\">Title of s1</span>"));
}

TEST_CASE("a translation that is stale or unconfirmed says so") {
  auto section = text("s1", "a");
  section.stale = true;
  both_say(with(section), "<p class=\"remark\">This translation is older", "> *This translation is older");
  section.stale = false;
  section.unconfirmed = true;
  both_say(with(section), "has not been confirmed yet.</p>", "has not been confirmed yet.*");
}

TEST_CASE("the annex tells who contributed and who approved") {
  auto report = of_texts({"a"});
  report.contributions.push_back({"s1",
                                  "Title of s1",
                                  "Labour",
                                  {"Health", "Interior"},
                                  1200,
                                  "2026-01-10",
                                  {{"Coordinator", "Migration Service", "2026-01-12", ""},
                                   {"Ministry", "Foreign Affairs", "2026-01-14", "Nobody else is in office."}}});
  const std::string own = " (approved a text of its own: Nobody else is in office.)";
  both_say(report,
           "<tr><th scope=\"row\"><a href=\"#s1\">1</a> Title of s1</th><td>Labour</td><td>Health; Interior</td>",
           "| 1 Title of s1 | Labour | Health; Interior | 1,200 | 10 January 2026 | ");
  both_say(
      report, "<p>Ministry: Foreign Affairs, <span class=\"date\">14 January 2026</span>" + own + "</p>",
      "| Coordinator: Migration Service, 12 January 2026; Ministry: Foreign Affairs, 14 January 2026" + own + " |");
}

TEST_CASE("fixed words exist in three languages and others fall back to English with a mark") {
  CHECK(contains(documents::to_html(document("ru")), "Содержание</h2>"));
  CHECK(contains(documents::to_html(document("tk")), "Mazmuny</h2>"));
  const std::string kazakh = documents::to_html(document("kk"));
  CHECK(contains(kazakh, "<html lang=\"kk\">"));
  CHECK(contains(kazakh, "<h2 id=\"contents\" lang=\"en\">Contents</h2>"));
  CHECK(documents::labels_for("ru-RU").language == "ru");
  CHECK_FALSE(contains(documents::to_html(document("en-GB")), "lang=\"en\""));
}

TEST_CASE("dates and numbers are spelled in the language of the document") {
  const auto& en = documents::labels_for("en");
  const auto& ru = documents::labels_for("ru");
  const auto& tk = documents::labels_for("tk");
  CHECK(documents::spell_date(en, "2026-05-05") == "5 May 2026");
  CHECK(documents::spell_date(ru, "2026-05-05") == "5 мая 2026 года");
  CHECK(documents::spell_date(tk, "2026-05-05") == "2026-njy ýylyň 5-nji maýy");
  CHECK(documents::spell_date(tk, "2030-12-10") == "2030-njy ýylyň 10-njy dekabry");
  CHECK(documents::spell_date(tk, "2021-02-20") == "2021-nji ýylyň 20-nji fewraly");
  CHECK(documents::spell_date(en, "soon") == "soon");
  CHECK(documents::spell_number(en, 1234567) == "1,234,567");
  CHECK(documents::spell_number(ru, 10700) == "10\u00A0700");
  CHECK(documents::spell_number(en, 999) == "999");
  CHECK(documents::spell_country(ru, "TKM") == "Туркменистан");
  CHECK(documents::spell_country(en, "FRA") == "FRA");
  CHECK(documents::spell_language(tk, "ru") == "rus");
}

TEST_CASE("tables have headers with a scope and keep their alignment") {
  const std::string html = documents::to_html(of_texts({"| A |  | C |\n|:--|:-:|--:|\n| a | b | c |"}));
  CHECK(contains(
      html, "<thead><tr><th scope=\"col\">A</th><td class=\"center\"></td><th scope=\"col\" class=\"right\">C</th>"));
  CHECK(contains(html, "<tbody>\n<tr><td>a</td><td class=\"center\">b</td><td class=\"right\">c</td></tr>\n</tbody>"));
}

TEST_CASE("the HTML needs nothing from elsewhere") {
  const std::string html = documents::to_html(of_texts({"a ![b](https://x.example/c.png)"}));
  for (const std::string loader : {"<script", "<img", "<link", "<iframe", "@import", "url("}) {
    CAPTURE(loader);
    CHECK_FALSE(contains(html, loader));
  }
  CHECK(contains(html, "<a class=\"skip\" href=\"#report\">"));
  CHECK(contains(html, "<main id=\"report\">"));
}
