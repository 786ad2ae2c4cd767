#include "http/schema_words.hpp"

#include <algorithm>
#include <set>

namespace http {
namespace {

using domain::Finding;
using Path = std::vector<std::string>;

// The library's words by which its complaints are told apart; anything else is passed on as it is.
constexpr std::string_view kRepeats = "Failed to validate";
constexpr std::string_view kMissing = "Missing required property '";
constexpr std::string_view kUnknown = "Object contains a property that could not be validated";
constexpr std::string_view kPattern = "Failed to match regex";
constexpr std::string_view kType = "Value type not permitted";
constexpr std::string_view kChoice = "Failed to match against any enum values";
constexpr std::string_view kEmpty = "should have no fewer than 1 ";
constexpr std::string_view kEmptyText = "should be no fewer than 1 ";
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

std::string what_fits(const Body& schema) {
  const std::string description = schema.value("description", "");
  return description.empty() ? "has not the right form" : "has not the right form. " + description;
}

std::string sentence(const SchemaError& error, const Body& schema) {
  const std::string& said = error.description;
  if (said.starts_with(kPattern)) return what_fits(schema);
  if (said.starts_with(kType) && schema.contains("type")) return "must be " + type_words(schema);
  if (said.starts_with(kChoice)) return "must be one of " + list_of(schema.value("enum", Body::array()));
  const bool empty = said.find(kEmpty) != std::string::npos || said.find(kEmptyText) != std::string::npos;
  return empty ? "must not be empty" : said;
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
  Wording(const Body& value, const SchemaLookup& schema_at, const NameCheck& takes_name)
      : value_(value), schema_at_(schema_at), takes_name_(takes_name) {}

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
      if (!takes_name_(schema.at("propertyNames"), name))
        add(place, "is no name for this place. " + schema.value("description", ""));
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
  const NameCheck& takes_name_;
  std::set<std::string> said_;
  std::vector<Finding> findings_;
};

bool repeats(const SchemaError& error) { return error.description.starts_with(kRepeats); }

}  // namespace

bool is_too_long(const SchemaError& error) {
  return error.description.find("should be no more than") != std::string::npos ||
         error.description.find("should contain no more than") != std::string::npos;
}

std::vector<Finding> in_words(const std::vector<SchemaError>& errors, const Body& value, const SchemaLookup& schema_at,
                              const NameCheck& takes_name) {
  Wording wording(value, schema_at, takes_name);
  for (const SchemaError& error : errors) {
    if (!repeats(error)) wording.say(error);
    if (error.description.find(kRepeatedName) != std::string::npos) {
      wording.say_names(child(error.path, quoted_in(error.description)));
    }
  }
  auto findings = std::move(wording).findings();
  if (findings.empty() && !errors.empty())
    findings.push_back({pointer_of(errors.front().path), errors.front().description});
  std::ranges::sort(findings, {}, &Finding::pointer);
  return findings;
}

}  // namespace http
