#include "usecases/reports/findings.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "support/processor_time.hpp"

namespace {

using usecases::ReportStatus;

// A report of that many drafts in English, none of them translated into the other languages.
ReportStatus drafts(std::size_t sections, std::vector<std::string> languages) {
  static const domain::OutlineNode node;
  ReportStatus status;
  status.report.row.source_language = "en";
  status.report.row.languages = std::move(languages);
  status.report.format = std::make_shared<const domain::Format>();
  for (std::size_t i = 0; i < sections; ++i) {
    usecases::SectionStatus section;
    section.node = &node;
    section.row.id = "s" + std::to_string(i);
    section.row.lead = "labour";
    section.row.state = domain::State::draft;
    usecases::TextView text;
    text.revision.language = "en";
    text.translation = domain::TranslationState::source;
    section.texts.push_back(text);
    status.sections.push_back(std::move(section));
  }
  return status;
}

}  // namespace

TEST_CASE("the largest outline in seven languages is judged in no time") {
  auto status = drafts(500, {"en", "fr", "es", "ru", "ar", "zh", "tk"});
  const double begin = support::processor_seconds();
  usecases::judge_findings(status);
  CHECK(support::processor_seconds() - begin < 0.5);
  CHECK(status.findings.size() == 500 * 7 + 1);  // a draft and six translations each, and no day of issue
  CHECK(status.completeness_percent == 0);
}

TEST_CASE(
    "percents count approved sections and their current translations, and a report without sections is complete") {
  auto status = drafts(4, {"en", "ru"});
  status.sections[0].row.state = domain::State::approved;  // one of its two things is done
  status.sections[1].row.state = domain::State::approved;
  status.sections[1].nothing_to_report = true;  // the one thing that it has
  status.sections[2].row.state = domain::State::empty;
  usecases::judge_findings(status);
  CHECK(status.completeness_percent == 2 * 100 / 7);
  ReportStatus none = drafts(0, {"en"});
  usecases::judge_findings(none);
  CHECK(none.completeness_percent == 100);
}

TEST_CASE("what stops a final edition is missing, under the name that the status has for it") {
  auto status = drafts(1, {"en", "ru"});
  usecases::judge_findings(status);
  for (const auto& finding : status.findings) {
    CAPTURE(finding.kind->code);
    const bool told = finding.kind->code != "undated";
    CHECK(usecases::is_missing(finding) == told);
    CHECK(finding.stops("final") == told);
    CHECK(usecases::missing_code(finding) == finding.kind->code);
  }
}
