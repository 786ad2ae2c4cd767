#include "http/resources/views.hpp"

namespace http {
namespace {

const char* name_of(usecases::ContentKind kind) {
  switch (kind) {
    case usecases::ContentKind::group:
      return "group";
    case usecases::ContentKind::text:
      return "text";
    case usecases::ContentKind::nothing:
      return "nothing";
    case usecases::ContentKind::gap:
      return "gap";
    case usecases::ContentKind::withheld:
      return "withheld";
  }
  return "gap";
}

Json report_side_json(const usecases::ReportSide& side) {
  const bool frozen = side.edition != 0;
  return {{"edition", frozen ? Json(side.edition) : Json()},
          {"name", or_null(side.name)},
          {"kind", frozen ? Json(side.final_edition ? "final" : "draft") : Json()},
          {"withdrawn", side.withdrawn},
          {"select", side.select},
          {"as_of", side.as_of},
          {"words", side.words}};
}

Json section_side_json(const usecases::SectionSide& side) {
  const bool text = side.content == usecases::ContentKind::text;
  return {{"content", name_of(side.content)},
          {"title", side.title},
          {"state", side.state},
          {"language", text ? Json(side.language) : Json()},
          {"revision", text ? Json(side.revision) : Json()},
          {"words", side.words}};
}

Json compared_section_json(const usecases::ComparedSection& section) {
  return {{"section", section.id},
          {"number", section.number},
          {"depth", section.depth},
          {"annex", section.annex},
          {"outcome", to_string(section.outcome)},
          {"title_changed", section.title_changed()},
          {"state_changed", section.state_changed()},
          {"from", section_side_json(section.from)},
          {"to", section_side_json(section.to)},
          {"changes", changes_json(section.changes)}};
}

Json counts_json(const std::vector<usecases::ComparedSection>& sections) {
  using enum usecases::Outcome;
  Json counts = Json::object();
  for (const auto outcome : {same, changed, added, removed, gap, withheld}) {
    counts[std::string(to_string(outcome))] = count_outcome(sections, outcome);
  }
  return counts;
}

Json text_side_json(const domain::Revision& text) {
  return {{"report", text.report},
          {"revision", text.revision},
          {"approved", text.confirmed >= text.revision},
          {"words", text.words},
          {"saved_at", time_json(text.saved_at)},
          {"saved_by", author_json(text.author)}};
}

}  // namespace

Json edition_comparison_json(const std::string& report, const usecases::ReportComparison& comparison) {
  Json sections = Json::array();
  for (const auto& section : comparison.sections) sections.push_back(compared_section_json(section));
  return {{"report", report},
          {"language", comparison.language},
          {"from", report_side_json(comparison.from)},
          {"to", report_side_json(comparison.to)},
          {"counts", counts_json(comparison.sections)},
          {"sections", sections}};
}

Json section_comparison_json(const std::string& section, const usecases::SectionComparison& result) {
  return {{"section", section},
          {"language", result.comparison.language},
          {"outcome", to_string(result.comparison.outcome)},
          {"from", text_side_json(result.from)},
          {"to", result.to ? text_side_json(*result.to) : Json()},
          {"changes", changes_json(result.comparison.changes)}};
}

}  // namespace http
