#include "http/resources/views.hpp"

namespace http {
namespace {

void add_saved(Json& json, const domain::Revision& revision) {
  json["words"] = revision.words;
  json["saved_at"] = time_json(revision.saved_at);
  json["saved_by"] = author_json(revision.author);
}

Json source_json(const domain::Revision& source) {
  Json json{{"language", source.language}, {"revision", source.revision}};
  add_saved(json, source);
  return json;
}

Json newest_json(const std::optional<domain::Revision>& translation) {
  if (!translation) return {};
  Json json{{"revision", translation->revision}, {"source_revision", or_null(translation->source_revision)}};
  add_saved(json, *translation);
  return json;
}

Json source_diff_json(const usecases::TranslationView& view) {
  if (!view.source_change) return {};
  const auto& [from, to] = *view.source_change;
  return diff_json({to.report, to.section, to.language}, *view.source_change,
                   domain::diff_texts(from.markdown, to.markdown));
}

}  // namespace

Json translation_json(const usecases::TranslationView& view) {
  return {{"section", view.section},
          {"number", view.number},
          {"title", localized_json(view.title)},
          {"language", view.language},
          {"state", domain::to_string(view.state)},
          {"source", source_json(view.source)},
          {"translation", newest_json(view.newest)},
          {"source_diff", source_diff_json(view)}};
}

}  // namespace http
