// What changed between two states of a report, and the page that shows it: tests/golden/comparison-*.html.
#include "documents/html/comparison.hpp"

#include <doctest/doctest.h>

#include "documents/html/comparison_html.hpp"
#include "documents/report/document_json.hpp"
#include "documents/sample_document.hpp"
#include "support/golden.hpp"

using namespace sample;
using documents::ContentKind;
using documents::Outcome;

namespace {

documents::DocumentSection other(const std::string& id, ContentKind content, const std::string& state) {
  auto section = sample::section(id);
  section.content = content;
  section.state = state;
  return section;
}

Outcome outcome_of(const documents::DocumentSection& from, const documents::DocumentSection& to) {
  auto before = document();
  auto after = document();
  before.sections = {from};
  after.sections = {to};
  return documents::compare_documents(before, after).at(0).outcome;
}

documents::ReportComparison whole_comparison(const std::string& language) {
  auto before = document(language);
  auto after = document(language);
  before.words = 1234;
  after.words = 20;
  after.as_of = "2026-02-15T09:00:00.000Z";
  auto changed = text("context", "First.\n\nSecond.\n\nThird stays.\n\nThe old <b>law</b> & its \"rules\".\n\nGone.\n");
  before.sections = {text("foreword", "Sözbaşy.", 1),
                     other("progress", ContentKind::group, "empty"),
                     changed,
                     other("obj-08", ContentKind::gap, "empty"),
                     text("obj-09", "Dropped text.", 2),
                     other("obj-10", ContentKind::gap, "draft"),
                     other("obj-11", ContentKind::withheld, "draft")};
  after.sections = before.sections;
  after.sections[2].markdown = "First.\n\nSecond.\n\nThird stays.\n\nThe new <b>law</b> & its \"rules\".\n\nЁлка.\n";
  after.sections[2].state = "in_review";
  after.sections[2].title = "A better <title>";
  after.sections[3] = text("obj-08", "| a | b |\n|---|---|\n| 1 | 2 |\n");
  after.sections[4] = other("obj-09", ContentKind::gap, "draft");
  after.sections[5] = other("obj-10", ContentKind::nothing, "approved");
  after.sections[5].reason = "No case was known.";
  documents::ReportComparison comparison;
  comparison.language = language;
  comparison.title = "Report <sample>";
  comparison.title_language = "en";
  comparison.from = {1, "For \"comments\"", false, true, before.as_of, "latest", before.words};
  comparison.to = {0, "", false, false, after.as_of, "latest", after.words};
  comparison.sections = documents::compare_documents(before, after);
  return comparison;
}

}  // namespace

TEST_CASE("what became of a section is told by what stood there before and after") {
  const auto gap = other("s1", ContentKind::gap, "empty");
  const auto nothing = other("s1", ContentKind::nothing, "approved");
  const auto withheld = other("s1", ContentKind::withheld, "draft");
  CHECK(outcome_of(text("s1", "a"), text("s1", "a")) == Outcome::same);
  CHECK(outcome_of(text("s1", "a"), text("s1", "b")) == Outcome::changed);
  CHECK(outcome_of(gap, text("s1", "a")) == Outcome::added);
  CHECK(outcome_of(gap, nothing) == Outcome::added);
  CHECK(outcome_of(text("s1", "a"), gap) == Outcome::removed);
  CHECK(outcome_of(gap, gap) == Outcome::gap);
  CHECK(outcome_of(text("s1", "a"), nothing) == Outcome::changed);
  CHECK(outcome_of(withheld, text("s1", "a")) == Outcome::withheld);
  CHECK(outcome_of(text("s1", "a"), withheld) == Outcome::withheld);
}

TEST_CASE("a text that was translated since counts as changed, though its words are the same") {
  auto translated = text("s1", "IOM");
  translated.language = "ru";
  CHECK(outcome_of(text("s1", "IOM"), translated) == Outcome::changed);
}

TEST_CASE("a section that the older document lacks is new") {
  const auto sections = documents::compare_documents(document(), of_texts({"one"}));
  REQUIRE(sections.size() == 1);
  CHECK(sections[0].outcome == Outcome::added);
  CHECK_FALSE(sections[0].title_changed());
}

TEST_CASE("headings are counted among no outcome") {
  auto report = document();
  report.sections = {other("progress", ContentKind::group, "empty"), text("s1", "a")};
  CHECK(documents::count_outcome(documents::compare_documents(report, report), Outcome::same) == 1);
}

TEST_CASE("beyond the bound texts are compared as a whole, and nothing of them is lost") {
  const auto before = of_texts({"one two three", "one two three"});
  const auto after = of_texts({"one 2 three", "one 2 three"});
  const auto sections = documents::compare_documents(before, after, 30);
  CHECK(sections.at(0).changes.at(0).kind == domain::ChangeKind::change);
  REQUIRE(sections.at(1).changes.size() == 2);
  CHECK(sections[1].changes[0].old_text == "one two three");
  CHECK(sections[1].changes[1].new_text == "one 2 three");
}

TEST_CASE("a document comes back from its JSON as it was") {
  auto report = of_texts({"A text[^1].\n\n[^1]: A note.", "Ýurt"});
  report.sections[1].annex = true;
  report.sections[1].fallback = true;
  report.sections.push_back(other("s3", ContentKind::nothing, "approved"));
  report.sections[2].reason = "None.";
  report.words = 7;
  const std::string json = documents::to_json(report);
  CHECK(documents::to_json(documents::document_from_json(json)) == json);
}

TEST_CASE("a comparison as a page, in English and in Russian") {
  support::check_golden("comparison-en.html", documents::to_html(whole_comparison("en")));
  support::check_golden("comparison-ru.html", documents::to_html(whole_comparison("ru")));
}

TEST_CASE("a section compared with the last cycle as a page, in Turkmen") {
  documents::TextComparison comparison;
  comparison.language = "tk";
  comparison.number = "6.1.2";
  comparison.from = {"Milli hasabat 2022", "tk", "Maksat", "tk", 3, true, "2022-01-15T09:00:00.000Z", 12};
  comparison.to = {"National report", "en", "Maksat", "tk", 0, false, "", 0};
  comparison.outcome = Outcome::removed;
  comparison.changes = domain::diff_texts("Öňki tekst.\n\n<script>alert(1)</script>", "");
  support::check_golden("comparison-section-tk.html", documents::to_html(comparison));
}

TEST_CASE("nothing that somebody wrote becomes markup of the page") {
  auto comparison = whole_comparison("en");
  const std::string page = documents::to_html(comparison);
  CHECK(contains(page, "&lt;b&gt;law&lt;/b&gt;"));
  CHECK_FALSE(contains(page, "<b>"));
  CHECK_FALSE(contains(page, "<script"));
  CHECK(contains(page, "A better &lt;title&gt;"));
}
