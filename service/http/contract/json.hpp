// JSON as the contract writes it: fields in the documented order, absent things as null.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"

namespace http {

using Json = nlohmann::ordered_json;  // of answers
using Body = nlohmann::json;          // of requests

// The object that Json{{"name", value}, ...} makes, with a quarter of its allocations: for what answers hold by the
// hundred.
template <std::size_t count>
Json object(std::pair<const char*, Json> (&&members)[count]) {
  Json::object_t made;
  made.reserve(count);
  for (auto& [name, value] : members) made.emplace_back(name, std::move(value));
  return made;
}

inline Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}
inline Json time_json(domain::Millis time) { return domain::format_time(time); }
inline Json time_json(const std::optional<domain::Millis>& time) { return time ? time_json(*time) : Json(); }
inline Json localized_json(const domain::LocalizedText& text) { return text.empty() ? Json::object() : Json(text); }
inline Json list_json(const std::vector<std::string>& list) { return list.empty() ? Json::array() : Json(list); }

// {user, name, agency, role, for}; for: whose deputy it was, {user, name} or null
Json author_json(const domain::Author& author);

// Optional members of a request body; the schema has checked their types. A null is read as absent.
std::optional<std::string> optional_text(const Body& body, const char* name);
std::optional<std::int64_t> optional_integer(const Body& body, const char* name);
std::optional<bool> optional_bool(const Body& body, const char* name);
domain::LocalizedText localized_from(const Body& body);  // a null value becomes "" (remove this language)
std::optional<domain::LocalizedText> optional_localized(const Body& body, const char* name);
std::optional<std::vector<std::string>> optional_list(const Body& body, const char* name);
// A member that may be set to null: absent, nothing, or a text.
std::optional<std::optional<std::string>> nullable_text(const Body& body, const char* name);

}  // namespace http
