#include "usecases/frame/glossary_json.hpp"

#include <utility>

namespace usecases {
namespace {

using Json = nlohmann::ordered_json;

Json list_json(const std::vector<std::string>& list) { return list.empty() ? Json::array() : Json(list); }
Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::vector<std::string> list_from(const nlohmann::json& body, const char* name) {
  return body.contains(name) ? body.at(name).get<std::vector<std::string>>() : std::vector<std::string>{};
}

std::string text_from(const nlohmann::json& body, const char* name) {
  return body.contains(name) && body.at(name).is_string() ? body.at(name).get<std::string>() : std::string();
}

}  // namespace

Json glossary_json(const domain::Glossary& glossary) {
  Json list = Json::array();
  for (const auto& entry : glossary) {
    Json terms = Json::object();
    for (const auto& [language, forms] : entry.terms) {
      terms[language] = {{"preferred", or_null(forms.preferred)},
                         {"also", list_json(forms.also)},
                         {"forbidden", list_json(forms.forbidden)}};
    }
    list.push_back({{"id", entry.id},
                    {"terms", std::move(terms)},
                    {"note", or_null(entry.note)},
                    {"unconfirmed", list_json(entry.unconfirmed)}});
  }
  return list;
}

domain::Glossary glossary_from(const nlohmann::json& entries) {
  domain::Glossary glossary;
  for (const auto& item : entries) {
    domain::GlossaryEntry entry;
    entry.id = item.at("id");
    for (const auto& [language, forms] : item.at("terms").items()) {
      entry.terms[language] = {text_from(forms, "preferred"), list_from(forms, "also"), list_from(forms, "forbidden")};
    }
    entry.note = text_from(item, "note");
    entry.unconfirmed = list_from(item, "unconfirmed");
    glossary.push_back(std::move(entry));
  }
  return glossary;
}

}  // namespace usecases
