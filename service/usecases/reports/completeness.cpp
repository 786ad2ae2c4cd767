#include "usecases/reports/completeness.hpp"

#include <algorithm>

namespace usecases {
namespace {

using domain::TranslationState;

class Judge {
 public:
  explicit Judge(ReportStatus& status) : status_(status) {}

  void section(const SectionStatus& section) {
    const bool empty = section.row.state == domain::State::empty;
    const bool approved = section.row.state == domain::State::approved;
    if (empty && !section.node->required) return;
    item(approved);
    if (section.row.lead.empty()) miss(section, "unassigned", "", "No agency leads this section yet.");
    if (empty) {
      miss(section, "text_missing", status_.report.row.source_language, "There is no text yet.");
    } else if (!approved) {
      miss(section, "not_approved", "", not_approved(section));
    }
    if (!section.carried_over.empty()) {
      miss(section, "carried_over", status_.report.row.source_language,
           "The text was carried over from report '" + section.carried_over +
               "'; nobody has edited or confirmed it yet.");
    }
    if (section.limit == LimitState::over) {
      miss(section, "over_limit", status_.report.row.source_language,
           "The text has " + std::to_string(section.words) + " words; the limit is " +
               std::to_string(section.node->limit.words) + ".");
    }
    if (section.nothing_to_report) return;
    translations(section);
    pictures(section);
    terms(section);
  }

  int percent() const { return items_ == 0 ? 100 : done_ * 100 / items_; }

 private:
  void item(bool done) {
    ++items_;
    done_ += done ? 1 : 0;
  }

  void miss(const SectionStatus& section, std::string code, std::string language, std::string message) {
    status_.missing.push_back({section.row.id, std::move(code), std::move(language), std::move(message), 0});
  }

  std::string not_approved(const SectionStatus& section) const {
    switch (section.row.state) {
      case domain::State::in_review:
        return "The section waits at the review step '" + section.step + "'.";
      case domain::State::returned:
        return "The section was returned to the lead agency.";
      default:
        return "The section is a draft; the lead agency has not submitted it.";
    }
  }

  void translations(const SectionStatus& section) {
    for (const std::string& language : status_.report.row.languages) {
      if (language == status_.report.row.source_language) continue;
      const auto text =
          std::ranges::find(section.texts, language, [](const TextView& t) { return t.revision.language; });
      const auto state = text == section.texts.end() ? TranslationState::missing : text->translation;
      item(state == TranslationState::current && section.row.state == domain::State::approved);
      if (section.texts.empty()) continue;  // said once: the source text is missing
      if (state == TranslationState::missing) {
        miss(section, "translation_missing", language, "There is no translation yet.");
      } else if (state == TranslationState::stale) {
        miss(section, "translation_stale", language, "The source text was changed after it was translated.");
      } else if (state == TranslationState::unconfirmed) {
        miss(section, "translation_unconfirmed", language, "Nobody has confirmed this translation yet.");
      }
    }
  }

  // Without their names: the status is for everybody, the texts are not.
  void pictures(const SectionStatus& section) {
    for (const auto& fault : status_.picture_faults) {
      if (fault.section != section.row.id) continue;
      if (fault.missing > 0) {
        miss(section, "picture_missing", fault.language,
             "The text places " + counted(fault.missing) + " that the section does not have.");
      }
      if (fault.undescribed > 0) {
        miss(
            section, "picture_without_alternative", fault.language,
            "The text places " + counted(fault.undescribed) + " without an alternative text for those who cannot see.");
      }
    }
  }

  // Says how many there are and not which: the status is seen by those too who may not read the text.
  void terms(const SectionStatus& section) {
    for (const auto& [language, count] : section.terms) {
      if (count.forbidden > 0) {
        mend(section, "forbidden_term", language,
             "The text uses forms that the report's glossary does not want, in " + places(count.forbidden) + ".");
      }
      if (count.untranslated > 0) {
        mend(section, "term_missing", language,
             "The translation lacks the glossary's words for terms of the source text, for " +
                 std::to_string(count.untranslated) + " of them.");
      }
    }
  }

  static std::string counted(std::int64_t pictures) {
    return pictures == 1 ? "a picture" : std::to_string(pictures) + " pictures";
  }

  static std::string places(std::size_t count) { return std::to_string(count) + (count == 1 ? " place" : " places"); }

  void mend(const SectionStatus& section, std::string code, std::string language, std::string message) {
    miss(section, std::move(code), std::move(language), std::move(message));
    status_.missing.back().blocking = false;
  }

  ReportStatus& status_;
  int items_ = 0;
  int done_ = 0;
};

}  // namespace

void judge_completeness(ReportStatus& status) {
  Judge judge(status);
  for (const SectionStatus& section : status.sections) judge.section(section);
  status.completeness_percent = judge.percent();
  for (const LanguageStatus& language : status.languages) {
    if (language.limit != LimitState::over || !status.agency.empty()) continue;
    status.missing.push_back({"", "report_over_limit", language.language,
                              "The counted sections have " + std::to_string(language.counted_words) +
                                  " words in all; the limit is " + std::to_string(status.report.format->limit.words) +
                                  ".",
                              0});
  }
  for (const domain::Promise& promise : status.promises) {
    if (promise.status != domain::PromiseStatus::open) continue;
    const std::string origin =
        promise.source ? "of report '" + promise.source->report + "', section '" + promise.source->section + "',"
                       : "added by hand";
    status.missing.push_back({"", "promise_open", "",
                              "Promise " + std::to_string(promise.number) + " " + origin + " has no answer yet.",
                              promise.number});
  }
}

}  // namespace usecases
