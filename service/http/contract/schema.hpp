// JSON Schema (draft 7, as the contract writes it) by valijson, with complaints that a person understands.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/basis/error.hpp"
#include "http/contract/json.hpp"
#include "http/contract/schema_words.hpp"

namespace http {

// One schema of the contract. Copies share what is made of it at the first check.
class Schema {
 public:
  explicit Schema(Body body);

  const Body& body() const { return body_; }

 private:
  friend class Schemas;
  struct Compiled;

  Body body_;
  std::shared_ptr<Compiled> compiled_;
};

// The components of the contract, each by the "$ref" that means it.
using References = std::unordered_map<std::string, const Body*>;

class Schemas {
 public:
  // components: the contract's own, which "$ref": "#/components/schemas/..." points into.
  explicit Schemas(const Body& components);

  // Every wrong place in the value, as JSON Pointers; empty: it is as the schema says.
  std::vector<domain::Finding> check(const Schema& schema, const Body& value) const;

  // The schema that a $ref stands for; any other schema itself.
  const Body& resolve(const Body& schema) const;

 private:
  const Schema::Compiled& compiled(const Schema& schema) const;
  std::vector<SchemaError> errors_of(const Schema& schema, const Body& value) const;
  // The schema of the place at a path of member names and item numbers; an empty object where nothing is said of it.
  const Body& schema_at(const Body& schema, const std::vector<std::string>& path) const;

  // Lists that must not repeat an item and do.
  void add_repeats(const Schema& schema, const Body& value, std::vector<domain::Finding>& findings) const;

  Body components_;
  mutable std::mutex compiling_;
  mutable Body whole_;   // "components", and the "schema" that is being compiled
  mutable Body bounds_;  // the same without patterns
  References references_;
};

}  // namespace http
