// Where things stand on the pages of a PDF.
#include <doctest/doctest.h>

#include "documents/process/printed.hpp"
#include "documents/sample_document.hpp"

using namespace printed;
using namespace sample;

namespace {

constexpr int kFirstOfText = 3;  // behind the title page and the contents

std::string lines(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += "A line.\n\n";
  return out;
}

documents::Document with_annexes() {
  auto report = of_texts({"Numbers (chart: bar)\n\n| A | 2025 |\n| --- | --: |\n| x | 3 |\n"});
  report.contributions.push_back({"s1", "Section", "Agency", {}, 1, "2026-01-01", {}});
  return report;
}

// The side of a page on which a word ends, in points from the left.
double end_of(const std::string& word, const std::string& pdf) {
  const std::string boxes = output_of("boxes() { pdftotext -bbox \"$1\" -; }; boxes", pdf);
  const auto at = boxes.rfind("\">" + word + "</word>");
  REQUIRE(at != std::string::npos);
  const std::string before = boxes.substr(0, at);
  return std::stod(between(before.substr(before.rfind("<word")), "xMax=\"", "\""));
}

}  // namespace

TEST_CASE("a heading stands with the list under it where the notes of that do not fit on the page") {
  for (int count = 24; count < 38; ++count) {
    CAPTURE(count);
    const std::string pdf = pdf_of_text(lines(count) + "## Gaps\n\n- Data\n- Means[^1]\n- People\n\n[^1]: Sample.");
    const std::string words = words_of_page(pdf, kFirstOfText);
    CHECK(contains(words, "Gaps") == contains(words, "People"));
  }
}

TEST_CASE("no page is empty between annexes, of which some lie on their side") {
  CHECK(pages_of(pdf_of(with_annexes())) == kFirstOfText + 2);
}

TEST_CASE("the head of a page names its chapter, and its foot the report") {
  auto report = of_texts({"Words", "More"});
  report.title = "A report";
  report.sections.front().title = "Foreword";
  report.sections.back().title = "Measures";
  const std::string pdf = pdf_of(report);
  CHECK(contains("\n" + words_of_page(pdf, kFirstOfText), "\nMeasures\n"));
  CHECK(contains(words_of_page(pdf, kFirstOfText), "\nA report\n"));
  CHECK_FALSE(contains(words_of_page(pdf, 1), "Page 1"));
  CHECK_FALSE(contains(words_of_page(pdf, 2), "\nMeasures\n"));
}

TEST_CASE("a page that is read from the right has the wider margin there") {
  constexpr double kPage = 595.28;  // points
  constexpr double kMargin = 25 * 72 / 25.4;
  auto report = document("ar");
  report.sections.push_back(text("s1", "Latin"));
  report.sections.back().language = "ar";
  CHECK(end_of("Latin", pdf_of(report)) == doctest::Approx(kPage - kMargin).epsilon(0.002));
}

TEST_CASE("a number in a table keeps its order among words that run from the right") {
  auto report = document("ar");
  report.sections.push_back(text("s1", "| نص |\n| --- |\n| -1 234,5 |\n"));
  report.sections.back().language = "ar";
  const std::string pdf = pdf_of(report);
  CHECK(end_of("-1", pdf) < end_of("234,5", pdf));
}
