#include "http/contract/schema_forms.hpp"

#include <map>
#include <optional>
#include <string>

#include "domain/basis/calendar.hpp"
#include "domain/basis/message.hpp"
#include "http/contract/schema_words.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/frame/time_zone.hpp"

namespace http {
namespace {

using Findings = std::vector<domain::Finding>;

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

}  // namespace

bool is_form(std::string_view form) { return forms().contains(form); }

Findings find_wrong_forms(const Body& schema, const Body& value, const ResolveSchema& resolve) {
  Findings findings;
  walk(schema, value, resolve, [&](const Body& of_place, const Body& at_place, const Body::json_pointer& place) {
    const auto form = of_place.find(kFormWord);
    if (!at_place.is_string() || form == of_place.end()) return true;
    auto complaint = forms().at(form->get<std::string>())(at_place.get_ref<const std::string&>(), of_place);
    if (!complaint) return true;
    complaint->pointer = place.to_string();
    findings.push_back(std::move(*complaint));
    return findings.size() < kMostInWords;
  });
  return findings;
}

}  // namespace http
