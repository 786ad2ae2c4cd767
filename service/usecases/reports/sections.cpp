#include "usecases/reports/sections.hpp"

#include <algorithm>

#include "domain/basis/error.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/reports/stopped.hpp"

namespace usecases {
namespace {

using domain::say;
using domain::State;

bool is_mine(const Read& context, const SectionView& view) {
  for (const domain::Post& post : context.actor.posts) {
    if (view.report.assignment(view.row).involves(post.agency)) return true;
  }
  const auto parties = domain::parties_of(context.actor, view.report.assignment(view.row));
  return (parties & domain::kStepOwner) != 0;
}

bool language_fits(const SectionView& view, const SectionFilter& filter) {
  const auto text = std::ranges::find(view.texts, filter.language.value_or(""),
                                      [](const TextView& candidate) { return candidate.revision.language; });
  const bool found = text != view.texts.end();
  if (!filter.translation) return !filter.language || found;
  if (filter.language) {
    return domain::to_string(found ? text->translation : domain::TranslationState::missing) == *filter.translation;
  }
  if (*filter.translation == "missing") return !view.missing_languages.empty();
  return std::ranges::any_of(view.texts, [&](const TextView& candidate) {
    return domain::to_string(candidate.translation) == *filter.translation;
  });
}

bool fits(const Read& context, const SectionView& view, const SectionFilter& filter) {
  const domain::Section& row = view.row;
  if (filter.state && (view.node->kind == domain::NodeKind::group || domain::to_string(row.state) != *filter.state)) {
    return false;
  }
  if (filter.agency && !view.report.assignment(row).involves(*filter.agency)) return false;
  const domain::ReviewStep* step = view.report.step(row);
  if (filter.step && (step == nullptr || step->key != *filter.step)) return false;
  if (filter.overdue && view.report.overdue(row) != *filter.overdue) return false;
  if (!language_fits(view, filter)) return false;
  return !filter.mine || is_mine(context, view);
}

SectionView view(const Read& context, const OpenReport& report, domain::Section row, const domain::Texts& texts,
                 std::string number) {
  const auto* node = &report.node(row.id);
  SectionView view{report, std::move(row), node, std::move(number), false, {}, {}, {}, {}, {}, {}, {}};
  view.readable = shows_texts(context.actor) &&
                  domain::may_read_text(context.actor, report.assignment(view.row), report.row.shared());
  if (view.node->kind == domain::NodeKind::text) {
    view.texts = view_texts(report, view.row, texts);
    for (const auto& language : report.row.languages) {
      if (!texts.contains(language)) view.missing_languages.push_back(language);
    }
    view.waiting_for = waiting_for(report, view.row);
    if (view.row.nothing_event) view.nothing = store::find_transition(context.tx, *view.row.nothing_event);
    if (view.row.state == State::returned) {
      view.returned = store::last_transition(context.tx, report.row.id, view.row.id);
    }
  }
  const auto situation = situation_of(context, report, view.row, texts);
  view.allowed_actions = domain::allowed_actions(situation);
  view.blocked_actions = domain::blocked_actions(situation);
  if (view.node->kind == domain::NodeKind::group) {
    std::erase_if(view.allowed_actions, [](const std::string& action) { return action != "assign"; });
    view.blocked_actions.clear();
  }
  return view;
}

}  // namespace

void require_text_node(const OpenReport& report, const std::string& section) {
  if (report.node(section).kind == domain::NodeKind::text) return;
  throw domain::Error(domain::ErrorCode::conflict, "heading_only",
                      say("Section '{0}' is a heading that holds other sections; it has no text of its own.", section));
}

std::string_view to_string(LimitState state) {
  switch (state) {
    case LimitState::ok:
      return "ok";
    case LimitState::warn:
      return "warn";
    case LimitState::over:
      return "over";
    case LimitState::none:
      break;
  }
  return "none";
}

LimitState judge_limit(const domain::WordLimit& limit, std::uint64_t words) {
  if (limit.words == 0) return LimitState::none;
  if (words > limit.words) return LimitState::over;
  return words * 100 >= limit.words * limit.warn_percent ? LimitState::warn : LimitState::ok;
}

namespace {

// Whether the caller would approve what is his own, whichever of his posts he took.
bool approves_own(const Read& context, const OpenReport& report, const domain::Section& section,
                  const domain::Author& author) {
  const auto* post =
      domain::post_to_decide(context.actor, report.assignment(section), domain::Action::approve, {author});
  return domain::is_own(author, context.actor, post);
}

}  // namespace

domain::Situation situation_of(const Read& context, const OpenReport& report, const domain::Section& section,
                               const domain::Texts& texts, const std::string& language) {
  const auto source = texts.find(report.row.source_language);
  domain::Situation situation;
  situation.state = section.state;
  situation.step = section.step;
  situation.steps = static_cast<int>(report.format->review_steps.size());
  situation.parties = domain::parties_of(context.actor, report.assignment(section), language);
  situation.has_source_text = source != texts.end();
  situation.carried_over = source != texts.end() && source->second.carried_over.has_value();
  const auto stopped = stopped_at_gate(context, report, section, texts, situation.parties);
  situation.blocking_finding = stopped.reason;
  situation.blocking_findings = stopped.findings;
  situation.own_text = source != texts.end() && approves_own(context, report, section, source->second.author);
  situation.four_eyes_recorded = report.format->four_eyes == domain::FourEyes::recorded;
  situation.minor_edits = report.format->minor_edits;
  for (const TextView& text : view_texts(report, section, texts)) {
    if (text.translation == domain::TranslationState::unconfirmed) situation.has_unconfirmed_translation = true;
  }
  return situation;
}

void require_allowed(const OpenReport& report, const domain::Section& section, const domain::Situation& situation,
                     domain::Action action) {
  const auto refusal = domain::refuse(situation, action);
  if (!refusal) return;
  const bool possible =
      refusal->ground == domain::Ground::state || refusal->ground == domain::Ground::condition;  // for somebody, later
  const domain::ErrorCode code = possible ? domain::ErrorCode::conflict : domain::ErrorCode::forbidden;
  domain::Message reason = refusal->reason;
  if (const auto* step = report.step(section); refusal->ground == domain::Ground::step && step != nullptr) {
    reason = domain::say("{0} It is waiting at the step '{1}'.", reason, step->key);
  }
  auto error = domain::Error(code, refusal->code, reason)
                   .with({"state", std::string(domain::to_string(section.state))})
                   .with_actions(domain::allowed_actions(situation));
  const bool stopped = refusal->code == "blocking_finding";
  throw stopped ? std::move(error).with({"findings", static_cast<std::int64_t>(situation.blocking_findings)})
                : std::move(error);
}

std::optional<WaitingFor> waiting_for(const OpenReport& report, const domain::Section& section) {
  switch (section.state) {
    case State::approved:
      return std::nullopt;
    case State::in_review: {
      const domain::ReviewStep* step = report.step(section);
      return WaitingFor{step->role, "", step->key, section.state_since};
    }
    case State::empty:
    case State::draft:
    case State::returned:
      break;
  }
  if (section.lead.empty()) return WaitingFor{"coordinator", "", "", section.state_since};
  return WaitingFor{section.state == State::draft ? "head" : "contributor", section.lead, "", section.state_since};
}

std::vector<TextView> view_texts(const OpenReport& report, const domain::Section& section, const domain::Texts& texts) {
  const auto source = texts.find(report.row.source_language);
  const std::int64_t source_revision = source == texts.end() ? 0 : source->second.revision;
  std::vector<TextView> views;
  for (const auto& language : report.row.languages) {
    const auto text = texts.find(language);
    if (text == texts.end()) continue;
    TextView view{text->second, judge_limit(report.node(section.id).limit, text->second.words),
                  domain::TranslationState::source};
    if (language != report.row.source_language) {
      view.translation =
          domain::judge_translation(section.state == State::approved, text->second.revision,
                                    text->second.source_revision.value_or(0), source_revision, text->second.confirmed);
    }
    views.push_back(std::move(view));
  }
  return views;
}

domain::LocalizedText title_of(const OpenReport& report, const domain::Section& section) {
  domain::LocalizedText title = report.node(section.id).title;
  for (const auto& [language, text] : section.title) title[language] = text;
  return title;
}

SectionView get_section(const Read& context, const std::string& report_id, const std::string& section_id) {
  return view_section(context, open_report(context, report_id), open_section(context, report_id, section_id));
}

SectionView view_section(const Read& context, const OpenReport& report, domain::Section row) {
  const auto texts = store::texts_of_section(context.tx, report.row.id, row.id);
  std::string number = number_of(*report.format, row.id);
  return view(context, report, std::move(row), texts, std::move(number));
}

std::vector<SectionView> list_sections(const Read& context, const std::string& report_id, const SectionFilter& filter,
                                       int from_position, int limit) {
  const OpenReport report = open_report(context, report_id);
  const auto numbers = number_outline(*report.format);
  auto texts = store::texts_of_report(context.tx, report_id);
  std::vector<SectionView> found;
  for (auto& row : store::list_sections(context.tx, report_id)) {
    if (row.position < from_position) continue;
    if (found.size() == static_cast<std::size_t>(limit)) break;
    const std::string id = row.id;
    auto candidate = view(context, report, std::move(row), texts[id], numbers.at(id));
    if (fits(context, candidate, filter)) found.push_back(std::move(candidate));
  }
  return found;
}

}  // namespace usecases
