#include "http/contract/schema_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "domain/basis/message.hpp"

namespace http {
namespace {

using domain::Fault;
using domain::Finding;
using domain::Message;
using domain::say;
using Path = std::vector<std::string>;

// The library's words by which its complaints are told apart; anything else is passed on as it is.
constexpr std::string_view kRepeats = "Failed to validate";
constexpr std::string_view kMissing = "Missing required property '";
constexpr std::string_view kUnknown = "Object contains a property that could not be validated";
constexpr std::string_view kPattern = "Failed to match regex";
constexpr std::string_view kFormat = "String should be a valid ";
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

Message type_word(const std::string& type) {
  if (type == "string") return say("a text");
  if (type == "integer") return say("a whole number");
  if (type == "number") return say("a number");
  if (type == "boolean") return say("true or false");
  if (type == "object") return say("an object");
  if (type == "array") return say("a list");
  return Message::verbatim(type);
}

Message type_words(const Body& schema) {
  const Body types = schema.value("type", Body::array());
  Message text;
  for (const auto& type : types.is_array() ? types : Body::array({types})) {
    const Message word = type_word(type.get<std::string>());
    text = text.empty() ? word : say("{0} or {1}", text, word);
  }
  return text;
}

// The library's words for what is too much or too little: the bound in the schema, and ours.
struct Bound {
  std::string_view said;
  const char* keyword;
  Fault code;
  Message (*told)(const std::string& limit);
};
constexpr std::array<Bound, 8> kBounds{{
    {"String should be no more than", "maxLength", Fault::too_long,
     [](const std::string& limit) { return say("is too long; at most {0} characters are allowed", limit); }},
    {"String should be no fewer than", "minLength", Fault::too_short,
     [](const std::string& limit) { return say("is too short; at least {0} characters are needed", limit); }},
    {"Array should contain no more than", "maxItems", Fault::too_many,
     [](const std::string& limit) { return say("has too many items; at most {0} are allowed", limit); }},
    {"Array should contain no fewer than", "minItems", Fault::too_few,
     [](const std::string& limit) { return say("has too few items; at least {0} are needed", limit); }},
    {"Object should have no more than", "maxProperties", Fault::too_many,
     [](const std::string& limit) { return say("has too many members; at most {0} are allowed", limit); }},
    {"Object should have no fewer than", "minProperties", Fault::too_few,
     [](const std::string& limit) { return say("has too few members; at least {0} are needed", limit); }},
    {"Expected number less than", "maximum", Fault::out_of_range,
     [](const std::string& limit) { return say("must be at most {0}", limit); }},
    {"Expected number greater than", "minimum", Fault::out_of_range,
     [](const std::string& limit) { return say("must be at least {0}", limit); }},
}};

const Bound* bound_in(const SchemaError& error) {
  const auto found =
      std::ranges::find_if(kBounds, [&](const Bound& b) { return error.description.starts_with(b.said); });
  return found == kBounds.end() ? nullptr : &*found;
}

Message bound_words(const Bound& bound, const Body& schema) {
  const Body limit = schema.value(bound.keyword, Body());
  const bool none = limit == 1 && (bound.code == Fault::too_short || bound.code == Fault::too_few);
  return none ? say("must not be empty") : bound.told(limit.dump());
}

// What is wrong, at no place yet.
Finding complaint(const SchemaError& error, const Body& schema) {
  const std::string& said = error.description;
  if (said.starts_with(kType) && schema.contains("type"))
    return {"", Fault::wrong_type, say("must be {0}", type_words(schema))};
  if (said.starts_with(kChoice)) {
    return {"", Fault::unknown, say("must be one of {0}", list_of(schema.value("enum", Body::array())))};
  }
  const Bound* bound = bound_in(error);
  if (bound == nullptr || !schema.contains(bound->keyword)) return {"", Fault::wrong_form, wrong_form(schema)};
  const bool of_text = bound->said.starts_with("String");
  const bool shown = of_text && schema.contains("examples");
  return {"", bound->code, shown ? wrong_form(schema) : bound_words(*bound, schema)};
}

std::string list_of_names(const Body& properties) {
  std::string list;
  for (const auto& [name, ignored] : properties.items()) list += (list.empty() ? "" : ", ") + name;
  return list;
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

  void put(const SchemaError& error) {
    const Body& schema = schema_at_(error.path);
    if (error.description.starts_with(kMissing)) {
      add(child(error.path, quoted_in(error.description)), Fault::missing, say("is missing"));
    } else if (error.description.starts_with(kUnknown)) {
      put_unknown(error.path, schema);
    } else {
      Finding found = complaint(error, schema);
      add(error.path, found.code, std::move(found.message));
    }
  }

  // The library is silent about names of members that do not fit; it only says that the object they are in does not.
  void put_names(const Path& path) {
    const Body& schema = schema_at_(path);
    const Body* object = value_at(value_, path);
    if (object == nullptr || !object->is_object() || !schema.contains("propertyNames")) return;
    for (const auto& [name, ignored] : object->items()) {
      if (full()) return;
      const Path place = child(path, name);
      const Message complaint = complaint_about_(schema.at("propertyNames"), name);
      if (!complaint.empty()) add(place, Fault::wrong_form, say("cannot be a name here: it {0}", complaint));
    }
  }

  std::vector<Finding> findings() && { return std::move(findings_); }

 private:
  bool full() const { return findings_.size() >= kMostInWords; }

  void put_unknown(const Path& path, const Body& schema) {
    const Body* object = value_at(value_, path);
    if (object == nullptr) return;
    const Body known = schema.value("properties", Body::object());
    const Message complaint = say("is not known here; known are {0}", list_of_names(known));
    for (const auto& [name, ignored] : object->items()) {
      if (full()) return;
      if (!known.contains(name)) add(child(path, name), Fault::unknown, complaint);
    }
  }

  void add(const Path& path, Fault code, Message message) {
    Finding finding{pointer_of(path), code, std::move(message)};
    if (told_.insert(finding.pointer + "\n" + finding.message.english()).second)
      findings_.push_back(std::move(finding));
  }

  const Body& value_;
  const SchemaLookup& schema_at_;
  const NameCheck& complaint_about_;
  std::set<std::string> told_;
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

Message wrong_form(const Body& schema) {
  Message text = say("does not have the right form");
  if (const std::string form = schema.value("description", ""); !form.empty()) text = say("{0}. {1}", text, form);
  if (schema.contains("examples")) text = say("{0} For example: {1}", text, list_of(schema.at("examples")));
  return text;
}

std::vector<Finding> in_words(const std::vector<SchemaError>& errors, const Body& value, const SchemaLookup& schema_at,
                              const NameCheck& complaint_about) {
  Wording wording(value, schema_at, complaint_about);
  for (const SchemaError& error : errors) {
    if (!repeats(error)) wording.put(error);
    if (error.description.find(kRepeatedName) != std::string::npos) {
      wording.put_names(child(error.path, quoted_in(error.description)));
    }
  }
  auto findings = std::move(wording).findings();
  if (findings.empty() && !errors.empty()) {
    const Path& path = errors.front().path;
    findings.push_back({pointer_of(path), Fault::wrong_form, wrong_form(schema_at(path))});
  }
  std::ranges::sort(findings, {}, [](const Finding& one) { return std::tie(one.pointer, one.message); });
  return findings;
}

}  // namespace http
