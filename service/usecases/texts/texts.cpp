#include "usecases/texts/texts.hpp"

#include <algorithm>

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/report/pictures.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/texts/text_pictures.hpp"

namespace usecases {
namespace {

using domain::Action;
using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

Action action_of(const OpenReport& report, const SaveText& command) {
  if (command.key.language != report.row.source_language) return Action::save_translation;
  return command.minor ? Action::save_minor : Action::save_text;
}

void check_precondition(const SaveText& command, const domain::Revision* newest) {
  if (newest == nullptr) {
    if (!command.expected.is_given()) return;
    throw Error(ErrorCode::stale, "stale",
                say("There is no text here yet; send If-None-Match: * to save the first one."));
  }
  if (command.expected.fits(newest->revision)) return;
  throw Error(ErrorCode::stale, "stale",
              say("Revision {0} was saved by {1} at {2}. Compare it with your text, then save again on top of it. Your "
                  "text was not saved.",
                  newest->revision, newest->author.known_as(), domain::format_time(newest->saved_at)))
      .with({"current_revision", newest->revision})
      .with({"saved_by", newest->author})
      .with({"saved_at", domain::format_time(newest->saved_at)});
}

std::int64_t source_revision_of(const SaveText& command, const domain::Revision& source) {
  const std::int64_t wanted = command.source_revision.value_or(source.revision);
  if (wanted < 1 || wanted > source.revision) {
    throw_invalid("/source_revision", Fault::out_of_range,
                  say("The source text has revisions 1 to {0}.", source.revision));
  }
  return wanted;
}

domain::Revision make_revision(domain::Millis now, const OpenReport& report, const SaveText& command,
                               const domain::Texts& texts) {
  domain::Revision revision;
  revision.report = command.key.report;
  revision.section = command.key.section;
  revision.language = command.key.language;
  const auto newest = texts.find(command.key.language);
  revision.revision = newest == texts.end() ? 1 : newest->second.revision + 1;
  revision.confirmed = newest == texts.end() ? 0 : newest->second.confirmed;
  revision.markdown = command.text.markdown;
  revision.sha256 = command.text.sha256;
  Faults faults;
  if (command.note) faults.gather([&] { revision.note = check_remark(*command.note, "/note"); });
  if (command.key.language != report.row.source_language) {
    faults.gather(
        [&] { revision.source_revision = source_revision_of(command, texts.at(report.row.source_language)); });
  } else if (command.source_revision) {
    faults.add("/source_revision", Fault::does_not_fit, say("Only a translation is made from a source revision."));
  }
  if (command.reason) faults.gather([&] { revision.reason = check_remark(*command.reason, "/reason"); });
  faults.refuse();
  revision.minor = command.minor;
  revision.carried_over = command.carried_over;
  revision.saved_at = now;
  return revision;
}

nlohmann::json describe(const domain::Revision& revision) {
  nlohmann::json data{{"language", revision.language},
                      {"revision", revision.revision},
                      {"sha256", revision.sha256},
                      {"words", revision.words}};
  data["note_sha256"] = revision.note ? nlohmann::json(store::sha256_hex(*revision.note)) : nlohmann::json();
  if (revision.source_revision) data["source_revision"] = *revision.source_revision;
  if (revision.minor) data["minor"] = true;
  if (revision.reason) data["reason"] = *revision.reason;
  if (revision.carried_over) {
    data["carried_over_from"] = {{"report", revision.carried_over->report},
                                 {"revision", revision.carried_over->revision}};
  }
  return data;
}

void store_revision(const Write& context, domain::Section& section, domain::Revision& revision, domain::Move move,
                    const std::optional<std::int64_t>& form_base) {
  nlohmann::json data = describe(revision);
  if (form_base) data["form_base"] = *form_base;
  const bool moved = move.state != section.state;
  if (moved) data["state"] = domain::to_string(move.state);
  revision.event =
      store::append_event(context.tx, "text.saved", {revision.report, revision.section}, revision.author, data);
  store::insert_revision(context.tx, revision);
  if (revision.minor) {
    store::confirm_revision(context.tx, revision, revision.event);
    revision.confirmed = revision.revision;
  }
  if (!moved) return;
  section.state = move.state;
  section.step = move.step;
  section.state_since = context.tx.now;
  section.nothing_event.reset();
  store::update_section(context.tx, section, revision.event);
  ++section.version;  // as in the database
}

TextView view_of(const OpenReport& report, const domain::Section& section, domain::Texts texts,
                 domain::Revision revision) {
  const std::string language = revision.language;
  texts[language] = std::move(revision);
  auto views = view_texts(report, section, texts);
  return std::move(*std::ranges::find(views, language, [](const TextView& text) { return text.revision.language; }));
}

SavedText text_as_saved(const Read& context, const OpenReport& report, const domain::Section& section,
                        const domain::Texts& texts, const std::string& language, bool unchanged) {
  auto actions = domain::allowed_actions(situation_of(context, report, section, texts));
  return {view_of(report, section, texts, texts.at(language)),
          section.state,
          report.node(section.id).limit,
          std::move(actions),
          unchanged,
          {},
          {},
          {},
          {}};
}

// Reading such a text takes longer than judging whether it may be saved.
constexpr std::size_t kLongText = 64 * 1024;  // bytes

// A save that was judged and may be carried out.
struct JudgedSave {
  OpenReport report;
  domain::Section section;
  domain::Texts texts;
  domain::Situation situation;
  Action action;
  domain::Revision revision;
  std::shared_ptr<const TextReading> reading = nullptr;
  std::vector<TermWarning> terms = {};
  bool unchanged = false;  // the newest revision says the same
};

void require_worth_saving(const TextReading& reading) {
  if (!reading.objection.empty()) throw Error(ErrorCode::invalid, "text_too_large", reading.objection);
  if (!reading.says_nothing) return;
  throw Error(ErrorCode::invalid, "empty_text",
              say("Nothing of this text would be visible: it has no words, signs or pictures. Write the text; if there "
                  "is nothing to report, the head of the lead agency declares that, with a reason."));
}

// What a text is compared with for its terms: only a translation of the newest source text is.
const domain::Revision* compared_source(const Read& context, const JudgedSave& save) {
  const auto source = save.texts.find(save.report.row.source_language);
  const bool compared = save.revision.source_revision && save.revision.source_revision == source->second.revision &&
                        shows_texts(context.actor);  // what a translation lacks are words of its source
  return compared ? &source->second : nullptr;
}

// What an earlier report said is taken over as it is: documents show it within their own limits. Of that, and of a text
// that stands there already, nobody is told the terms.
void look_at_text(const Read& context, const SaveText& command, JudgedSave& save) {
  const std::string& language = command.key.language;
  const bool told_terms = !command.carried_over && !command.even_if_unchanged;
  const auto* source = told_terms ? compared_source(context, save) : nullptr;
  const auto asked = told_terms ? terms_to_look_for(context, save.report, language, source) : TermsAsked{};
  save.reading = reading_of(context, command.text, asked);
  save.revision.words = save.reading->words;
  if (command.carried_over) return;
  require_worth_saving(*save.reading);
  save.terms = term_warnings(context, *save.reading, language, source);
  require_few_repetitions(context, save.section, save.reading->placed);
}

JudgedSave judge_save(const Read& context, domain::Millis now, const SaveText& command) {
  JudgedSave save{open_report(context, command.key.report), {}, {}, {}, Action::save_text, {}};
  save.section = open_section(context, command.key.report, command.key.section);
  require_language(save.report, command.key.language);
  require_text_node(save.report, save.section.id);
  save.texts = store::texts_of_section(context.tx, save.report.row.id, save.section.id);
  save.situation = situation_of(context, save.report, save.section, save.texts, command.key.language);
  save.action = action_of(save.report, command);
  require_allowed(save.report, save.section, save.situation, save.action);
  if (!command.reason && !domain::asks_reason(save.situation, save.action).empty())
    throw_invalid("/reason", Fault::missing, say("Give the reason why the approved text is changed."));
  const auto newest = save.texts.find(command.key.language);
  const bool first = newest == save.texts.end();
  check_precondition(command, first ? nullptr : &newest->second);
  save.revision = make_revision(now, save.report, command, save.texts);
  save.revision.author = context.actor.as(
      domain::post_for(context.actor, save.report.assignment(save.section), save.action, command.key.language));
  look_at_text(context, command, save);
  save.unchanged = !command.even_if_unchanged && !first && newest->second.sha256 == save.revision.sha256 &&
                   newest->second.source_revision == save.revision.source_revision;
  return save;
}

SavedText answer_of(const Read& context, JudgedSave save) {
  const std::string language = save.revision.language;
  if (!save.unchanged) {
    save.revision.markdown.clear();
    save.texts[language] = std::move(save.revision);
  }
  auto result = text_as_saved(context, save.report, save.section, save.texts, language, save.unchanged);
  judge_pictures(context, save.section, save.reading->placed, result);
  result.terms = std::move(save.terms);
  result.not_shown = save.reading->not_shown;
  return result;
}

}  // namespace

void read_ahead(Service& service, const domain::Actor& actor, Groundwork& groundwork, const SaveText& command) {
  const bool is_long = command.text.markdown.size() > kLongText;
  const auto asked = service.term_checks().last_asked(command.key.report, command.key.language);
  if (!is_long && asked) return read_ahead(groundwork, command.text, *asked);
  service.read(actor, groundwork, [&](const Read& context) { judge_save(context, service.now(), command); });
}

SavedText save_text(const Write& context, const SaveText& command) {
  auto save = judge_save(context.as_read(), context.tx.now, command);
  if (!save.unchanged) {
    store_revision(context, save.section, save.revision, domain::move(save.situation, save.action), command.form_base);
    store::insert_placed_pictures(context.tx, save.revision.event, save.reading->placed);
  }
  return answer_of(context.as_read(), std::move(save));
}

SavedText check_save(const Read& context, const SaveText& command) {
  return answer_of(context, judge_save(context, context.service.now(), command));
}

std::optional<domain::Revision> find_last_word(store::ReadTx& tx, const TextKey& key) {
  auto newest = store::find_revision(tx, key.report, key.section, key.language);
  if (!newest || newest->confirmed == 0 || newest->confirmed == newest->revision) return newest;
  return store::find_revision(tx, key.report, key.section, key.language, newest->confirmed);
}

TextView get_text(const Read& context, const TextKey& key, std::int64_t revision) {
  const OpenReport report = open_report(context, key.report);
  const auto section = open_section(context, key.report, key.section);
  require_language(report, key.language);
  require_reader(context, report, section);
  auto found = store::find_revision(context.tx, key.report, key.section, key.language, revision);
  if (!found) {
    throw Error(ErrorCode::not_found, "not_found",
                revision == 0 ? say("Section '{0}' has no text in '{1}' yet.", key.section, key.language)
                              : say("This text does not have a revision {0}.", revision));
  }
  auto texts = store::texts_of_section(context.tx, key.report, key.section);
  return view_of(report, section, std::move(texts), std::move(*found));
}

std::vector<TextView> list_revisions(const Read& context, const TextKey& key, std::int64_t below, int limit) {
  const OpenReport report = open_report(context, key.report);
  const auto section = open_section(context, key.report, key.section);
  require_language(report, key.language);
  require_reader(context, report, section);
  const auto texts = store::texts_of_section(context.tx, key.report, key.section);
  std::vector<TextView> views;
  for (auto& revision : store::list_revisions(context.tx, key.report, key.section, key.language, below, limit)) {
    views.push_back(view_of(report, section, texts, std::move(revision)));
  }
  return views;
}

TextPair get_pair(const Read& context, const TextKey& key, std::optional<std::int64_t> from, std::int64_t to) {
  TextPair pair;
  pair.to = get_text(context, key, to).revision;
  const std::int64_t before = from.value_or(pair.to.revision - 1);
  if (before > 0) pair.from = get_text(context, key, before).revision;
  return pair;
}

}  // namespace usecases
