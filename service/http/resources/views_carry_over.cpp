#include "http/resources/views.hpp"

namespace http {
namespace {

Json text_json(const usecases::PrefilledText& text) {
  return {{"language", text.language},
          {"outcome", usecases::to_string(text.outcome)},
          {"from_revision", text.from_revision == 0 ? Json() : Json(text.from_revision)},
          {"approved", text.approved},
          {"words", text.words}};
}

// Where the report has the picture now; null: nowhere.
Json picture_href(const usecases::Prefill& wanted, bool dry_run, const std::string& section,
                  const usecases::CarriedPicture& picture) {
  using usecases::PictureOutcome;
  const bool there =
      picture.outcome == PictureOutcome::kept || (picture.outcome == PictureOutcome::carried_over && !dry_run);
  return there ? Json(picture_address(wanted.report, section, picture.name)) : Json();
}

Json section_json(const usecases::Prefill& wanted, bool dry_run, const usecases::PrefilledSection& section) {
  Json texts = Json::array();
  for (const auto& text : section.texts) texts.push_back(text_json(text));
  Json pictures = Json::array();
  for (const auto& picture : section.pictures) {
    pictures.push_back({{"name", picture.name},
                        {"href", picture_href(wanted, dry_run, section.section, picture)},
                        {"outcome", usecases::to_string(picture.outcome)}});
  }
  return {{"section", section.section},
          {"outcome", usecases::to_string(section.outcome)},
          {"texts", texts},
          {"pictures", pictures}};
}

Json texts_json(const std::vector<domain::LocalizedText>& texts) {
  Json list = Json::array();
  for (const auto& text : texts) list.push_back(localized_json(text));
  return list;
}

Json promises_json(const std::vector<usecases::PromisesOfSection>& sections) {
  Json list = Json::array();
  for (const auto& section : sections) {
    list.push_back({{"section", section.section},
                    {"outcome", usecases::to_string(section.outcome)},
                    {"known", section.known},
                    {"added", texts_json(section.added)}});
  }
  return list;
}

Json source_json(const std::optional<domain::PromiseSource>& source) {
  if (!source) return {};
  return {{"report", source->report}, {"section", source->section}, {"revisions", source->revisions}};
}

}  // namespace

Json promise_json(const usecases::PromiseView& view) {
  const domain::Promise& row = view.row;
  return {{"report", row.report},
          {"id", row.number},
          {"text", view.readable ? localized_json(row.text) : Json()},
          {"source", source_json(row.source)},
          {"state", domain::to_string(row.status)},
          {"agency", or_null(row.agency)},
          {"answered_in", or_null(row.answered_in)},
          {"note", view.readable ? or_null(row.note) : Json()},
          {"may_answer", view.may_answer},
          {"changed_by", author_json(row.by)},
          {"changed_at", time_json(row.at)},
          {"event", row.event},
          {"version", row.version}};
}

Json prefill_json(const usecases::Prefill& wanted, bool dry_run, const usecases::PrefillResult& result) {
  Json list = Json::array();
  int carried = 0;
  for (const auto& section : result.sections) {
    carried += section.outcome == usecases::CarryOutcome::carried_over ? 1 : 0;
    list.push_back(section_json(wanted, dry_run, section));
  }
  const auto& unsettled = result.promises.unsettled;
  return {{"report", wanted.report},
          {"from", wanted.from},
          {"dry_run", dry_run},
          {"carried_over", carried},
          {"sections", list},
          {"promises", promises_json(result.promises.sections)},
          {"unsettled_promises", {{"known", unsettled.known}, {"added", texts_json(unsettled.added)}}}};
}

}  // namespace http
