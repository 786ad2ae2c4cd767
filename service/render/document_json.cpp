#include "render/document_json.hpp"

#include <nlohmann/json.hpp>

#include "domain/outline_numbers.hpp"

namespace render {
namespace {

using Json = nlohmann::ordered_json;  // fields in the order of the contract

const char* name_of(ContentKind kind) {
  switch (kind) {
    case ContentKind::group:
      return "group";
    case ContentKind::text:
      return "text";
    case ContentKind::nothing:
      return "nothing";
    case ContentKind::gap:
      return "gap";
    case ContentKind::withheld:
      return "withheld";
  }
  return "gap";
}

template <class Value>
Json only_if(bool known, const Value& value) {
  return known ? Json(value) : Json(nullptr);
}

Json text_or_null(const std::string& text) { return only_if(!text.empty(), text); }

Json section_json(const DocumentSection& section, const std::string& number) {
  const bool text = section.content == ContentKind::text;
  return {{"id", section.id},
          {"number", number},
          {"depth", section.depth},
          {"annex", section.annex},
          {"title", section.title},
          {"title_language", section.title_language},
          {"content", name_of(section.content)},
          {"markdown", only_if(text, section.markdown)},
          {"language", only_if(text, section.language)},
          {"fallback", section.fallback},
          {"stale", section.stale},
          {"unconfirmed", section.unconfirmed},
          {"reason", text_or_null(section.reason)},
          {"state", section.state},
          {"step_title", text_or_null(section.step_title)},
          {"lead", text_or_null(section.lead)},
          {"revision", only_if(text, section.revision)},
          {"words", only_if(text, section.words)}};
}

Json contribution_json(const Contribution& line) {
  Json approvals = Json::array();
  for (const auto& approval : line.approvals) {
    approvals.push_back(
        {{"step", approval.step}, {"by", approval.by}, {"on", approval.on}, {"reason", text_or_null(approval.reason)}});
  }
  return {{"section", line.section_id},      {"title", line.section_title},
          {"lead", text_or_null(line.lead)}, {"contributors", line.contributors},
          {"revisions", line.revisions},     {"last_saved_on", text_or_null(line.last_saved_on)},
          {"approvals", approvals}};
}

Json sections_json(const Document& document) {
  Json sections = Json::array();
  domain::OutlineNumbers numbers;
  for (const auto& section : document.sections) {
    sections.push_back(section_json(section, numbers.next(section.depth, section.annex)));
  }
  return sections;
}

}  // namespace

std::string to_json(const Document& document) {
  Json contributions = Json::array();
  for (const auto& line : document.contributions) contributions.push_back(contribution_json(line));
  const Json json{{"language", document.language},
                  {"title", document.title},
                  {"title_language", document.title_language},
                  {"format_title", document.format_title},
                  {"format_title_language", document.format_title_language},
                  {"country", document.country},
                  {"forum_date", document.forum_date},
                  {"as_of", document.as_of},
                  {"sequence", document.sequence},
                  {"select", document.select},
                  {"words", document.words},
                  {"word_limit", only_if(document.word_limit != 0, document.word_limit)},
                  {"sections", sections_json(document)},
                  {"contributions", contributions}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace render
