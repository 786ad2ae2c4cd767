#include "http/contract/schema.hpp"

#include <algorithm>
#include <locale>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "domain/basis/message.hpp"
#include "http/contract/schema_walk.hpp"
#include "http/contract/schema_words.hpp"

namespace http {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

constexpr const char* kPattern = "pattern";
constexpr const char* kUnique = "uniqueItems";
constexpr std::string_view kReference = "#/components/";

// Of every component by its "$ref": each value of a request asks for some.
References references_to(const Body& components) {
  References all;
  for (const auto& [kind, of_kind] : components.items()) {
    for (const auto& [name, component] : of_kind.items()) {
      all.emplace(std::string(kReference) + kind + "/" + name, &component);
    }
  }
  return all;
}

// Whether the schema itself says this. A member of that name is described by an object and is another matter.
bool says(const Body& schema, const char* keyword) {
  const auto said = schema.is_object() ? schema.find(keyword) : schema.end();
  return said != schema.end() && !said->is_structured();
}

// A copy of the schema, and of those within it, that does not say this.
Body without(const Body& schema, const char* keyword) {
  Body copy = schema;
  if (says(copy, keyword)) copy.erase(keyword);
  for (auto& member : copy) {
    if (member.is_structured()) member = without(member, keyword);
  }
  return copy;
}

// Patterns are matched by recursion, so only strings of a bounded length may get to them.
Body without_patterns(const Body& schema) { return without(schema, kPattern); }

// What is not left to the library: it ends the process where a format meets what is no text (forms are told by
// schema_forms), and compares every two items of a list that must not repeat any, however long it is (see add_repeats).
Body for_library(const Body& schema) { return without(without(schema, "format"), kUnique); }

// Whether the schema or one that it refers to says this.
bool says_anywhere(const Body& schema, const char* keyword, const References& references,
                   std::set<std::string> seen = {}) {
  if (says(schema, keyword)) return true;
  return std::ranges::any_of(schema, [&](const Body& member) {
    if (!member.is_string()) return member.is_structured() && says_anywhere(member, keyword, references, seen);
    const auto& target = member.get_ref<const std::string&>();
    if (!target.starts_with(kReference) || !seen.insert(target).second) return false;
    return says_anywhere(*references.at(target), keyword, references, seen);
  });
}

// The schema stands in the document of all components while it is compiled: they are too large to be copied for each.
void compile(Body schema, Body& document, valijson::Schema& into) {
  document["schema"] = std::move(schema);
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(document), into);
}

// The library's errors at the leaves; those that only repeat what lies below them are left out.
std::vector<SchemaError> run(const valijson::Schema& schema, const Body& value) {
  thread_local valijson::Validator validator;  // keeps the patterns that it has compiled
  valijson::ValidationResults results;
  std::vector<SchemaError> errors;
  if (validator.validate(schema, Adapter(value), &results)) return errors;
  valijson::ValidationResults::Error error;
  while (errors.size() < kMostInWords && results.popError(error)) {
    SchemaError found{{}, error.description};
    for (std::size_t i = 1; i < error.context.size(); ++i) {
      const std::string& name = error.context[i];  // "[title]"
      found.path.push_back(name.size() > 2 ? name.substr(1, name.size() - 2) : "");
    }
    errors.push_back(std::move(found));
  }
  return errors;
}

// Texts with a pattern may have 200 characters, and no schema has half of these levels.
constexpr std::size_t kLongestMatched = 1000;
constexpr int kDeepestMatched = 32;

// Whether nothing is too long for its patterns to be matched, nor too deep to be copied. So are most values.
bool is_short(const Body& value, int depth = kDeepestMatched) {
  if (value.is_string()) return value.get_ref<const std::string&>().size() <= kLongestMatched;
  if (value.is_array()) {
    return depth > 0 && std::ranges::all_of(value, [&](const Body& member) { return is_short(member, depth - 1); });
  }
  if (!value.is_object()) return true;
  const auto& members = value.get_ref<const Body::object_t&>();
  return depth > 0 && std::ranges::all_of(members, [&](const auto& member) {
           return member.first.size() <= kLongestMatched && is_short(member.second, depth - 1);
         });
}

// A copy in which nothing is too long for its patterns to be matched, and nothing too deep to be copied: such texts and
// lists are empty there, members with such names left out.
Body shortened(const Body& value, int depth = kDeepestMatched) {
  if (value.is_string()) return value.get_ref<const std::string&>().size() > kLongestMatched ? Body("") : value;
  if (!value.is_structured()) return value;
  Body copy(value.type());
  if (depth == 0) return copy;
  for (const auto& [name, member] : value.items()) {
    if (name.size() > kLongestMatched) continue;
    if (value.is_array()) {
      copy.push_back(shortened(member, depth - 1));
    } else {
      copy[name] = shortened(member, depth - 1);
    }
  }
  return copy;
}

bool names_twice(const Body& list) {
  const auto by_value = [](const Body* one, const Body* other) { return *one < *other; };
  std::set<const Body*, decltype(by_value)> seen(by_value);
  return std::ranges::any_of(list, [&](const Body& item) { return !seen.insert(&item).second; });
}

// Compiling a pattern fills a table of the locale at first use, without a lock (libstdc++ bug 77704): it is filled
// here, before threads share it.
void fill_letter_table() {
  const auto& letters = std::use_facet<std::ctype<char>>(std::locale());
  for (int letter = 1; letter < 256; ++letter) static_cast<void>(letters.narrow(static_cast<char>(letter), '\0'));
}

}  // namespace

struct Schema::Compiled {
  std::once_flag once;
  valijson::Schema bounds;                   // all but the patterns
  std::optional<valijson::Schema> patterns;  // with them; none where there are none
  bool has_unique = false;                   // whether a list must not repeat its items
};

Schema::Schema(Body body) : body_(std::move(body)), compiled_(std::make_shared<Compiled>()) {}

Schemas::Schemas(const Body& components)
    : components_(components),
      whole_{{"$ref", "#/schema"}, {"components", for_library(components)}},
      bounds_(without_patterns(whole_)),
      references_(references_to(components_)) {
  fill_letter_table();
}

const Body& Schemas::resolve(const Body& schema) const {
  const auto reference = schema.find("$ref");
  return reference == schema.end() ? schema : *references_.at(reference->get_ref<const std::string&>());
}

const Body& Schemas::schema_at(const Body& schema, const std::vector<std::string>& path) const {
  static const Body nothing = Body::object();
  const Body* at = &resolve(schema);
  for (const std::string& name : path) {
    if (at->contains("properties") && at->at("properties").contains(name)) {
      at = &at->at("properties").at(name);
    } else if (at->contains("items")) {
      at = &at->at("items");
    } else if (at->contains("additionalProperties") && at->at("additionalProperties").is_object()) {
      at = &at->at("additionalProperties");
    } else {
      return nothing;
    }
    at = &resolve(*at);
  }
  return *at;
}

const Schema::Compiled& Schemas::compiled(const Schema& schema) const {
  Schema::Compiled& made = *schema.compiled_;
  std::call_once(made.once, [&] {
    const std::lock_guard lock(compiling_);
    const Body body = for_library(schema.body());
    compile(without_patterns(body), bounds_, made.bounds);
    if (says_anywhere(body, kPattern, references_)) compile(body, whole_, made.patterns.emplace());
    made.has_unique = says_anywhere(schema.body(), kUnique, references_);
  });
  return made;
}

std::vector<SchemaError> Schemas::errors_of(const Schema& schema, const Body& value) const {
  const Schema::Compiled& made = compiled(schema);
  if (made.patterns && is_short(value)) return run(*made.patterns, value);
  auto errors = run(made.bounds, value);
  if (!made.patterns) return errors;
  if (std::ranges::none_of(errors, is_too_long)) return run(*made.patterns, value);
  // What is too long hides no other fault.
  for (auto& error : run(*made.patterns, shortened(value))) {
    if (is_about_form(error)) errors.push_back(std::move(error));
  }
  return errors;
}

std::vector<domain::Finding> Schemas::check(const Schema& schema, const Body& value) const {
  std::map<const Body*, Schema> of_names;  // each is compiled once
  auto findings = in_words(
      errors_of(schema, value), value,
      [&](const std::vector<std::string>& path) -> const Body& { return schema_at(schema.body(), path); },
      [&](const Body& names, const std::string& name) {
        const auto of_name = check(of_names.try_emplace(&names, names).first->second, name);
        return of_name.empty() ? domain::Message() : of_name.front().message;
      });
  if (compiled(schema).has_unique) add_repeats(schema, value, findings);
  return findings;
}

void Schemas::add_repeats(const Schema& schema, const Body& value, std::vector<domain::Finding>& findings) const {
  const std::size_t before = findings.size();
  const auto resolved = [this](const Body& one) -> const Body& { return resolve(one); };
  walk(schema.body(), value, resolved, [&](const Body& of_place, const Body& list, const Body::json_pointer& place) {
    if (!list.is_array() || !of_place.value(kUnique, false) || !names_twice(list)) return true;
    findings.push_back({place.to_string(), domain::Fault::repeated, domain::say("names the same twice")});
    return findings.size() - before < kMostInWords;
  });
  if (findings.size() > before) std::ranges::stable_sort(findings, {}, &domain::Finding::pointer);
}

}  // namespace http
