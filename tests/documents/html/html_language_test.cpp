// Languages that run from the right, and parts that run otherwise than what is around them.
#include "documents/html/html_language.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <string>

#include "documents/html/comparison_html.hpp"
#include "documents/html/html.hpp"
#include "documents/html/html_style.hpp"
#include "documents/sample_document.hpp"

using documents::page_language;
using documents::part_language;
using namespace sample;

TEST_CASE("a page says its language, and its direction where that is from the right") {
  CHECK(page_language("en") == " lang=\"en\"");
  CHECK(page_language("zh-Hant") == " lang=\"zh-Hant\"");
  CHECK(page_language("ar") == " lang=\"ar\" dir=\"rtl\"");
  CHECK(contains(documents::to_html(document("ar")), "<html lang=\"ar\" dir=\"rtl\">"));
  documents::ReportComparison comparison;
  comparison.language = "ar";
  CHECK(contains(documents::to_html(comparison), "<html lang=\"ar\" dir=\"rtl\">"));
}

TEST_CASE("a part says its direction where it runs otherwise than what is around it") {
  CHECK(part_language("", "ar") == "");
  CHECK(part_language("ar", "ar") == "");
  CHECK(part_language("ru", "en") == " lang=\"ru\"");
  CHECK(part_language("fa", "ar") == " lang=\"fa\"");
  CHECK(part_language("en", "ar") == " lang=\"en\" dir=\"ltr\"");
  CHECK(part_language("ar", "en") == " lang=\"ar\" dir=\"rtl\"");
}

TEST_CASE("an English text in an Arabic report runs from the left, and what the report says in it from the right") {
  auto report = document("ar");
  report.sections.push_back(text("s1", "Words[^1].\n\n[^1]: A note.\n\n![map](map.png)"));
  report.sections.back().title_language = "en";
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<div class=\"text\" lang=\"en\" dir=\"ltr\">\n<p>Words"));
  CHECK(contains(html, "<span lang=\"en\" dir=\"ltr\">Title of s1</span>"));
  CHECK(contains(html, "<li id=\"fn-1\" lang=\"en\" dir=\"ltr\">"));
  CHECK(contains(html, "<span class=\"missing\" lang=\"ar\" dir=\"rtl\">"));
}

TEST_CASE("an arrow points to where the words run") {
  documents::ReportComparison comparison;
  comparison.sections.emplace_back().id = "s1";
  auto& section = comparison.sections.back();
  section.from.state = "draft";
  section.to.state = "approved";
  section.from.content = section.to.content = documents::ContentKind::text;
  comparison.language = "en";
  CHECK(contains(documents::to_html(comparison), "State: draft \u2192 approved"));
  comparison.language = "ar";
  CHECK(contains(documents::to_html(comparison), "مشروع \u2190 معتمد"));
}

TEST_CASE("the style sheet tells sides by where lines begin and end, so that a page can be its mirror image") {
  static const std::regex side(
      R"re((margin|padding|border)-(left|right)|text-align: (left|right)|[{;] *(left|right):)re");
  const std::string sheet(documents::style_sheet());
  std::smatch found;
  CHECK_MESSAGE(!std::regex_search(sheet, found, side), found.str());
}
