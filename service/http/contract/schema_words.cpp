#include "http/contract/schema_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace http {
namespace {

using domain::Finding;
using Path = std::vector<std::string>;

// The library's words by which its complaints are told apart; anything else is passed on as it is.
constexpr std::string_view kRepeats = "Failed to validate";
constexpr std::string_view kMissing = "Missing required property '";
constexpr std::string_view kUnknown = "Object contains a property that could not be validated";
constexpr std::string_view kPattern = "Failed to match regex";
constexpr std::string_view kFormat = "String should be a valid ";
constexpr std::string_view kSame = "Elements at indexes #";
constexpr std::string_view kType = "Value type not permitted";
constexpr std::string_view kChoice = "Failed to match against any enum values";
constexpr std::string_view kRepeatedName = "schema associated with property name '";

std::string pointer_of(const Path& path) {
  std::string pointer;
  for (const std::string& name : path) {
    pointer += '/';
    for (const char c : name) pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return pointer;
}

// The text between the first and the last apostrophe.
std::string quoted_in(const std::string& text) {
  const auto begin = text.find('\'');
  const auto end = text.rfind('\'');
  return begin == std::string::npos || end <= begin ? "" : text.substr(begin + 1, end - begin - 1);
}

std::string list_of(const Body& names) {
  std::string list;
  for (const auto& name : names)
    list += (list.empty() ? "" : ", ") + (name.is_string() ? name.get<std::string>() : name.dump());
  return list;
}

std::string type_words(const Body& schema) {
  static const std::map<std::string, std::string> words{
      {"string", "a text"},    {"integer", "a whole number"}, {"number", "a number"}, {"boolean", "true or false"},
      {"object", "an object"}, {"array", "a list"},           {"null", "null"}};
  const Body types = schema.value("type", Body::array());
  std::string text;
  for (const auto& type : types.is_array() ? types : Body::array({types})) {
    text += (text.empty() ? "" : " or ") + words.at(type.get<std::string>());
  }
  return text;
}

// The library's words for what is too much or too little: the bound in the schema, and ours.
struct Bound {
  std::string_view said;
  const char* keyword;
  std::string_view before;
  std::string_view behind;
};
constexpr std::array<Bound, 8> kBounds{{
    {"String should be no more than", "maxLength", "is too long; at most ", " characters are allowed"},
    {"String should be no fewer than", "minLength", "is too short; at least ", " characters are needed"},
    {"Array should contain no more than", "maxItems", "has too many items; at most ", " are allowed"},
    {"Array should contain no fewer than", "minItems", "has too few items; at least ", " are needed"},
    {"Object should have no more than", "maxProperties", "has too many members; at most ", " are allowed"},
    {"Object should have no fewer than", "minProperties", "has too few members; at least ", " are needed"},
    {"Expected number less than", "maximum", "must be at most ", ""},
    {"Expected number greater than", "minimum", "must be at least ", ""},
}};

const Bound* bound_in(const SchemaError& error) {
  const auto found =
      std::ranges::find_if(kBounds, [&](const Bound& b) { return error.description.starts_with(b.said); });
  return found == kBounds.end() ? nullptr : &*found;
}

std::string bound_words(const Bound& bound, const Body& schema) {
  const Body limit = schema.value(bound.keyword, Body());
  const bool none = limit == 1 && std::string_view(bound.keyword).starts_with("min") && !bound.behind.empty();
  return none ? "must not be empty" : std::string(bound.before) + limit.dump() + std::string(bound.behind);
}

std::string sentence(const SchemaError& error, const Body& schema) {
  const std::string& said = error.description;
  if (said.starts_with(kPattern) || said.starts_with(kFormat)) return wrong_form(schema);
  if (said.starts_with(kType) && schema.contains("type")) return "must be " + type_words(schema);
  if (said.starts_with(kChoice)) return "must be one of " + list_of(schema.value("enum", Body::array()));
  if (said.starts_with(kSame)) return "names the same twice";
  const Bound* bound = bound_in(error);
  if (bound == nullptr || !schema.contains(bound->keyword)) return wrong_form(schema);
  const bool of_text = bound->said.starts_with("String");
  return of_text && schema.contains("examples") ? wrong_form(schema) : bound_words(*bound, schema);
}

std::string known_members(const Body& schema) {
  Body names = Body::array();
  const Body properties = schema.value("properties", Body::object());
  for (const auto& [name, ignored] : properties.items()) names.push_back(name);
  return list_of(names);
}

const Body* value_at(const Body& value, const Path& path) {
  const Body::json_pointer pointer(pointer_of(path));
  return value.contains(pointer) ? &value.at(pointer) : nullptr;
}

Path child(Path path, const std::string& name) {
  path.push_back(name);
  return path;
}

class Wording {
 public:
  Wording(const Body& value, const SchemaLookup& schema_at, const NameCheck& complaint_about)
      : value_(value), schema_at_(schema_at), complaint_about_(complaint_about) {}

  void say(const SchemaError& error) {
    const Body& schema = schema_at_(error.path);
    if (error.description.starts_with(kMissing)) {
      add(child(error.path, quoted_in(error.description)), "is missing");
    } else if (error.description.starts_with(kUnknown)) {
      say_unknown(error.path, schema);
    } else {
      add(error.path, sentence(error, schema));
    }
  }

  // The library is silent about names of members that do not fit; it only says that the object they are in does not.
  void say_names(const Path& path) {
    const Body& schema = schema_at_(path);
    const Body* object = value_at(value_, path);
    if (object == nullptr || !object->is_object() || !schema.contains("propertyNames")) return;
    for (const auto& [name, ignored] : object->items()) {
      const Path place = child(path, name);
      const std::string complaint = complaint_about_(schema.at("propertyNames"), name);
      if (!complaint.empty()) add(place, "is no name for this place: it " + complaint);
    }
  }

  std::vector<Finding> findings() && { return std::move(findings_); }

 private:
  void say_unknown(const Path& path, const Body& schema) {
    const Body* object = value_at(value_, path);
    if (object == nullptr) return;
    const Body known = schema.value("properties", Body::object());
    for (const auto& [name, ignored] : object->items()) {
      if (!known.contains(name)) add(child(path, name), "is not known here; known are " + known_members(schema));
    }
  }

  void add(const Path& path, const std::string& message) {
    Finding finding{pointer_of(path), message};
    if (said_.insert(finding.pointer + "\n" + finding.message).second) findings_.push_back(std::move(finding));
  }

  const Body& value_;
  const SchemaLookup& schema_at_;
  const NameCheck& complaint_about_;
  std::set<std::string> said_;
  std::vector<Finding> findings_;
};

bool repeats(const SchemaError& error) { return error.description.starts_with(kRepeats); }

}  // namespace

bool is_too_long(const SchemaError& error) {
  const Bound* bound = bound_in(error);
  return bound != nullptr && bound->said.ends_with("no more than");
}

bool is_about_form(const SchemaError& error) {
  return error.description.starts_with(kPattern) || error.description.find(kRepeatedName) != std::string::npos;
}

std::string wrong_form(const Body& schema) {
  std::string text = "has not the right form";
  if (const std::string form = schema.value("description", ""); !form.empty()) text += ". " + form;
  if (schema.contains("examples")) text += " For example: " + list_of(schema.at("examples"));
  return text;
}

std::vector<Finding> in_words(const std::vector<SchemaError>& errors, const Body& value, const SchemaLookup& schema_at,
                              const NameCheck& complaint_about) {
  Wording wording(value, schema_at, complaint_about);
  for (const SchemaError& error : errors) {
    if (!repeats(error)) wording.say(error);
    if (error.description.find(kRepeatedName) != std::string::npos) {
      wording.say_names(child(error.path, quoted_in(error.description)));
    }
  }
  auto findings = std::move(wording).findings();
  if (findings.empty() && !errors.empty()) {
    const Path& path = errors.front().path;
    findings.push_back({pointer_of(path), wrong_form(schema_at(path))});
  }
  std::ranges::sort(findings, {}, [](const Finding& one) { return std::tie(one.pointer, one.message); });
  return findings;
}

}  // namespace http
