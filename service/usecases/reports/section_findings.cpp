#include "usecases/reports/section_findings.hpp"

#include <algorithm>

#include "domain/basis/message.hpp"
#include "usecases/reports/mend.hpp"

namespace usecases {
namespace {

using domain::finding_kind;
using domain::FindingKind;
using domain::Message;
using domain::say;
using domain::State;
using domain::TranslationState;

class Finder {
 public:
  Finder(const OpenReport& report, const SectionStatus& section, std::vector<ReportFinding>& findings)
      : report_(report), section_(section), findings_(findings) {}

  void look() {
    if (section_.row.state == State::empty && !section_.node->required) {
      found(finding_kind("optional_empty"), "", say("There is no text yet; the report may do without it."));
      return;
    }
    if (section_.row.lead.empty()) found(finding_kind("unassigned"), "", say("No agency leads this section yet."));
    look_at_state();
    look_at_source();
    if (section_.nothing_to_report) return;
    look_at_translations();
    look_at_pictures();
    look_at_terms();
    look_at_markup();
  }

 private:
  ReportFinding& found(const FindingKind& kind, const std::string& language, Message message) {
    findings_.push_back({&kind,
                         kind.level,
                         section_.row.id,
                         language,
                         0,
                         std::move(message),
                         mend_of(report_, section_, kind, language),
                         {}});
    return findings_.back();
  }

  void look_at_state() {
    if (section_.row.state == State::empty) {
      found(finding_kind("text_missing"), report_.row.source_language, say("There is no text yet."));
    } else if (section_.row.state == State::draft) {
      found(finding_kind("not_approved"), "", say("The section is a draft; the lead agency has not submitted it."));
    } else if (section_.row.state == State::returned) {
      found(finding_kind("returned"), "", say("The section was returned to the lead agency."));
    } else if (section_.row.state == State::in_review) {
      found(finding_kind("undecided"), "", say("The section is waiting at the review step '{0}'.", section_.step));
    }
    look_at_days();
  }

  // Of a section that is late nobody asks which of its agencies are.
  void look_at_days() {
    const FindingKind& overdue = finding_kind("overdue");
    if (section_.overdue) {
      found(overdue, "", say("The section was due on {0}.", section_.due_on));
      return;
    }
    for (const auto& [agency, day] : section_.row.agency_deadlines) {
      if (!report_.overdue(section_.row, agency)) continue;
      found(overdue, "", say("The agency '{0}' was to be done with its part of the section on {1}.", agency, day))
          .mend = {"contributor", agency, "", domain::finding_kinds::kWrite};
    }
  }

  void look_at_source() {
    const std::string& source = report_.row.source_language;
    if (!section_.carried_over.empty()) {
      found(finding_kind("carried_over"), source,
            say("The text was carried over from report '{0}'; nobody has edited or confirmed it yet.",
                section_.carried_over));
    }
    if (section_.limit == LimitState::over) {
      auto& over = found(finding_kind("over_limit"), source,
                         say("The text has {0} words; the limit is {1}.", section_.words, section_.node->limit.words));
      if (section_.node->limit.block) over.level = domain::FindingLevel::blocker;
    } else if (section_.limit == LimitState::warn) {
      found(finding_kind("near_limit"), source,
            say("The text has {0} words, close to the limit of {1}.", section_.words, section_.node->limit.words));
    }
  }

  void look_at_translations() {
    if (section_.texts.empty()) return;  // said once: the source text is missing
    for (const std::string& language : report_.row.languages) {
      if (language == report_.row.source_language) continue;
      const auto text =
          std::ranges::find(section_.texts, language, [](const TextView& t) { return t.revision.language; });
      look_at_translation(language, text == section_.texts.end() ? TranslationState::missing : text->translation);
    }
  }

  void look_at_translation(const std::string& language, TranslationState state) {
    if (state == TranslationState::missing) {
      found(finding_kind("translation_missing"), language, say("There is no translation yet."));
    } else if (state == TranslationState::stale) {
      found(finding_kind("translation_stale"), language, say("The source text was changed after it was translated."));
    } else if (state == TranslationState::unconfirmed) {
      found(finding_kind("translation_unconfirmed"), language, say("Nobody has confirmed this translation yet."));
    }
  }

  void look_at_pictures() {
    for (const auto& fault : section_.picture_faults) {
      if (fault.missing > 0) {
        found(finding_kind("picture_missing"), fault.language,
              say("The text places pictures that the section does not have. Number of them: {0}.", fault.missing));
      }
      if (fault.undescribed > 0) {
        found(finding_kind("picture_without_alternative"), fault.language,
              say("The text places pictures without an alternative text for those who cannot see them. Number of them: "
                  "{0}.",
                  fault.undescribed));
      }
    }
  }

  void look_at_terms() {
    for (const auto& [language, count] : section_.terms) {
      if (count.forbidden > 0) {
        found(finding_kind("forbidden_term"), language,
              say("The text uses forms that the report's glossary rejects. Number of places: {0}.", count.forbidden));
      }
      if (count.untranslated > 0) {
        found(finding_kind("term_missing"), language,
              say("The translation lacks the glossary's words for terms of the source text. Number of terms: {0}.",
                  count.untranslated));
      }
    }
  }

  void look_at_markup() {
    for (const auto& [language, count] : section_.markup) {
      if (count.charts_not_drawn > 0) {
        found(
            finding_kind("chart_not_drawn"), language,
            say("The text marks tables as charts that cannot be drawn. Number of them: {0}.", count.charts_not_drawn));
      }
      if (count.references_unknown > 0) {
        found(finding_kind("reference_unknown"), language,
              say("The text refers to sections, tables or figures that the report does not have. Number of them: {0}.",
                  count.references_unknown));
      }
    }
  }

  const OpenReport& report_;
  const SectionStatus& section_;
  std::vector<ReportFinding>& findings_;
};

}  // namespace

void find_in_section(const OpenReport& report, const std::vector<NamedGate>& gates, const SectionStatus& section,
                     std::vector<ReportFinding>& findings) {
  const std::size_t before = findings.size();
  Finder(report, section, findings).look();
  for (std::size_t i = before; i < findings.size(); ++i) {
    findings[i].gates = gates_stopped(gates, findings[i], &section.row);
  }
}

}  // namespace usecases
