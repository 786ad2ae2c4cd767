#include "usecases/documents/compile_parts.hpp"

#include <algorithm>
#include <tuple>

#include "documents/text/placed_pictures.hpp"
#include "documents/text/words.hpp"
#include "store/people/agencies.hpp"
#include "store/preparation/assistance.hpp"
#include "store/preparation/tasks.hpp"
#include "store/report/emblems.hpp"
#include "usecases/documents/plan_lines.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/reports/emblem.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {

using documents::ContentKind;
using domain::TranslationState;

namespace {

// Saved when a text of which nothing is seen still could be. Only a short one can have words and show none of them.
bool is_empty(const domain::Revision& text) {
  constexpr std::size_t kShort = 200;
  return (text.words == 0 || text.markdown.size() <= kShort) && documents::says_nothing(text.markdown);
}

}  // namespace

CompileParts::CompileParts(const Read& context, const OpenReport& report, const Contents& contents, std::int64_t event)
    : context_(context),
      report_(report),
      contents_(contents),
      event_(event),
      agencies_(store::agency_titles_at(context.tx, event)),
      texts_(store::texts_of_report_at(context.tx, report.row.id, event)),
      writers_(store::writers_of_report_at(context.tx, report.row.id, event)),
      approvals_(store::approvals_at(context.tx, report.row.id, event)),
      pictures_(store::pictures_of_report_at(context.tx, report.row.id, event)) {}

std::pair<std::string, std::string> CompileParts::in_language(const domain::LocalizedText& text) const {
  for (const std::string& language : {contents_.language, report_.row.source_language, std::string("en")}) {
    if (const auto found = text.find(language); found != text.end()) return {found->second, language};
  }
  if (text.empty()) return {"", contents_.language};
  return {text.begin()->second, text.begin()->first};
}

std::string CompileParts::agency_title(const std::string& agency) const {
  const auto found = agencies_.find(agency);
  return found == agencies_.end() ? agency : in_language(found->second).first;
}

// A translation in the document's language where the selection admits it, else the source text.
CompileParts::Choice CompileParts::choose(const domain::Section& section, const domain::Texts& texts) const {
  const auto source = texts.find(report_.row.source_language);
  if (source == texts.end()) return {};
  if (contents_.language == report_.row.source_language) return {&source->second, false, TranslationState::source};
  const auto translation = texts.find(contents_.language);
  if (translation == texts.end()) return {&source->second, true, TranslationState::missing};
  const domain::Revision& text = translation->second;
  const auto state =
      domain::judge_translation(section.state == domain::State::approved, text.revision,
                                text.source_revision.value_or(0), source->second.revision, text.confirmed);
  const bool admitted = contents_.select == Select::latest || state == TranslationState::current;
  if (!admitted) return {&source->second, true, state};
  return {&text, false, state};
}

void CompileParts::place_pictures(documents::DocumentSection& out) const {
  const auto files = pictures_.find(out.id);
  if (files == pictures_.end()) return;
  for (const auto& placed : documents::placed_pictures(out.markdown)) {
    const auto file = std::ranges::find(files->second, placed.name, &domain::Picture::name);
    const bool known =
        std::ranges::find(out.pictures, placed.name, &documents::DocumentPicture::name) != out.pictures.end();
    if (file == files->second.end() || known) continue;
    documents::DocumentPicture picture{file->name,  file->media_type, file->sha256, file->bytes,
                                       file->width, file->height,     nullptr};
    if (contents_.with_pictures) {
      picture.content = std::make_shared<const std::string>(store::picture_content(context_.tx, file->event));
    }
    out.pictures.push_back(std::move(picture));
  }
}

void CompileParts::fill_text(documents::DocumentSection& out, const domain::Section& section, bool readable) const {
  const bool approved = section.state == domain::State::approved;
  if (section.nothing_event && (approved || contents_.select == Select::latest)) {
    const auto declared = store::find_transition(context_.tx, *section.nothing_event);
    out.content = readable ? ContentKind::nothing : ContentKind::withheld;
    if (readable && declared) out.reason = declared->reason.value_or("");
    return;
  }
  const auto texts = texts_.find(section.id);
  const bool admitted = approved || contents_.select == Select::latest;
  const Choice choice = texts == texts_.end() || !admitted ? Choice{} : choose(section, texts->second);
  if (choice.text == nullptr) return;
  if (!readable) {
    out.content = ContentKind::withheld;
    return;
  }
  if (is_empty(*choice.text)) return;
  out.content = ContentKind::text;
  out.markdown = choice.text->markdown;
  out.language = choice.text->language;
  out.fallback = choice.fallback;
  out.stale = !choice.fallback && choice.translation == TranslationState::stale;
  out.unconfirmed = !choice.fallback && choice.translation == TranslationState::unconfirmed;
  if (choice.text->carried_over) {
    out.carried_over = choice.text->carried_over->report;
    out.carried_over_revision = choice.text->carried_over->revision;
  }
  out.revision = choice.text->revision;
  out.words = choice.text->words;
  place_pictures(out);
}

documents::Imprint CompileParts::imprint() const {
  const domain::Imprint& given = report_.row.imprint;
  const auto local = [&](const domain::LocalizedText& text) {
    const auto [words, language] = in_language(text);
    return documents::LocalText{words, language};
  };
  return {local(given.subtitle),   local(given.publisher), local(given.place),
          given.issued_on,         given.document_number,  given.isbn,
          local(given.disclaimer), local(given.contact),   emblem()};
}

std::optional<documents::DocumentPicture> CompileParts::emblem() const {
  const auto& given = report_.row.imprint.emblem;
  if (!given) return std::nullopt;
  documents::DocumentPicture picture{emblem_name(*given), given->media_type, given->sha256, given->bytes,
                                     given->width,        given->height,     nullptr};
  if (contents_.with_pictures) {
    picture.content =
        std::make_shared<const std::string>(store::emblem_content(context_.tx, report_.row.id, given->sha256));
  }
  return picture;
}

std::vector<documents::PlannedTask> CompileParts::plan() const {
  return plan_lines(report_, store::list_tasks_at(context_.tx, report_.row.id, event_),
                    [this](const std::string& agency) { return agency_title(agency); });
}

std::vector<documents::RequestedHelp> CompileParts::assistance() const {
  return assistance_lines(store::list_assistance_at(context_.tx, report_.row.id, event_));
}

documents::DocumentSection CompileParts::section(const domain::Section& section, bool readable) const {
  const domain::OutlineNode& node = report_.node(section.id);
  documents::DocumentSection out;
  out.id = section.id;
  out.depth = node.depth;
  out.annex = node.annex;
  std::tie(out.title, out.title_language) = in_language(title_of(report_, section));
  out.state = domain::to_string(section.state);
  if (const auto* step = report_.step(section)) out.step_title = in_language(step->title).first;
  if (!section.lead.empty()) out.lead = agency_title(section.lead);
  if (node.kind == domain::NodeKind::group) return out;
  out.content = ContentKind::gap;
  fill_text(out, section, readable);
  return out;
}

documents::Contribution CompileParts::contribution(const domain::Section& section) const {
  documents::Contribution line;
  line.section_id = section.id;
  line.section_title = in_language(title_of(report_, section)).first;
  if (!section.lead.empty()) line.lead = agency_title(section.lead);
  std::vector<std::string> others = section.contributors;
  if (const auto writers = writers_.find(section.id); writers != writers_.end()) {
    for (const auto& agency : writers->second) {
      if (agency != section.lead && std::ranges::find(others, agency) == others.end()) others.push_back(agency);
    }
  }
  for (const auto& agency : others) line.contributors.push_back(agency_title(agency));
  domain::Millis last = 0;
  if (const auto texts = texts_.find(section.id); texts != texts_.end()) {
    for (const auto& [language, text] : texts->second) {
      line.revisions += text.revision;  // they are counted from 1
      last = std::max(last, text.saved_at);
    }
  }
  if (last != 0) line.last_saved_on = day_in(report_.row.time_zone, last);
  const auto approvals = approvals_.find(section.id);
  if (approvals == approvals_.end()) return line;
  for (const auto& approval : approvals->second) {
    const auto step = std::ranges::find(report_.format->review_steps, approval.from_step, &domain::ReviewStep::key);
    const std::string title =
        step == report_.format->review_steps.end() ? approval.from_step : in_language(step->title).first;
    line.approvals.push_back({title, approval.by.agency.empty() ? approval.by.role : agency_title(approval.by.agency),
                              day_in(report_.row.time_zone, approval.at),
                              approval.own_text ? approval.reason.value_or("") : "", !approval.by.for_user.empty()});
  }
  return line;
}

}  // namespace usecases
