#include <array>
#include <string_view>

#include "domain/text/diff.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

using Outcome = usecases::FormResult::Outcome;

constexpr std::array<std::string_view, 6> kOutcomes{"unchanged", "saved",   "would_save",
                                                    "conflict",  "refused", "missing"};

std::string_view name_of(Outcome outcome) { return kOutcomes.at(static_cast<std::size_t>(outcome)); }

Json comment_json(const usecases::WordComment& comment) {
  return {{"author", comment.author}, {"date", comment.date}, {"about", comment.about}, {"text", comment.text}};
}

Json present_json(const usecases::FormResult& result) {
  const auto& present = result.present;
  if (!present) return {};
  return {{"revision", present->revision},
          {"saved_by", author_json(present->author)},
          {"saved_at", time_json(present->saved_at)},
          {"markdown", result.texts_hidden ? Json() : Json(present->markdown)}};
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json result_json(const usecases::FormResult& result, const Speech& speech) {
  const bool changed =
      result.outcome == Outcome::saved || result.outcome == Outcome::would_save || result.outcome == Outcome::conflict;
  Json json{{"section", result.section},
            {"language", result.language},
            {"outcome", name_of(result.outcome)},
            {"base_revision", result.outcome == Outcome::missing ? Json() : Json(result.base_revision)},
            {"revision", result.revision ? Json(*result.revision) : Json()},
            {"code", text_or_null(result.code)},
            {"detail", text_or_null(speech(result.detail))},
            {"diff", nullptr},
            {"markdown", text_or_null(result.markdown)},
            {"present", present_json(result)},
            {"comments", Json::array()},
            {"remarks", result.remarks},
            {"warnings", result.told ? warnings_json(*result.told, speech) : Json::array()}};
  for (const auto& comment : result.comments) json["comments"].push_back(comment_json(comment));
  if (changed && !result.texts_hidden) {
    const std::string name = result.section + "." + result.language + ".";
    json["diff"] =
        domain::unified_diff(result.base, result.markdown, name + std::to_string(result.base_revision), name + "form");
  }
  return json;
}

}  // namespace

Json form_json(const usecases::ReadForm& form, bool dry_run, const Speech& speech) {
  Json json{{"report", form.report}, {"dry_run", dry_run}, {"remarks", form.remarks}, {"unread", form.unread}};
  for (const auto name : kOutcomes) json["counts"][std::string(name)] = 0;
  json["sections"] = Json::array();
  for (const auto& result : form.results) {
    auto& count = json["counts"][std::string(name_of(result.outcome))];
    count = count.get<int>() + 1;
    json["sections"].push_back(result_json(result, speech));
  }
  return json;
}

}  // namespace http
