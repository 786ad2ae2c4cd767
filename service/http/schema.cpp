#include "http/schema.hpp"

#include <algorithm>
#include <locale>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "http/schema_words.hpp"

namespace http {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

// A copy without patterns: they are matched by recursion, so only strings of a bounded length may get to them.
Body without_patterns(const Body& schema) {
  Body copy = schema;
  if (copy.is_object() && copy.contains("pattern") && copy["pattern"].is_string()) copy.erase("pattern");
  for (auto& member : copy) {
    if (member.is_structured()) member = without_patterns(member);
  }
  return copy;
}

void compile(const Body& schema, const Body& components, valijson::Schema& into) {
  Body root = schema;
  root["components"] = components;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(root), into);
}

// The library's errors at the leaves; those that only repeat what lies below them are left out.
std::vector<SchemaError> run(const valijson::Schema& schema, const Body& value) {
  thread_local valijson::Validator validator;  // keeps the patterns that it has compiled
  valijson::ValidationResults results;
  std::vector<SchemaError> errors;
  if (validator.validate(schema, Adapter(value), &results)) return errors;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    SchemaError found{{}, error.description};
    for (std::size_t i = 1; i < error.context.size(); ++i) {
      const std::string& name = error.context[i];  // "[title]"
      found.path.push_back(name.size() > 2 ? name.substr(1, name.size() - 2) : "");
    }
    errors.push_back(std::move(found));
  }
  return errors;
}

// Compiling a pattern fills a table of the locale at first use, without a lock (libstdc++ bug 77704): it is filled
// here, before threads share it.
void fill_letter_table() {
  const auto& letters = std::use_facet<std::ctype<char>>(std::locale());
  for (int letter = 1; letter < 256; ++letter) static_cast<void>(letters.narrow(static_cast<char>(letter), '\0'));
}

}  // namespace

struct Schemas::Compiled {
  valijson::Schema bounds;  // all but the patterns
  valijson::Schema whole;
};

Schemas::Schemas(Body components) : components_(std::move(components)) { fill_letter_table(); }

Schemas::~Schemas() = default;

const Body& Schemas::resolve(const Body& schema) const {
  constexpr std::string_view prefix = "#/components/";
  const auto reference = schema.find("$ref");
  if (reference == schema.end()) return schema;
  const std::string target = reference->get<std::string>();
  return components_.at(Body::json_pointer("/" + target.substr(prefix.size())));
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

const Schemas::Compiled& Schemas::compiled(const Body& schema) const {
  const std::lock_guard lock(mutex_);
  auto& entry = compiled_[schema.dump()];
  if (!entry) {
    entry = std::make_unique<Compiled>();
    compile(schema, components_, entry->whole);
    compile(without_patterns(schema), without_patterns(components_), entry->bounds);
  }
  return *entry;
}

std::vector<domain::Finding> Schemas::check(const Body& schema, const Body& value) const {
  const Compiled& both = compiled(schema);
  auto errors = run(both.bounds, value);
  if (std::ranges::none_of(errors, is_too_long)) errors = run(both.whole, value);
  return in_words(
      errors, value, [&](const std::vector<std::string>& path) -> const Body& { return schema_at(schema, path); },
      [&](const Body& names, const std::string& name) { return check(names, name).empty(); });
}

}  // namespace http
