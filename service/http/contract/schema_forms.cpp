#include "http/contract/schema_forms.hpp"

#include <map>
#include <optional>
#include <string>

#include "domain/calendar.hpp"
#include "domain/message.hpp"
#include "http/contract/schema_words.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/frame/time_zone.hpp"

namespace http {
namespace {

using Findings = std::vector<domain::Finding>;

constexpr std::size_t kMostFindings = 1000;

// What is wrong with the text, at no place yet.
using FormCheck = std::optional<domain::Finding> (*)(const std::string& text, const Body& schema);

std::optional<domain::Finding> unless(bool right, const Body& schema) {
  if (right) return std::nullopt;
  return domain::Finding{"", domain::Fault::wrong_form, wrong_form(schema)};
}

template <class Check>
std::optional<domain::Finding> complaint_of(Check check) {
  try {
    check();
    return std::nullopt;
  } catch (const domain::Error& error) {
    return error.findings().at(0);
  }
}

const std::map<std::string, FormCheck, std::less<>>& forms() {
  static const std::map<std::string, FormCheck, std::less<>> all{
      {"day",
       [](const std::string& text, const Body& schema) { return unless(domain::parse_day(text).has_value(), schema); }},
      {"moment", [](const std::string& text,
                    const Body& schema) { return unless(domain::parse_time(text).has_value(), schema); }},
      {"time-zone",
       [](const std::string& text, const Body& schema) { return unless(usecases::is_time_zone(text), schema); }},
      {"name",
       [](const std::string& text, const Body&) { return complaint_of([&] { usecases::check_name(text, ""); }); }},
      {"remark",
       [](const std::string& text, const Body&) { return complaint_of([&] { usecases::check_remark(text, ""); }); }},
  };
  return all;
}

class Finder {
 public:
  explicit Finder(const ResolveSchema& resolve) : resolve_(resolve) {}

  void look(const Body& given, const Body& value, const Body::json_pointer& place) {
    const Body& schema = resolve_(given);
    if (value.is_string()) look_at_text(schema, value.get_ref<const std::string&>(), place);
    if (value.is_array() && schema.contains("items")) {
      for (std::size_t i = 0; i < value.size() && !full(); ++i) look(schema.at("items"), value[i], place / i);
    }
    if (value.is_object()) look_at_members(schema, value, place);
  }

  Findings findings() && { return std::move(findings_); }

 private:
  bool full() const { return findings_.size() >= kMostFindings; }

  void look_at_text(const Body& schema, const std::string& text, const Body::json_pointer& place) {
    const auto form = schema.find(kFormWord);
    if (form == schema.end()) return;
    auto complaint = forms().at(form->get<std::string>())(text, schema);
    if (!complaint) return;
    complaint->pointer = place.to_string();
    findings_.push_back(std::move(*complaint));
  }

  void look_at_members(const Body& schema, const Body& value, const Body::json_pointer& place) {
    static const Body none = Body::object();
    const auto properties = schema.find("properties");
    const Body& known = properties == schema.end() ? none : *properties;
    const auto others = schema.find("additionalProperties");
    for (const auto& [name, member] : value.items()) {
      if (full()) return;
      if (known.contains(name)) {
        look(known.at(name), member, place / name);
      } else if (others != schema.end() && others->is_object()) {
        look(*others, member, place / name);
      }
    }
  }

  const ResolveSchema& resolve_;
  Findings findings_;
};

}  // namespace

bool is_form(std::string_view form) { return forms().contains(form); }

Findings find_wrong_forms(const Body& schema, const Body& value, const ResolveSchema& resolve) {
  Finder finder(resolve);
  finder.look(schema, value, Body::json_pointer());
  return std::move(finder).findings();
}

}  // namespace http
