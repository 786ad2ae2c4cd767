// From the last report's text to a checklist: declared in promises.hpp.
#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "documents/text/statements.hpp"
#include "store/people/agencies.hpp"
#include "store/report/sections.hpp"
#include "usecases/texts/promise_events.hpp"
#include "usecases/texts/promises.hpp"
#include "usecases/texts/texts.hpp"

namespace usecases {
namespace {

constexpr std::size_t kMostOfSection = 300;
constexpr int kAllPromises = 1'000'000;

// A text that all steps approved, as its statements.
struct ApprovedText {
  domain::Revision revision;
  std::shared_ptr<const std::vector<documents::Statement>> statements;
};

std::optional<ApprovedText> read_approved(const Read& context, const std::string& report, const std::string& section,
                                          const std::string& language) {
  auto text = find_last_word(context.tx, {report, section, language});
  if (!text || text->confirmed < text->revision) return std::nullopt;
  auto statements = context.groundwork.get<std::vector<documents::Statement>>(
      context.tx, "statements " + text->sha256, [&] { return text->markdown; }, documents::statements_of);
  return ApprovedText{std::move(*text), std::move(statements)};
}

bool holds_promises(const OpenReport& report, const std::string& section) {
  const auto* node = report.format->find(section);
  return node != nullptr && node->promises;
}

class Taking {
 public:
  Taking(const Read& context, const Write* writer, const OpenReport& report, const OpenReport& from)
      : context_(context), writer_(writer), report_(report), from_(from) {
    by_ = context.actor.as(context.actor.post_with(domain::Role::coordinator));
    for (const auto& promise : all_promises(report)) known_.insert(key_of(promise));
  }

  PromisesOfSection section(const domain::Section& there) {
    PromisesOfSection result;
    result.section = there.id;
    const auto source = read_approved(context_, from_.row.id, there.id, from_.row.source_language);
    if (!source || there.nothing_event) return result;
    if (source->statements->size() > kMostOfSection) {
      result.outcome = PromisesOutcome::too_many;
      return result;
    }
    result.outcome = PromisesOutcome::taken;
    for (auto& promise : promises_of(there, *source)) add(promise, result);
    return result;
  }

  UnsettledPromises unsettled() {
    UnsettledPromises result;
    for (const auto& promise : all_promises(from_)) {
      if (domain::is_settled(promise.status)) continue;
      domain::Promise again;
      again.report = report_.row.id;
      again.text = promise.text;
      again.source = promise.source;
      again.agency = if_active(promise.agency);
      again.by = by_;
      add(again, result);
    }
    return result;
  }

 private:
  // Report and section that a promise was first made in, and its words.
  using Key = std::tuple<std::string, std::string, std::string>;

  std::vector<domain::Promise> all_promises(const OpenReport& report) const {
    return store::list_promises(context_.tx, report.row.id, {}, 0, kAllPromises);
  }

  // The same words from the same section are the same promise, whatever translations it has.
  Key key_of(const domain::Promise& promise) const {
    const auto found = promise.text.find(from_.row.source_language);
    const std::string& words = (found == promise.text.end() ? promise.text.begin() : found)->second;
    const auto source = promise.source.value_or(domain::PromiseSource{});
    return {source.report, source.section, words};
  }

  // Puts the promise on the checklist, unless it is there, and says so in the result.
  void add(domain::Promise& promise, auto& result) {
    if (!known_.insert(key_of(promise)).second) {
      ++result.known;
      return;
    }
    result.added.push_back(promise.text);
    if (writer_ != nullptr) record_new_promise(*writer_, promise);
  }

  std::vector<domain::Promise> promises_of(const domain::Section& there, const ApprovedText& source) const {
    domain::Promise blank;
    blank.report = report_.row.id;
    blank.source = domain::PromiseSource{from_.row.id, there.id, {}};
    blank.agency = agency_for(there);
    blank.by = by_;
    std::vector<domain::Promise> promises(source.statements->size(), blank);
    put(promises, source);
    for (const std::string& language : report_.row.languages) {
      if (language == from_.row.source_language) continue;
      const auto translation = read_approved(context_, from_.row.id, there.id, language);
      const bool belongs = translation && translation->revision.source_revision == source.revision.revision;
      if (belongs && documents::are_aligned(*source.statements, *translation->statements)) put(promises, *translation);
    }
    return promises;
  }

  static void put(std::vector<domain::Promise>& promises, const ApprovedText& text) {
    for (std::size_t i = 0; i < promises.size(); ++i) {
      promises[i].text[text.revision.language] = (*text.statements)[i].text;
      promises[i].source->revisions[text.revision.language] = text.revision.revision;
    }
  }

  // Who leads the section today, else who led it then and still takes part.
  std::string agency_for(const domain::Section& there) const {
    const auto here = store::find_section(context_.tx, report_.row.id, there.id);
    if (here && !here->lead.empty()) return here->lead;
    return if_active(there.lead);
  }

  std::string if_active(const std::string& id) const {
    const auto agency = store::find_agency(context_.tx, id);
    return agency && agency->active ? id : "";
  }

  const Read& context_;
  const Write* writer_;  // null: nothing is saved
  const OpenReport& report_;
  const OpenReport& from_;
  domain::Author by_;
  std::set<Key> known_;
};

}  // namespace

std::string_view to_string(PromisesOutcome outcome) {
  switch (outcome) {
    case PromisesOutcome::taken:
      return "taken";
    case PromisesOutcome::too_many:
      return "too_many";
    case PromisesOutcome::nothing_there:
      break;
  }
  return "nothing_there";
}

TakenPromises take_promises(const Read& context, const Write* writer, const OpenReport& report,
                            const OpenReport& from) {
  Taking taking(context, writer, report, from);
  TakenPromises results;
  for (const auto& there : store::list_sections(context.tx, from.row.id)) {
    const bool text = from.node(there.id).kind == domain::NodeKind::text;
    if (text && (holds_promises(from, there.id) || holds_promises(report, there.id))) {
      results.sections.push_back(taking.section(there));
    }
  }
  results.unsettled = taking.unsettled();
  return results;
}

}  // namespace usecases
