#include "domain/report/imprint.hpp"

#include <vector>

namespace domain {
namespace {

// Empty where the text has something else than digits, hyphens, blanks and an X at the end.
std::vector<int> digits_of(std::string_view text) {
  std::vector<int> digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '-' || c == ' ') continue;
    const bool ten = (c == 'X' || c == 'x') && i + 1 == text.size();
    if (!ten && (c < '0' || c > '9')) return {};
    digits.push_back(ten ? 10 : c - '0');
  }
  return digits;
}

}  // namespace

bool is_isbn(std::string_view text) {
  const std::vector<int> digits = digits_of(text);
  int sum = 0;
  if (digits.size() == 10) {
    for (int weight = 10; const int digit : digits) sum += weight-- * digit;
    return sum % 11 == 0;
  }
  if (digits.size() != 13 || digits.back() == 10) return false;
  for (int weight = 1; const int digit : digits) {
    sum += weight * digit;
    weight = 4 - weight;
  }
  return sum % 10 == 0;
}

}  // namespace domain
