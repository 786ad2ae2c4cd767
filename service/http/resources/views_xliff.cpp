#include "http/resources/views.hpp"

namespace http {
namespace {

Json section_json(const std::string& report, const std::string& language, const usecases::ImportedSection& section,
                  const Speech& speech) {
  Json units = Json::array();
  for (const auto& unit : section.units) units.push_back({{"unit", unit.unit}, {"message", speech(unit.message)}});
  Json diff;
  if (section.source_change) {
    const auto& [from, to] = *section.source_change;
    diff = diff_json({report, section.section, from.language}, *section.source_change,
                     domain::diff_texts(from.markdown, to.markdown));
  }
  return {{"section", section.section},
          {"language", language},
          {"outcome", section.result},
          {"message", or_null(speech(section.message))},
          {"revision", or_null(section.revision)},
          {"source_revision", or_null(section.source_revision)},
          {"stale", section.stale},
          {"diff", or_null(section.diff)},
          {"units", units},
          {"source_diff", diff},
          {"warnings", term_warnings_json(section.terms, speech)}};
}

}  // namespace

Json import_report_json(const usecases::ImportReport& result, const Speech& speech) {
  Json sections = Json::array();
  for (const auto& section : result.sections) {
    sections.push_back(section_json(result.report, result.language, section, speech));
  }
  return {
      {"report", result.report}, {"language", result.language}, {"dry_run", result.dry_run}, {"sections", sections}};
}

}  // namespace http
