#include "http/resources/views.hpp"

namespace http {
namespace {

using domain::say;

Json step_json(const usecases::OpenReport& report, const domain::Section& row) {
  const domain::ReviewStep* step = report.step(row);
  if (step == nullptr) return {};
  return {{"key", step->key},
          {"title", localized_json(step->title)},
          {"position", row.step + 1},
          {"of", report.format->review_steps.size()}};
}

Json carried_over_json(const domain::Revision& revision) {
  if (!revision.carried_over) return {};
  return {{"report", revision.carried_over->report},
          {"section", revision.section},
          {"language", revision.language},
          {"revision", revision.carried_over->revision}};
}

Json section_text_json(const usecases::TextView& text) {
  const domain::Revision& revision = text.revision;
  return {{"language", revision.language},
          {"revision", revision.revision},
          {"words", revision.words},
          {"limit_state", usecases::to_string(text.limit)},
          {"saved_at", time_json(revision.saved_at)},
          {"saved_by", author_json(revision.author)},
          {"translation", domain::to_string(text.translation)},
          {"source_revision", or_null(revision.source_revision)},
          {"carried_over_from", carried_over_json(revision)}};
}

Json nothing_json(const usecases::SectionView& section) {
  if (!section.nothing) return {};
  return {{"reason", section.readable ? or_null(section.nothing->reason) : Json()},
          {"by", author_json(section.nothing->by)},
          {"at", time_json(section.nothing->at)}};
}

Json returned_json(const usecases::SectionView& section) {
  if (!section.returned) return {};
  return {{"reason", section.readable ? or_null(section.returned->reason) : Json()},
          {"step", or_null(section.returned->from_step)},
          {"by", author_json(section.returned->by)},
          {"at", time_json(section.returned->at)},
          {"revisions", section.returned->revisions.empty() ? Json::object() : Json(section.returned->revisions)}};
}

void add_outline(Json& json, const usecases::SectionView& section) {
  const domain::OutlineNode& node = *section.node;
  json["number"] = section.number;
  json["title"] = localized_json(usecases::title_of(section.report, section.row));
  json["parent"] = or_null(node.parent);
  json["depth"] = node.depth;
  json["kind"] = node.kind == domain::NodeKind::group ? "group" : "text";
  json["annex"] = node.annex;
  json["required"] = node.required;
  json["counted"] = node.counted;
}

void add_state(Json& json, const usecases::SectionView& section) {
  const bool group = section.node->kind == domain::NodeKind::group;
  json["state"] = group ? Json() : Json(domain::to_string(section.row.state));
  json["step"] = step_json(section.report, section.row);
  json["waiting_for"] = waiting_for_json(section.waiting_for);
}

void add_assignment(Json& json, const usecases::SectionView& section) {
  const bool group = section.node->kind == domain::NodeKind::group;
  json["lead"] = or_null(section.row.lead);
  json["contributors"] = list_json(section.row.contributors);
  json["due_on"] = group ? Json() : Json(section.report.due_on(section.row));
  json["due_is_default"] = !section.row.due_on.has_value();
  json["due_reason"] = or_null(section.row.due_reason);
  json["agency_deadlines"] = section.row.agency_deadlines;
  json["overdue"] = section.report.overdue(section.row);
}

Json actions_json(const std::vector<domain::BlockedAction>& blocked, const Speech& speech) {
  Json list = Json::array();
  for (const auto& action : blocked) list.push_back({{"action", action.action}, {"reason", speech(action.reason)}});
  return list;
}

Json words_json(const domain::Change& change) {
  Json words = Json::array();
  for (const auto& word : change.words) words.push_back({{"kind", domain::to_string(word.kind)}, {"text", word.text}});
  return words;
}

}  // namespace

Json warnings_json(const usecases::SavedText& saved, const Speech& speech) {
  Json warnings = Json::array();
  const auto warn = [&](const char* code, const domain::Message& message) -> Json& {
    return warnings.emplace_back(Json{{"code", code}, {"message", speech(message)}});
  };
  const auto words = saved.text.revision.words;
  const auto limit = saved.word_limit.words;
  if (saved.text.limit == usecases::LimitState::over) {
    warn("over_limit", say("The text has {0} words; the limit is {1}.", words, limit));
  } else if (saved.text.limit == usecases::LimitState::warn) {
    warn("near_limit", say("The text has {0} of {1} words.", words, limit));
  }
  if (const auto& from = saved.text.revision.carried_over) {
    warn("carried_over", say("This is the text of report '{0}' as it was. Edit it, or let the head submit it with "
                             "confirm_carried_over.",
                             from->report));
  }
  if (saved.text.translation == domain::TranslationState::stale) {
    warn("stale", say("The source text has a newer revision than the one translated."));
  }
  if (saved.text.translation == domain::TranslationState::unconfirmed) {
    warn("unconfirmed", say("The section is already approved: the head of the lead agency or the coordinator has to "
                            "confirm this translation."));
  }
  for (const auto& name : saved.missing_pictures) {
    warn("picture_missing", say("The section has no picture '{0}' yet: send it to the section's pictures.", name));
  }
  for (const auto& name : saved.undescribed_pictures) {
    warn("picture_without_alternative",
         say("The picture '{0}' has no alternative text for those who cannot see it: {1}.", name,
             "![What it shows](" + name + ")"));
  }
  for (const auto& part : saved.not_shown) warn("not_shown", part.message)["line"] = part.line;
  for (auto& term : term_warnings_json(saved.terms, speech)) warnings.push_back(std::move(term));
  return warnings;
}

Json term_warnings_json(const std::vector<usecases::TermWarning>& terms, const Speech& speech) {
  Json warnings = Json::array();
  for (const auto& term : terms) {
    Json warning{{"code", term.code}, {"message", speech(term.message)}, {"entry", term.entry}};
    if (term.line > 0) warning["line"] = term.line;
    warnings.push_back(std::move(warning));
  }
  return warnings;
}

Json waiting_for_json(const std::optional<usecases::WaitingFor>& waiting) {
  if (!waiting) return {};
  return {{"role", waiting->role},
          {"agency", or_null(waiting->agency)},
          {"step", or_null(waiting->step)},
          {"since", time_json(waiting->since)}};
}

Json section_json(const usecases::SectionView& section, const Speech& speech) {
  const domain::OutlineNode& node = *section.node;
  Json json{{"id", section.row.id}, {"report", section.row.report}};
  add_outline(json, section);
  add_state(json, section);
  add_assignment(json, section);
  json["guidance"] = localized_json(node.guidance);
  json["suggested_lead"] = or_null(node.suggested_lead);
  json["tags"] = list_json(node.tags);
  json["limit"] = limit_json(node.limit);
  json["texts"] = Json::array();
  for (const auto& text : section.texts) json["texts"].push_back(section_text_json(text));
  json["missing_languages"] = list_json(section.missing_languages);
  json["nothing_to_report"] = nothing_json(section);
  json["returned"] = returned_json(section);
  json["allowed_actions"] = list_json(section.allowed_actions);
  json["blocked_actions"] = actions_json(section.blocked_actions, speech);
  json["version"] = section.row.version;
  return json;
}

Json text_json(const usecases::TextKey& key, const usecases::TextView& text, bool with_markdown) {
  const domain::Revision& revision = text.revision;
  Json json{
      {"report", key.report}, {"section", key.section}, {"language", key.language}, {"revision", revision.revision}};
  if (with_markdown) json["markdown"] = revision.markdown;
  json["words"] = revision.words;
  json["sha256"] = revision.sha256;
  json["note"] = or_null(revision.note);
  json["author"] = author_json(revision.author);
  json["saved_at"] = time_json(revision.saved_at);
  json["source_revision"] = or_null(revision.source_revision);
  json["translation"] = domain::to_string(text.translation);
  json["minor"] = revision.minor;
  json["reason"] = or_null(revision.reason);
  json["carried_over_from"] = carried_over_json(revision);
  return json;
}

Json saved_text_json(const usecases::TextKey& key, const usecases::SavedText& saved, const Speech& speech) {
  Json json = text_json(key, saved.text, false);
  json["unchanged"] = saved.unchanged;
  json["state"] = domain::to_string(saved.state);
  json["warnings"] = warnings_json(saved, speech);
  json["allowed_actions"] = list_json(saved.allowed_actions);
  return json;
}

Json changes_json(const std::vector<domain::Change>& changes) {
  const auto line = [](auto number) { return number == 0 ? Json() : Json(number); };
  Json list = Json::array();
  for (const auto& change : changes) {
    const bool has_old = change.kind != domain::ChangeKind::insert;
    const bool has_new = change.kind != domain::ChangeKind::remove;
    Json item{{"kind", domain::to_string(change.kind)},
              {"from_line", line(change.from_line)},
              {"to_line", line(change.to_line)},
              {"old", has_old ? Json(change.old_text) : Json()},
              {"new", has_new ? Json(change.new_text) : Json()}};
    if (!change.words.empty()) item["words"] = words_json(change);
    list.push_back(std::move(item));
  }
  return list;
}

Json diff_json(const usecases::TextKey& key, const usecases::TextPair& pair,
               const std::vector<domain::Change>& changes) {
  return {{"report", key.report},       {"section", key.section}, {"language", key.language},
          {"from", pair.from.revision}, {"to", pair.to.revision}, {"changes", changes_json(changes)}};
}

Json transition_json(const domain::Transition& transition) {
  return {{"id", transition.event},
          {"section", transition.section},
          {"action", transition.action},
          {"from", {{"state", transition.from_state}, {"step", or_null(transition.from_step)}}},
          {"to", {{"state", transition.to_state}, {"step", or_null(transition.to_step)}}},
          {"reason", or_null(transition.reason)},
          {"revisions", transition.revisions.empty() ? Json::object() : Json(transition.revisions)},
          {"by", author_json(transition.by)},
          {"at", time_json(transition.at)},
          {"event", transition.event},
          {"own_text", transition.own_text}};
}

Json act_result_json(const usecases::ActResult& result) {
  Json now;
  add_state(now, result.section);
  now["allowed_actions"] = list_json(result.section.allowed_actions);
  Json json = transition_json(result.transition);
  json["now"] = std::move(now);
  return json;
}

Json event_json(const usecases::EventView& view) {
  const domain::Event& event = view.event;
  return {{"id", event.id},
          {"at", time_json(event.at)},
          {"type", event.type},
          {"report", or_null(event.report)},
          {"section", or_null(event.section)},
          {"by", event.by.user.empty() ? Json() : author_json(event.by)},
          {"data", Json::parse(event.data)},
          {"redacted", view.redacted},
          {"prev_hash", event.prev_hash},
          {"hash", event.hash}};
}

}  // namespace http
