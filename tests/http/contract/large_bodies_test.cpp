// How long it takes to refuse a body in which one place holds far more than it may.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "http/contract/contract.hpp"
#include "support/peak_memory.hpp"
#include "support/processor_time.hpp"
#include "support/sanitized.hpp"

using http::Body;
using support::kSanitized;
using support::peak_megabytes;

namespace {

using Path = std::vector<std::string>;  // names of members; empty: an item of a list

struct Place {
  const http::Operation* operation;
  std::string type;  // of the body
  Path path;

  Body body_with(Body value) const {
    for (auto name = path.rbegin(); name != path.rend(); ++name) {
      value = name->empty() ? Body::array({std::move(value)}) : Body{{*name, std::move(value)}};
    }
    return value;
  }
  std::string told() const {
    std::string text = operation->operation_id + " ";
    for (const auto& name : path) text += "/" + (name.empty() ? "0" : name);
    return text;
  }
};

// Every place of the JSON bodies that the contract tells, each schema once.
class Places {
 public:
  Places() {
    for (const auto& operation : http::Contract::instance().operations()) {
      for (const auto& [type, schema] : operation.request) {
        if (type.ends_with("json")) collect({&operation, type, {}}, schema.body());
      }
    }
  }

  const std::vector<Place>& all() const { return found_; }

 private:
  void collect(const Place& place, const Body& given) {
    const Body& schema = http::Contract::instance().resolve(given);
    if (!seen_.insert(&schema).second) return;
    found_.push_back(place);
    const Body properties = schema.value("properties", Body::object());
    for (const auto& [name, member] : properties.items()) collect(within(place, name), schema["properties"][name]);
    if (schema.contains("items")) collect(within(place, ""), schema["items"]);
    const auto others = schema.find("additionalProperties");
    if (others != schema.end() && others->is_object()) collect(within(place, "en"), *others);
  }

  static Place within(Place place, const std::string& name) {
    place.path.push_back(name);
    return place;
  }

  std::set<const Body*> seen_;
  std::vector<Place> found_;
};

// Of as many values each. What compares them with one another takes a thousand times as long as what looks at each.
std::vector<std::pair<std::string, Body>> many_values(int count) {
  Body texts = Body::array();
  Body members = Body::object();
  for (int i = 0; i < count; ++i) {
    texts.push_back("a" + std::to_string(i));
    members["a" + std::to_string(i)] = "x";
  }
  return {{"texts", texts},
          {"ones", Body(Body::array_t(static_cast<std::size_t>(count), 1))},
          {"members", members},
          {"text", std::string(1U << 21U, 'x')}};
}

std::vector<domain::Finding> findings_of(const Place& place, const Body& value) {
  return http::Contract::instance().check_request_body(*place.operation, place.type, place.body_with(value));
}

}  // namespace

TEST_CASE("many values at any place of any body are refused in a time that grows as they do") {
  const Places places;
  CHECK(places.all().size() > 200);
  const auto values = many_values(kSanitized ? 2'000 : 10'000);
  for (const Place& place : places.all()) {
    for (const auto& [kind, value] : values) {
      CAPTURE(place.told());
      CAPTURE(kind);
      const double begin = support::processor_seconds();
      const std::size_t found = findings_of(place, value).size();
      CHECK(support::processor_seconds() - begin < (kSanitized ? 3 : 0.5));  // 0.01 and less on a quiet machine
      CHECK(found > 0);
      CHECK(found < 3'500);
    }
  }
}

TEST_CASE("the most values that a body may have are refused in bounded memory") {
  const Places places;
  const auto values = many_values(100'000);
  for (const Place& place : places.all()) {
    if (place.path != Path{"scopes"}) continue;  // what is wrong with each of its items are two things
    for (const auto& [kind, value] : values) {
      CAPTURE(place.told());
      CAPTURE(kind);
      const long megabytes = peak_megabytes([&, &all = value] { CHECK_FALSE(findings_of(place, all).empty()); });
      CHECK(megabytes < (kSanitized ? 800 : 120));  // 64 the most
    }
  }
}
