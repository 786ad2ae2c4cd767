#include "http/request/accept.hpp"

#include <algorithm>
#include <cctype>

namespace http {
namespace {

// Some generated clients name the type of refusals alone. They mean no refusal of theirs: whatever comes is welcome.
bool is_type_of_refusals(const domain::WeightedRange& asked) {
  return asked.range == "application/problem+json" || asked.range == "application/problem+xml";
}

}  // namespace

Accepted::Accepted(const Request& request) : header_(request.header("Accept")) {
  std::ranges::transform(header_, header_.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  ranges_ = domain::weighted_ranges(header_);
  whatever_ = std::ranges::all_of(ranges_, is_type_of_refusals);
}

std::string_view Accepted::choose(std::initializer_list<std::string_view> offered) const {
  if (whatever_) return *offered.begin();
  std::string_view best;
  double best_weight = 0;
  for (const auto& type : offered) {
    const double weight = weight_of(type);
    if (weight > best_weight) {
      best = type;
      best_weight = weight;
    }
  }
  return best;
}

bool Accepted::takes_any_of(const std::vector<std::string>& offered) const {
  return whatever_ || std::ranges::any_of(offered, [&](const std::string& type) { return weight_of(type) > 0; });
}

double Accepted::weight_of(std::string_view type) const {
  const std::string_view family = type.substr(0, type.find('/'));
  double best = 0;
  int best_precision = 0;
  for (const auto& [range, weight] : ranges_) {
    const bool same_family = range.size() > 2 && range.ends_with("/*") && range.substr(0, range.size() - 2) == family;
    const int precision = range == type ? 3 : same_family ? 2 : range == "*/*" ? 1 : 0;
    if (precision > best_precision) {
      best = weight;
      best_precision = precision;
    }
  }
  return best;
}

}  // namespace http
