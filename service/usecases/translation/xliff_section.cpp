#include "usecases/translation/xliff_section.hpp"

#include <map>
#include <utility>

#include "documents/text/excerpt.hpp"
#include "documents/text/text_check.hpp"
#include "documents/translation/translation_compose.hpp"
#include "domain/basis/error.hpp"
#include "domain/text/diff.hpp"
#include "usecases/reports/sections.hpp"
#include "usecases/translation/translation_offers.hpp"
#include "usecases/translation/xliff_export.hpp"

namespace usecases {
namespace {

using documents::TextUnits;
using domain::Message;
using domain::say;

constexpr std::size_t kMostRemarks = 50;
constexpr std::size_t kMostDiffBytes = 64U << 10U;  // of one section
constexpr const char* kCut = "\n[The difference is longer than is shown here.]\n";
constexpr std::size_t kMostNamed = 10;  // of the units that cannot be written: each takes some searching

std::string name_of(std::size_t unit) { return "u" + std::to_string(unit + 1); }

bool same_source(const documents::XliffReadUnit& given, const documents::TextUnit& unit) {
  documents::XliffParts parts;
  for (const auto& part : unit.parts) parts.push_back({part.kind, part.text});
  return documents::plain_text(parts) == documents::plain_text(given.source);
}

class Section {
 public:
  Section(const Read& context, const OpenReport& report, const std::string& language)
      : context_(context), report_(report), language_(language) {}

  TakenSection take(const documents::XliffReadFile& file) {
    result_.section = file.id;
    const auto id = XliffFileId::parse(file.id);
    const auto row = id ? store::find_section(context_.tx, report_.row.id, id->section) : std::nullopt;
    if (!row)
      return end("invalid", say("The file was not given out by this service: its id names no section and revision."));
    result_.section = row->id;
    result_.source_revision = id->source;
    if (const auto refusal = refusal_of(*row); !refusal.empty()) return end("refused", refusal);
    const auto source = revision(report_.row.source_language, id->source);
    if (!source) return end("invalid", say("The source text has no revision {0}.", id->source));
    const auto present = id->translation > 0 ? revision(language_, id->translation) : std::nullopt;
    if (id->translation > 0 && !present) {
      return end("invalid", say("The translation has no revision {0}.", id->translation));
    }
    note_source_change(*source);
    return take_units(file, *source, present);
  }

 private:
  // What is wrong is told before what is missing: of the one a person has to make something, the other comes with time.
  TakenSection end(const char* result, Message message) {
    result_.result = result;
    result_.message = std::move(message);
    if (result_.stale) {
      auto what_changed =
          say("The source text has reached revision {0}, and this translates revision {1}. Fetch the file again for "
              "what changed.",
              newest_source_, *result_.source_revision);
      result_.message =
          result_.message.empty() ? std::move(what_changed) : say("{0} {1}", result_.message, what_changed);
    }
    result_.units = std::move(faults_);
    result_.units.insert(result_.units.end(), missing_.begin(), missing_.end());
    if (result_.units.size() > kMostRemarks) result_.units.resize(kMostRemarks);
    return {std::move(result_), std::nullopt};
  }

  Message refusal_of(const domain::Section& row) const {
    if (!domain::may_read_text(context_.actor, report_.assignment(row), report_.row.shared())) {
      return say("You may not read the texts of this section.");
    }
    try {
      require_text_node(report_, row.id);
      const auto texts = store::texts_of_section(context_.tx, report_.row.id, row.id);
      require_allowed(report_, row, situation_of(context_, report_, row, texts, language_),
                      domain::Action::save_translation);
    } catch (const domain::Error& error) {
      return error.message();
    }
    return {};
  }

  std::optional<domain::Revision> revision(const std::string& language, std::int64_t number) const {
    return store::find_revision(context_.tx, report_.row.id, result_.section, language, number);
  }

  void note_source_change(const domain::Revision& source) {
    auto newest = revision(report_.row.source_language, 0);
    if (newest->revision == source.revision) return;
    result_.stale = true;
    newest_source_ = newest->revision;
    if (shows_texts(context_.actor)) result_.source_change = TextPair{source, std::move(*newest)};
  }

  TakenSection take_units(const documents::XliffReadFile& file, const domain::Revision& source,
                          const std::optional<domain::Revision>& present) {
    const TextUnits text(source.markdown);
    const auto offers = offers_of(text, source, present);
    std::map<std::string, const documents::XliffReadUnit*> given;
    for (const auto& unit : file.units) given.emplace(unit.id, &unit);
    std::vector<documents::UnitParts> targets;
    for (std::size_t i = 0; i < text.units().size(); ++i) {
      const auto found = given.find(name_of(i));
      const auto* unit = found == given.end() ? nullptr : found->second;
      targets.push_back(target_of(name_of(i), unit, text.units()[i], offers[i]));
      if (found != given.end()) given.erase(found);
    }
    for (const auto& [name, unit] : given) fault(name, say("The source text does not have this unit."));
    if (!faults_.empty()) {
      return end("invalid", say("Some units differ from those of the source text. Nothing was saved."));
    }
    if (!missing_.empty()) return end("incomplete", say("Some units have no translation yet. Nothing was saved."));
    return compose(source, present, targets);
  }

  // What the file offered when it was given out, so that an old unit that nobody touched is not taken for translated.
  Offers offers_of(const TextUnits& text, const domain::Revision& source,
                   const std::optional<domain::Revision>& present) const {
    const auto then = present ? present->source_revision.value_or(source.revision) : source.revision;
    if (then == source.revision) return Offers(text.units().size());
    return offers_for(text, TextUnits(revision(report_.row.source_language, then).value().markdown),
                      TextUnits(present->markdown));
  }

  void fault(const std::string& unit, Message message) {
    if (faults_.size() < kMostRemarks) faults_.push_back({unit, std::move(message)});
  }

  void miss(const std::string& unit, Message message) {
    if (missing_.size() < kMostRemarks) missing_.push_back({unit, std::move(message)});
  }

  documents::UnitParts target_of(const std::string& name, const documents::XliffReadUnit* given,
                                 const documents::TextUnit& unit, const Offer& offer) {
    documents::Target target;
    if (given != nullptr && given->target) target = documents::fit_target(*given->target, unit);
    if (given != nullptr && !given->fault.empty()) target.fault = given->fault;
    if (given != nullptr && !same_source(*given, unit)) target.fault = say("its source text is not that of the report");
    if (!target.fault.empty()) {
      fault(name, say("This unit cannot be used: {0}.", target.fault));
      return {};
    }
    const bool missing = given == nullptr || !given->target;
    const bool untouched = !missing && given->initial && offer.old && offer.parts == target.parts;
    if (!missing && !untouched) return std::move(target.parts);
    if (!documents::has_words(unit)) return unit.parts;
    const bool shown = shows_texts(context_.actor);
    miss(name, !missing ? say("The source changed, and the translation is still the old one, marked as initial.")
               : shown  ? say("There is no translation of: {0}", documents::excerpt(documents::text_of(unit.parts)))
                        : say("There is no translation of this unit."));
    return {};
  }

  TakenSection compose(const domain::Revision& source, const std::optional<domain::Revision>& present,
                       const std::vector<documents::UnitParts>& targets) {
    SaveText save;
    save.key = {report_.row.id, result_.section, language_};
    save.source_revision = source.revision;
    if (present) save.expected = Expected::version(present->revision);
    try {
      save.text = check_markdown(documents::check_text(documents::compose_translation(
          source.markdown, present ? std::optional(present->markdown) : std::nullopt, targets)));
    } catch (const documents::Unwritable& error) {
      name_unwritable(source, targets);
      return end("invalid", error.message());
    } catch (const domain::Error& error) {
      return end("invalid", error.message());
    }
    if (shows_texts(context_.actor)) result_.diff = diff_to(save.text.markdown, present);
    auto taken = end("saved", {});
    taken.save = std::move(save);
    return taken;
  }

  // The file may come from somebody else than the one who sends it, so he is told all that it changes.
  std::string diff_to(const std::string& markdown, const std::optional<domain::Revision>& present) const {
    const std::string name = result_.section + "." + language_ + ".";
    std::string diff = domain::unified_diff(present ? present->markdown : "", markdown,
                                            name + std::to_string(present ? present->revision : 0), name + "file");
    if (diff.size() > kMostDiffBytes) diff.replace(diff.rfind('\n', kMostDiffBytes), std::string::npos, kCut);
    return diff;
  }

  void name_unwritable(const domain::Revision& source, const std::vector<documents::UnitParts>& targets) {
    for (const auto unit : documents::unwritable_units(source.markdown, targets, kMostNamed)) {
      fault(name_of(unit), say("This unit cannot be used: {0}.", documents::why_unwritable(targets[unit])));
    }
  }

  const Read& context_;
  const OpenReport& report_;
  const std::string& language_;
  std::vector<UnitRemark> faults_;
  std::vector<UnitRemark> missing_;
  ImportedSection result_;
  std::int64_t newest_source_ = 0;  // where it is stale
};

}  // namespace

TakenSection take_section(const Read& context, const OpenReport& report, const std::string& language,
                          const documents::XliffReadFile& file) {
  return Section(context, report, language).take(file);
}

}  // namespace usecases
