#include "usecases/texts/carry_over.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/basis/message.hpp"
#include "store/report/sections.hpp"
#include "usecases/frame/faults.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

OpenReport open_source(const Read& context, const Prefill& wanted) {
  if (wanted.from == wanted.report)
    throw_invalid("/from", Fault::does_not_fit, say("Name another report, that of the previous cycle."));
  if (!store::find_report(context.tx, wanted.from)) {
    throw_invalid("/from", Fault::does_not_exist, say("There is no report '{0}'.", wanted.from));
  }
  return open_report(context, wanted.from);
}

// The source language first: translations are made from it.
std::vector<std::string> languages_of(const OpenReport& report, const Prefill& wanted) {
  std::vector<std::string> languages{report.row.source_language};
  for (auto& language : languages_asked(report.row, wanted.languages)) {
    if (language != report.row.source_language) languages.push_back(std::move(language));
  }
  return languages;
}

OpenReport checked_source(const Read& context, const OpenReport& report, const Prefill& wanted) {
  Faults faults;
  std::optional<OpenReport> source;
  faults.gather([&] { source = open_source(context, wanted); });
  faults.gather([&] { languages_of(report, wanted); });
  faults.refuse();
  return std::move(*source);
}

// The revision in the source language of its report that a text goes back to.
std::int64_t root_of(const domain::Revision& text) { return text.source_revision.value_or(text.revision); }

class CarryOver {
 public:
  // writer: null where nothing is to be saved.
  CarryOver(const Read& context, const Write* writer, const Prefill& wanted)
      : context_(context),
        writer_(writer),
        report_(open_report(context, wanted.report)),
        from_(checked_source(context, report_, wanted)),
        languages_(languages_of(report_, wanted)) {}

  PrefilledSection section(const std::string& id) const {
    PrefilledSection result;
    result.section = id;
    result.outcome = judge(id);
    if (result.outcome != CarryOutcome::carried_over) return result;
    const auto source = find_last_word(context_.tx, {from_.row.id, id, report_.row.source_language}).value();
    std::set<std::string> placed;
    for (const std::string& language : languages_) result.texts.push_back(text(id, language, source, placed));
    PictureWay way{from_.row.id, report_.row.id, id};
    if (source.confirmed > 0) {
      way.as_of = store::last_approved_moment(context_.tx, from_.row.id, id, source.language).value_or(store::kNow);
    }
    result.pictures = carry_pictures(context_, writer_, way, placed);
    return result;
  }

  TakenPromises promises() const {
    auto taken = take_promises(context_, writer_, report_, from_);
    if (shows_texts(context_.actor)) return taken;
    const auto hide = [](std::vector<domain::LocalizedText>& texts) { texts.assign(texts.size(), {}); };
    for (auto& section : taken.sections) hide(section.added);
    hide(taken.unsettled.added);
    return taken;
  }

  std::vector<std::string> sections_with_texts() const {
    std::vector<std::string> ids;
    for (const auto& row : store::list_sections(context_.tx, report_.row.id)) {
      if (report_.node(row.id).kind == domain::NodeKind::text) ids.push_back(row.id);
    }
    return ids;
  }

 private:
  CarryOutcome judge(const std::string& id) const {
    const auto here = store::find_section(context_.tx, report_.row.id, id);
    if (!here) return CarryOutcome::no_such_section;
    if (report_.node(id).kind == domain::NodeKind::group) return CarryOutcome::heading_only;
    if (!store::texts_of_section(context_.tx, report_.row.id, id).empty()) return CarryOutcome::has_text;
    if (here->nothing_event) return CarryOutcome::declared;
    const auto there = store::find_section(context_.tx, from_.row.id, id);
    if (!there || there->nothing_event) return CarryOutcome::nothing_there;
    const auto source = find_last_word(context_.tx, {from_.row.id, id, report_.row.source_language});
    if (!source || reading_of(context_, checked_before(*source))->says_nothing) return CarryOutcome::nothing_there;
    if (source->confirmed == 0 && !may_be_shown(*here, *there)) return CarryOutcome::not_shared;
    return CarryOutcome::carried_over;
  }

  // A draft that no review approved: whoever may read it here must have been able to read it there.
  bool may_be_shown(const domain::Section& here, const domain::Section& there) const {
    if (from_.row.shared()) return true;
    if (report_.row.shared()) return false;
    const auto involved = [&](const std::string& agency) { return from_.assignment(there).involves(agency); };
    return (here.lead.empty() || involved(here.lead)) && std::ranges::all_of(here.contributors, involved);
  }

  // Adds the pictures that the text places.
  PrefilledText text(const std::string& id, const std::string& language, const domain::Revision& source,
                     std::set<std::string>& placed) const {
    PrefilledText result;
    result.language = language;
    const auto there = find_last_word(context_.tx, {from_.row.id, id, language});
    if (!there) return result;
    result.from_revision = there->revision;
    result.approved = there->confirmed >= there->revision;
    result.words = there->words;
    const bool belongs = root_of(*there) == root_of(source);
    result.outcome = belongs ? CarryOutcome::carried_over : CarryOutcome::outdated;
    // Beside an approved text only what was approved with it, or for it since.
    if (belongs && source.confirmed > 0 && there->confirmed == 0) result.outcome = CarryOutcome::not_approved;
    if (result.outcome != CarryOutcome::carried_over) return result;
    for (const auto& picture : reading_of(context_, checked_before(*there))->placed) placed.insert(picture.name);
    if (writer_ != nullptr) save(*there);
    return result;
  }

  void save(const domain::Revision& there) const {
    SaveText command;
    command.key = {report_.row.id, there.section, there.language};
    command.text = checked_before(there);
    command.carried_over = domain::CarriedFrom{from_.row.id, there.revision};
    save_text(*writer_, command);
  }

  const Read& context_;
  const Write* writer_;
  OpenReport report_;
  OpenReport from_;
  std::vector<std::string> languages_;
};

void save_again(const Write& context, const domain::Revision& text, const std::string& reason) {
  SaveText command;
  command.key = {text.report, text.section, text.language};
  command.text =
      checked_before(store::find_revision(context.tx, text.report, text.section, text.language, text.revision).value());
  command.note = reason;
  command.expected = Expected::version(text.revision);
  command.even_if_unchanged = true;
  save_text(context, command);
}

}  // namespace

std::string_view to_string(CarryOutcome outcome) {
  switch (outcome) {
    case CarryOutcome::carried_over:
      return "carried_over";
    case CarryOutcome::has_text:
      return "has_text";
    case CarryOutcome::declared:
      return "declared_nothing";
    case CarryOutcome::no_such_section:
      return "no_such_section";
    case CarryOutcome::heading_only:
      return "heading_only";
    case CarryOutcome::outdated:
      return "outdated";
    case CarryOutcome::not_approved:
      return "not_approved";
    case CarryOutcome::not_shared:
      return "not_shared";
    case CarryOutcome::nothing_there:
      break;
  }
  return "nothing_there";
}

namespace {

PrefillResult prefill(const Read& context, const Write* writer, const Prefill& wanted) {
  require_role(context.actor, {domain::Role::coordinator});
  const CarryOver carry(context, writer, wanted);
  PrefillResult results;
  for (const auto& id : wanted.sections ? *wanted.sections : carry.sections_with_texts()) {
    results.sections.push_back(carry.section(id));
  }
  if (wanted.promises) results.promises = carry.promises();
  return results;
}

}  // namespace

PrefillResult check_prefill(const Read& context, const Prefill& wanted) { return prefill(context, nullptr, wanted); }

PrefillResult prefill_report(const Write& context, const Prefill& wanted) {
  return prefill(context.as_read(), &context, wanted);
}

std::map<std::string, std::int64_t> confirm_carried_over(const Write& context, const OpenReport& report,
                                                         const std::string& section,
                                                         std::map<std::string, std::int64_t> named,
                                                         const std::string& reason) {
  const auto texts = store::texts_of_section(context.tx, report.row.id, section);
  const domain::Revision& source = texts.at(report.row.source_language);
  save_again(context, source, reason);
  for (const auto& [language, text] : texts) {
    const bool came_with_it = text.carried_over && text.source_revision == source.revision;
    if (came_with_it && named.contains(language)) save_again(context, text, reason);
  }
  const auto saved = store::texts_of_section(context.tx, report.row.id, section);
  for (auto& [language, revision] : named) revision = saved.at(language).revision;
  return named;
}

}  // namespace usecases
