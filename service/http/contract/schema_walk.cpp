#include "http/contract/schema_walk.hpp"

#include <string>
#include <utility>

namespace http {
namespace {

class Walk {
 public:
  Walk(const ResolveSchema& resolve, const VisitPlace& visit) : resolve_(resolve), visit_(visit) {}

  // False: enough was found.
  bool go(const Body& given, const Body& value) {
    const Body& schema = resolve_(given);
    if (!visit_(schema, value, place_)) return false;
    if (value.is_array()) return go_on_in_list(schema, value);
    if (value.is_object()) return go_on_in_object(schema, value);
    return true;
  }

 private:
  bool go_down(std::string name, const Body& schema, const Body& value) {
    place_.push_back(std::move(name));
    const bool on = go(schema, value);
    place_.pop_back();
    return on;
  }

  bool go_on_in_list(const Body& schema, const Body& list) {
    const auto items = schema.find("items");
    if (items == schema.end()) return true;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!go_down(std::to_string(i), *items, list[i])) return false;
    }
    return true;
  }

  bool go_on_in_object(const Body& schema, const Body& object) {
    static const Body none = Body::object();
    const auto properties = schema.find("properties");
    const Body& known = properties == schema.end() ? none : *properties;
    const auto others = schema.find("additionalProperties");
    for (const auto& [name, member] : object.items()) {
      const auto property = known.find(name);
      if (property != known.end()) {
        if (!go_down(name, *property, member)) return false;
      } else if (others != schema.end() && others->is_object()) {
        if (!go_down(name, *others, member)) return false;
      }
    }
    return true;
  }

  const ResolveSchema& resolve_;
  const VisitPlace& visit_;
  Body::json_pointer place_;
};

}  // namespace

void walk(const Body& schema, const Body& value, const ResolveSchema& resolve, const VisitPlace& visit) {
  Walk(resolve, visit).go(schema, value);
}

}  // namespace http
