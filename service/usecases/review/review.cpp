#include "usecases/review/review.hpp"

#include <algorithm>
#include <array>

#include "domain/basis/message.hpp"
#include "store/log/events.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/texts/carry_over.hpp"

namespace usecases {
namespace {

using domain::Action;
using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

std::string_view event_type(Action action) {
  switch (action) {
    case Action::submit:
      return "section.submitted";
    case Action::declare_nothing:
      return "section.declared_nothing";
    case Action::withdraw:
      return "section.withdrawn";
    case Action::approve:
      return "section.approved";
    case Action::return_to_agency:
      return "section.returned";
    case Action::reopen:
      return "section.reopened";
    default:
      return "translation.confirmed";
  }
}

Action parse_act(const std::string& name) {
  const auto action = domain::parse_action(name);
  constexpr std::array saves{Action::save_text, Action::save_translation, Action::save_minor, Action::assign};
  if (action && std::ranges::find(saves, *action) == saves.end()) return *action;
  throw_invalid("/action", Fault::unknown,
                say("'{0}' is not an act of the review. Known are: submit, declare_nothing, withdraw, approve, return, "
                    "reopen, confirm_translation.",
                    name));
}

void require_newest(const std::string& language, std::int64_t named, const domain::Texts& texts) {
  const auto newest = texts.find(language);
  const std::string pointer = "/revisions/" + language;
  if (newest == texts.end()) throw_invalid(pointer, Fault::does_not_exist, say("There is no text in '{0}'.", language));
  if (newest->second.revision == named) return;
  throw Error(ErrorCode::stale, "stale",
              say("Revision {0} in '{1}' is not the newest: revision {2} was saved in the meantime. Read it, then "
                  "decide about it.",
                  named, language, newest->second.revision))
      .with({"current_revision", newest->second.revision})
      .with({"saved_by", newest->second.author})
      .with({"saved_at", domain::format_time(newest->second.saved_at)});
}

domain::Message words_for_unnamed(Action action, const std::string& source, std::int64_t newest) {
  const std::string example = "{\"" + source + "\": " + std::to_string(newest) + "}";
  return action == Action::submit
             ? say("Name the revision in '{0}' that you clear; the newest is {1}. Name those translations too that you "
                   "have read: what is not named is not cleared.",
                   source, example)
             : say("Name the revision in '{0}' that you approve; the newest is {1}. Name those translations too that "
                   "you have read: what is not named is not confirmed.",
                   source, example);
}

// The revisions that an act is about have to be named where it decides about them, and must be the newest.
void check_revisions(const OpenReport& report, const Act& command, Action action, const domain::Texts& texts) {
  const std::string& source = report.row.source_language;
  Faults faults;
  const bool names_text = action == Action::submit || action == Action::approve;
  if (const auto text = texts.find(source); names_text && text != texts.end() && !command.revisions.contains(source)) {
    faults.add("/revisions/" + source, Fault::missing, words_for_unnamed(action, source, text->second.revision));
  }
  if (action == Action::confirm_translation && (command.revisions.size() != 1 || command.revisions.contains(source))) {
    faults.add("/revisions", Fault::missing, say("Name the one translation that you confirm, e.g. {\"ru\": 2}."));
  }
  for (const auto& [language, revision] : command.revisions) {
    faults.gather([&, &of = language, &named = revision] { require_newest(of, named, texts); });
  }
  faults.refuse();
}

// Texts of which nothing is seen are not saved any more; some may have been saved before.
void require_words(const Read& context, const std::string& report, const Act& command, Action action,
                   const std::string& source, const domain::Texts& texts) {
  const bool decides = action == Action::submit || action == Action::approve || action == Action::confirm_translation;
  if (!decides) return;
  for (const auto& [language, newest] : texts) {
    const bool concerned =
        language == source ? action != Action::confirm_translation : command.revisions.contains(language);
    if (!concerned) continue;
    const auto text = store::find_revision(context.tx, report, command.section, language, newest.revision);
    if (!text || !shows_nothing(context, *text)) continue;
    throw Error(ErrorCode::conflict, "empty_text",
                say("Nothing of the text in '{0}' would be visible: it has no words, signs or pictures.", language));
  }
}

// By which post an act is done, and whether it decides about a text that is the caller's own in it.
struct Standing {
  const domain::Post* post = nullptr;
  bool own = false;
};

// Who approves or confirms decides about the texts that he names; who approves, about the source text in any case.
Standing standing_of(const Read& context, const domain::Assignment& assignment, const Act& command, Action action,
                     const std::string& source, const domain::Texts& texts) {
  if (action != Action::approve && action != Action::confirm_translation) {
    return {domain::post_for(context.actor, assignment, action), false};
  }
  std::vector<domain::Author> authors;
  for (const auto& [language, text] : texts) {
    const bool decided = command.revisions.contains(language) || (action == Action::approve && language == source);
    if (decided) authors.push_back(text.author);
  }
  Standing standing{domain::post_to_decide(context.actor, assignment, action, authors), false};
  standing.own = std::ranges::any_of(
      authors, [&](const auto& author) { return domain::is_own(author, context.actor, standing.post); });
  return standing;
}

// What the act is about. Who clears, approves or confirms answers for what he named and for nothing else; all other
// acts are about the section as it stands.
std::map<std::string, std::int64_t> pin(const Act& command, Action action, const domain::Texts& texts) {
  std::map<std::string, std::int64_t> pinned = command.revisions;
  constexpr std::array answering{Action::submit, Action::approve, Action::confirm_translation};
  if (std::ranges::find(answering, action) != answering.end()) return pinned;
  for (const auto& [language, text] : texts) pinned.try_emplace(language, text.revision);
  return pinned;
}

void confirm_pinned(const Write& context, const domain::Transition& transition, const domain::Texts& texts) {
  for (const auto& [language, revision] : transition.revisions) {
    store::confirm_revision(context.tx, texts.at(language), transition.event);
  }
}

void move_section(const Write& context, domain::Section& section, Action action, domain::Move move,
                  std::int64_t event) {
  if (action == Action::confirm_translation) return;
  section.state = move.state;
  section.step = move.step;
  section.state_since = context.tx.now;
  if (action == Action::declare_nothing) {
    section.nothing_event = event;
  } else if (action != Action::approve) {
    section.nothing_event.reset();
  }
  store::update_section(context.tx, section, event);
}

void require_reason(const Act& command, Action action, const domain::Situation& situation) {
  if (command.confirm_carried_over && action != Action::submit) {
    throw_invalid("/confirm_carried_over", Fault::does_not_fit,
                  say("A text that was carried over is confirmed only when the section is submitted."));
  }
  const auto question = domain::asks_reason(situation, action);
  if (!command.reason && !question.empty()) throw_invalid("/reason", Fault::missing, question);
}

// Of the fields. That a reason lacks is told at once only beside another fault: four eyes may make the act impossible
// with or without one.
void refuse_faults(const OpenReport& report, const Act& command, Action action, const domain::Situation& situation,
                   const domain::Texts& texts) {
  Faults faults;
  faults.gather([&] { check_revisions(report, command, action, texts); });
  if (command.reason) faults.gather([&] { check_remark(*command.reason, "/reason"); });
  if (!faults.empty()) faults.gather([&] { require_reason(command, action, situation); });
  faults.refuse();
}

std::string step_key(const OpenReport& report, domain::State state, int step) {
  return state == domain::State::in_review ? report.format->review_steps.at(static_cast<std::size_t>(step)).key : "";
}

domain::Transition make_transition(const Write& context, const OpenReport& report, const domain::Section& section,
                                   const Act& command, Action action, domain::Move move, const domain::Texts& texts,
                                   const Standing& standing) {
  domain::Transition transition;
  transition.report = report.row.id;
  transition.section = section.id;
  transition.action = command.action;
  transition.from_state = domain::to_string(section.state);
  transition.from_step = step_key(report, section.state, section.step);
  transition.to_state = domain::to_string(move.state);
  transition.to_step = step_key(report, move.state, move.step);
  if (command.reason) transition.reason = check_remark(*command.reason, "/reason");
  transition.revisions = pin(command, action, texts);
  transition.own_text = standing.own;
  transition.by = context.actor.as(standing.post);
  transition.at = context.tx.now;
  return transition;
}

void record(const Write& context, domain::Transition& transition, Action action) {
  nlohmann::json data{{"action", transition.action},
                      {"from", transition.from_state},
                      {"to", transition.to_state},
                      {"revisions", transition.revisions}};
  if (!transition.from_step.empty()) data["from_step"] = transition.from_step;
  if (!transition.to_step.empty()) data["to_step"] = transition.to_step;
  if (transition.reason) data["reason"] = *transition.reason;
  if (transition.own_text) data["own_text"] = true;
  transition.event = store::append_event(context.tx, std::string(event_type(action)),
                                         {transition.report, transition.section}, transition.by, data);
  store::insert_transition(context.tx, transition);
}

// Errors: not_found.
bool shows_reasons(const Read& context, const std::string& report_id, const std::string& section_id) {
  const OpenReport report = open_report(context, report_id);
  const auto section = open_section(context, report_id, section_id);
  return domain::may_read_text(context.actor, report.assignment(section), report.row.shared());
}

// What the gate before the section asks for is worked out here, and not while the writer waits.
void look_at_gate(const Read& context, const std::string& report_id, const std::string& section_id) {
  const auto section = store::find_section(context.tx, report_id, section_id);
  if (!section || context.actor.posts.empty()) return;
  situation_of(context, open_report(context, report_id), *section,
               store::texts_of_section(context.tx, report_id, section_id));
}

}  // namespace

void read_texts(const Read& context, const std::string& report, const std::vector<Act>& commands) {
  for (const Act& command : commands) {
    look_at_gate(context, report, command.section);
    for (const auto& [language, newest] : store::texts_of_section(context.tx, report, command.section)) {
      const auto text = store::find_revision(context.tx, report, command.section, language, newest.revision);
      if (!text) continue;
      if (command.confirm_carried_over) {
        reading_of(context, checked_before(*text));
      } else {
        shows_nothing(context, *text);
      }
    }
  }
}

ActResult act(const Write& context, const std::string& report_id, const Act& command) {
  const Action action = parse_act(command.action);
  const OpenReport report = open_report(context.as_read(), report_id);
  auto section = open_section(context.as_read(), report_id, command.section);
  if (report.node(section.id).kind == domain::NodeKind::group) {
    throw Error(ErrorCode::conflict, "heading_only",
                say("Section '{0}' is a heading; it is not reviewed.", section.id));
  }
  const auto texts = store::texts_of_section(context.tx, report_id, section.id);
  auto situation = situation_of(context.as_read(), report, section, texts);
  const Standing standing =
      standing_of(context.as_read(), report.assignment(section), command, action, report.row.source_language, texts);
  situation.own_text = situation.own_translation = standing.own;
  situation.confirms_carried_over = command.confirm_carried_over;
  require_allowed(report, section, situation, action);
  refuse_faults(report, command, action, situation, texts);
  if (!section.nothing_event) {
    require_words(context.as_read(), report_id, command, action, report.row.source_language, texts);
  }
  require_reason(command, action, situation);
  if (command.confirm_carried_over && situation.carried_over) {
    const auto saved = confirm_carried_over(context, report, section.id, command.revisions, *command.reason);
    return act(context, report_id, {command.section, command.action, command.reason, saved});
  }
  const domain::Move move = domain::move(situation, action);
  auto transition = make_transition(context, report, section, command, action, move, texts, standing);
  record(context, transition, action);
  if (action == Action::confirm_translation || move.state == domain::State::approved) {
    confirm_pinned(context, transition, texts);
  }
  move_section(context, section, action, move, transition.event);
  return {transition, get_section(context.as_read(), report_id, section.id)};
}

std::vector<std::variant<ActResult, domain::Error>> act_on_many(const Write& context, const std::string& report,
                                                                const std::vector<Act>& commands) {
  open_report(context.as_read(), report);
  std::vector<std::variant<ActResult, domain::Error>> results;
  for (const Act& command : commands) {
    try {
      store::run_part(context.tx, [&] { results.emplace_back(act(context, report, command)); });
    } catch (const domain::Error& error) {
      if (error.code() == ErrorCode::storage_full || error.code() == ErrorCode::unavailable) throw;
      results.emplace_back(error);
    }
  }
  return results;
}

domain::Transition get_transition(const Read& context, const std::string& report_id, const std::string& section_id,
                                  std::int64_t event) {
  const bool shows = shows_reasons(context, report_id, section_id);
  auto found = store::find_transition(context.tx, event);
  if (!found || found->report != report_id || found->section != section_id) {
    throw_not_found(say("transition"), std::to_string(event));
  }
  if (!shows) found->reason.reset();
  return std::move(*found);
}

std::vector<domain::Transition> list_transitions(const Read& context, const std::string& report_id,
                                                 const std::string& section_id, std::int64_t after, int limit) {
  const bool shows = shows_reasons(context, report_id, section_id);
  auto transitions = store::list_transitions(context.tx, report_id, section_id, after, limit);
  if (!shows) {
    for (auto& transition : transitions) transition.reason.reset();
  }
  return transitions;
}

}  // namespace usecases
