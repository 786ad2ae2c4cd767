#include "http/contract/json.hpp"

namespace http {
namespace {

const Body* member(const Body& body, const char* name) {
  const auto found = body.find(name);
  return found == body.end() || found->is_null() ? nullptr : &*found;
}

}  // namespace

Json author_json(const domain::Author& author) {
  Json absent;
  if (!author.for_user.empty()) absent = {{"user", author.for_user}, {"name", author.for_name}};
  return {{"user", author.user},
          {"name", author.name},
          {"agency", or_null(author.agency)},
          {"role", or_null(author.role)},
          {"for", absent}};
}

std::optional<std::string> optional_text(const Body& body, const char* name) {
  const Body* value = member(body, name);
  return value == nullptr ? std::nullopt : std::optional(value->get<std::string>());
}

std::optional<std::int64_t> optional_integer(const Body& body, const char* name) {
  const Body* value = member(body, name);
  return value == nullptr ? std::nullopt : std::optional(value->get<std::int64_t>());
}

std::optional<bool> optional_bool(const Body& body, const char* name) {
  const Body* value = member(body, name);
  return value == nullptr ? std::nullopt : std::optional(value->get<bool>());
}

domain::LocalizedText localized_from(const Body& body) {
  domain::LocalizedText text;
  for (const auto& [language, value] : body.items()) text[language] = value.is_null() ? "" : value.get<std::string>();
  return text;
}

std::optional<domain::LocalizedText> optional_localized(const Body& body, const char* name) {
  const Body* value = member(body, name);
  return value == nullptr ? std::nullopt : std::optional(localized_from(*value));
}

std::optional<std::vector<std::string>> optional_list(const Body& body, const char* name) {
  const Body* value = member(body, name);
  return value == nullptr ? std::nullopt : std::optional(value->get<std::vector<std::string>>());
}

std::optional<std::optional<std::string>> nullable_text(const Body& body, const char* name) {
  if (!body.contains(name)) return std::nullopt;
  return optional_text(body, name);
}

}  // namespace http
