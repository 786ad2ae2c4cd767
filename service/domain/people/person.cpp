#include "domain/people/person.hpp"

#include <algorithm>
#include <limits>

namespace domain {
namespace {

constexpr Day kAlways = std::numeric_limits<Day>::min();
constexpr Day kNever = std::numeric_limits<Day>::max();

}  // namespace

bool without_gap_from(const std::string& day, std::vector<Term> terms) {
  const auto first_of = [](const Term& term) { return term.from ? parse_day(*term.from).value_or(kNever) : kAlways; };
  std::ranges::sort(terms, {}, first_of);
  Day uncovered = parse_day(day).value_or(kNever);  // the first day of which nothing is known yet
  for (const Term& term : terms) {
    if (first_of(term) > uncovered) return false;
    if (!term.until) return true;
    if (const auto last = parse_day(*term.until)) uncovered = std::max(uncovered, *last + 1);
  }
  return false;
}

bool covers(const Post& post, const Post& other) {
  if (post.role != other.role || post.agency != other.agency || post.step != other.step) return false;
  if (post.languages.empty()) return true;
  return !other.languages.empty() && std::ranges::all_of(other.languages, [&](const std::string& language) {
    return std::ranges::find(post.languages, language) != post.languages.end();
  });
}

}  // namespace domain
