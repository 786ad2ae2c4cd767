#include "usecases/reports/markup.hpp"

#include <algorithm>
#include <set>

#include "documents/text/caption_marks.hpp"

namespace usecases {
namespace {

using Names = std::map<std::string, std::set<std::string>>;  // of tables and figures, by the language of the text

Names names_in(const Read& context, const OpenReport& report) {
  Names names;
  for (const auto& [section, texts] : store::texts_of_report(context.tx, report.row.id)) {
    for (const auto& [language, text] : texts) {
      const auto places = context.service.place_checks().find(context, text);
      names[language].insert(places->names.begin(), places->names.end());
    }
  }
  return names;
}

// Of the numbers that documents give nothing is known here: "#table-3" is taken for true.
bool leads_somewhere(const OpenReport& report, Names& names, const std::string& language,
                     const std::string& reference) {
  const std::string name = documents::referred_name(reference);
  if (!name.empty()) return names[language].contains(name) || names[report.row.source_language].contains(name);
  const std::string target = reference.substr(1);
  return target.starts_with("table-") || target.starts_with("figure-") || report.format->find(target) != nullptr;
}

}  // namespace

void count_markup(const Read& context, const OpenReport& report, std::span<SectionStatus> sections) {
  std::optional<Names> names;  // most reports have no reference
  for (SectionStatus& section : sections) {
    for (const TextView& text : section.texts) {
      const std::string& language = text.revision.language;
      const auto places = context.service.place_checks().find(context, text.revision);
      if (!places->references.empty() && !names) names = names_in(context, report);
      const auto unknown = std::ranges::count_if(places->references, [&](const std::string& reference) {
        return !leads_somewhere(report, *names, language, reference);
      });
      if (unknown == 0 && places->charts_not_drawn == 0) continue;
      section.markup[language] = {places->charts_not_drawn, static_cast<std::size_t>(unknown)};
    }
  }
}

}  // namespace usecases
