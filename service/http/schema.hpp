// JSON Schema (draft 7, as the contract writes it) by valijson, with complaints that a person understands.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "domain/error.hpp"
#include "http/json.hpp"

namespace http {

class Schemas {
 public:
  // components: the contract's own, which "$ref": "#/components/schemas/..." points into.
  explicit Schemas(Body components);
  ~Schemas();
  Schemas(const Schemas&) = delete;
  Schemas& operator=(const Schemas&) = delete;

  // Every wrong place in the value, as JSON Pointers; empty: it is as the schema says.
  std::vector<domain::Finding> check(const Body& schema, const Body& value) const;

  // The schema that a $ref stands for; any other schema itself.
  const Body& resolve(const Body& schema) const;

 private:
  struct Compiled;  // of one schema; made when it is needed first

  const Compiled& compiled(const Body& schema) const;
  // The schema of the place at a path of member names and item numbers; an empty object where nothing is said of it.
  const Body& schema_at(const Body& schema, const std::vector<std::string>& path) const;

  Body components_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<Compiled>> compiled_;  // by the schema's text
};

}  // namespace http
