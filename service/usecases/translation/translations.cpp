#include "usecases/translation/translations.hpp"

#include <algorithm>

#include "domain/basis/message.hpp"
#include "usecases/frame/numbering.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;
using domain::TranslationState;

constexpr std::int64_t kPlacesPerSection = 100;  // more than a report can have languages
// Of a page, in source texts: two of the greatest length, so that no page is larger than one difference may be anyway.
constexpr std::size_t kComparedBytes = 2 * (1U << 20U);

void check_filter(const Read& context, const OpenReport& report, const TranslationFilter& filter) {
  if (filter.section) open_section(context, report.row.id, *filter.section);
  if (!filter.language) return;
  require_language(report, *filter.language);
  if (*filter.language != report.row.source_language) return;
  throw_invalid("language", Fault::does_not_fit,
                say("'{0}' is the source language of this report; name one to translate into.", *filter.language));
}

// What nobody wrote in the source language, or declared to be nothing, waits for no translator.
bool is_translated(const OpenReport& report, const domain::Section& row, const domain::Texts& texts) {
  return report.node(row.id).kind == domain::NodeKind::text && !row.nothing_event &&
         texts.contains(report.row.source_language);
}

// One section in one target language.
TranslationView view_of(const OpenReport& report, const domain::Section& row, const domain::Revision& source,
                        const std::string& language) {
  TranslationView view;
  view.section = row.id;
  view.title = title_of(report, row);
  view.language = language;
  view.source = source;
  return view;
}

// One section in each target language, by place.
std::vector<TranslationView> views_of(const OpenReport& report, const domain::Section& row,
                                      const domain::Texts& texts) {
  std::vector<TranslationView> views;
  const auto present = view_texts(report, row, texts);
  std::int64_t place = row.position * kPlacesPerSection;
  for (const std::string& language : report.row.languages) {
    ++place;
    if (language == report.row.source_language) continue;
    TranslationView view = view_of(report, row, texts.at(report.row.source_language), language);
    view.place = place;
    const auto text = std::ranges::find(present, language, [](const TextView& t) { return t.revision.language; });
    if (text != present.end()) {
      view.state = text->translation;
      view.newest = text->revision;
    }
    views.push_back(std::move(view));
  }
  return views;
}

bool fits(const TranslationView& view, const TranslationFilter& filter) {
  if (filter.language && view.language != *filter.language) return false;
  return !filter.state || domain::to_string(view.state) == *filter.state;
}

// The source text as it was translated, and as it is now.
TextPair source_change(const Read& context, const TranslationView& view) {
  const auto at = [&](std::int64_t revision) {
    return store::find_revision(context.tx, view.source.report, view.section, view.source.language, revision).value();
  };
  return {at(view.newest->source_revision.value()), at(view.source.revision)};
}

// Takes views until the page is full.
class Page {
 public:
  Page(const Read& context, const OpenReport& report, int limit) : context_(context), report_(report), limit_(limit) {}

  // False: it is full, and the next page begins with this view.
  bool take(const domain::Section& row, TranslationView view) {
    auto& views = list_.views;
    if (views.size() == static_cast<std::size_t>(limit_)) return turn(view);
    const bool readable = domain::may_read_text(context_.actor, report_.assignment(row), report_.row.shared());
    if (readable && view.state == TranslationState::stale) {
      view.source_change = source_change(context_, view);
      compared_ += view.source_change->from.markdown.size() + view.source_change->to.markdown.size();
      if (compared_ > kComparedBytes && !views.empty()) return turn(view);
    }
    views.push_back(std::move(view));
    return true;
  }

  TranslationList list() && { return std::move(list_); }

 private:
  bool turn(const TranslationView& next) {
    list_.next = next.place;
    return false;
  }

  const Read& context_;
  const OpenReport& report_;
  int limit_;
  std::size_t compared_ = 0;
  TranslationList list_;
};

}  // namespace

TranslationList list_translations(const Read& context, const std::string& report_id, const TranslationFilter& filter,
                                  std::int64_t from, int limit) {
  const OpenReport report = open_report(context, report_id);
  check_filter(context, report, filter);
  const auto numbers = number_outline(*report.format);
  const auto texts = store::texts_of_report(context.tx, report_id);
  Page page(context, report, limit);
  for (const auto& row : store::list_sections(context.tx, report_id)) {
    const auto written = texts.find(row.id);
    if (written == texts.end() || (filter.section && row.id != *filter.section)) continue;
    if (!is_translated(report, row, written->second)) continue;
    for (auto& view : views_of(report, row, written->second)) {
      if (view.place < from || !fits(view, filter)) continue;
      view.number = numbers.at(row.id);
      if (!page.take(row, std::move(view))) return std::move(page).list();
    }
  }
  return std::move(page).list();
}

}  // namespace usecases
