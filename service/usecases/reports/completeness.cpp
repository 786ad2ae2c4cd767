#include "usecases/reports/completeness.hpp"

#include <algorithm>

#include "domain/message.hpp"

namespace usecases {
namespace {

using domain::say;
using domain::TranslationState;

class Judge {
 public:
  explicit Judge(ReportStatus& status) : status_(status) {}

  void section(const SectionStatus& section) {
    const bool empty = section.row.state == domain::State::empty;
    const bool approved = section.row.state == domain::State::approved;
    if (empty && !section.node->required) return;
    item(approved);
    if (section.row.lead.empty()) miss(section, "unassigned", "", say("No agency leads this section yet."));
    if (empty) {
      miss(section, "text_missing", status_.report.row.source_language, say("There is no text yet."));
    } else if (!approved) {
      miss(section, "not_approved", "", not_approved(section));
    }
    if (!section.carried_over.empty()) {
      miss(section, "carried_over", status_.report.row.source_language,
           say("The text was carried over from report '{0}'; nobody has edited or confirmed it yet.",
               section.carried_over));
    }
    if (section.limit == LimitState::over) {
      miss(section, "over_limit", status_.report.row.source_language,
           say("The text has {0} words; the limit is {1}.", section.words, section.node->limit.words));
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

  void miss(const SectionStatus& section, std::string code, std::string language, domain::Message message) {
    status_.missing.push_back({section.row.id, std::move(code), std::move(language), std::move(message), 0});
  }

  domain::Message not_approved(const SectionStatus& section) const {
    switch (section.row.state) {
      case domain::State::in_review:
        return say("The section is waiting at the review step '{0}'.", section.step);
      case domain::State::returned:
        return say("The section was returned to the lead agency.");
      default:
        return say("The section is a draft; the lead agency has not submitted it.");
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
        miss(section, "translation_missing", language, say("There is no translation yet."));
      } else if (state == TranslationState::stale) {
        miss(section, "translation_stale", language, say("The source text was changed after it was translated."));
      } else if (state == TranslationState::unconfirmed) {
        miss(section, "translation_unconfirmed", language, say("Nobody has confirmed this translation yet."));
      }
    }
  }

  // Without their names: the status is for everybody, the texts are not.
  void pictures(const SectionStatus& section) {
    for (const auto& fault : status_.picture_faults) {
      if (fault.section != section.row.id) continue;
      if (fault.missing > 0) {
        miss(section, "picture_missing", fault.language,
             say("The text places pictures that the section does not have. Number of them: {0}.", fault.missing));
      }
      if (fault.undescribed > 0) {
        miss(section, "picture_without_alternative", fault.language,
             say("The text places pictures without an alternative text for those who cannot see them. Number of them: "
                 "{0}.",
                 fault.undescribed));
      }
    }
  }

  // Says how many there are and not which: the status is seen by those too who may not read the text.
  void terms(const SectionStatus& section) {
    for (const auto& [language, count] : section.terms) {
      if (count.forbidden > 0) {
        mend(section, "forbidden_term", language,
             say("The text uses forms that the report's glossary rejects. Number of places: {0}.", count.forbidden));
      }
      if (count.untranslated > 0) {
        mend(section, "term_missing", language,
             say("The translation lacks the glossary's words for terms of the source text. Number of terms: {0}.",
                 count.untranslated));
      }
    }
  }

  void mend(const SectionStatus& section, std::string code, std::string language, domain::Message message) {
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
                              say("The counted sections have {0} words in all; the limit is {1}.",
                                  language.counted_words, status.report.format->limit.words),
                              0});
  }
  for (const domain::Promise& promise : status.promises) {
    if (promise.status != domain::PromiseStatus::open) continue;
    auto message = promise.source ? say("Promise {0} of report '{1}', section '{2}', has no answer yet.",
                                        promise.number, promise.source->report, promise.source->section)
                                  : say("Promise {0}, added by hand, has no answer yet.", promise.number);
    status.missing.push_back({"", "promise_open", "", std::move(message), promise.number});
  }
}

}  // namespace usecases
