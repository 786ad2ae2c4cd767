#include "documents/picture/svg_numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "documents/picture/picture_readers.hpp"
#include "documents/text/ascii.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr std::string_view kSvgSpace = " \t\r\n\f";
constexpr std::size_t kLongestShownNumber = 60;
constexpr std::array<std::string_view, 14> kSvgUnits{"",   "px", "pt",  "pc", "mm", "cm",  "in",
                                                     "em", "ex", "rem", "ch", "q",  "deg", "%"};

bool is_unit_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower_unit(std::string_view unit) {
  std::string small(unit);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return small;
}

std::size_t after_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// How many characters of the text are a number: SVG 1.1, 4.2. The "e" of "2em" is none of its own.
std::size_t svg_number_size(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  const std::size_t whole = after_digits(text, at);
  std::size_t end = whole;
  if (end < text.size() && text[end] == '.') end = after_digits(text, end + 1);
  const bool some = whole > at || end > whole + 1;
  if (!some) return 0;
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    at = end + 1;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (const std::size_t exponent = after_digits(text, at); exponent > at) end = exponent;
  }
  return end;
}

}  // namespace

void SvgReader::skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(kSvgSpace), rest_.size())); }

void SvgReader::skip_comma() {
  skip_space();
  if (take(',')) skip_space();
}

bool SvgReader::take(char c) {
  if (front() != c || rest_.empty()) return false;
  rest_.remove_prefix(1);
  return true;
}

std::string_view SvgReader::word() {
  std::size_t end = 0;
  while (end < rest_.size() && is_unit_letter(rest_[end])) ++end;
  const auto found = rest_.substr(0, end);
  rest_.remove_prefix(end);
  return found;
}

std::optional<double> SvgReader::number() {
  const std::size_t size = svg_number_size(rest_);
  if (size == 0) return std::nullopt;
  const std::string text(rest_.substr(0, size));
  const double number = std::strtod(text.c_str(), nullptr);
  if (!(std::fabs(number) <= kLargestSvgNumber)) {
    refuse_picture(
        say("The SVG contains the number {0}; only numbers from -100000000 to 100000000 are accepted. Draw it at "
            "another scale.",
            text.substr(0, kLongestShownNumber)));
  }
  rest_.remove_prefix(size);
  return number;
}

bool SvgReader::flag() { return take('0') || take('1'); }

std::optional<SvgLength> read_length(SvgReader& reader) {
  const auto number = reader.number();
  if (!number) return std::nullopt;
  const std::string_view unit = reader.front() == '%' ? reader.rest().substr(0, 1) : reader.word();
  if (unit == "%") reader.take('%');
  const std::string small = lower_unit(unit);
  if (std::ranges::find(kSvgUnits, small) == kSvgUnits.end()) return std::nullopt;
  return SvgLength{*number, unit};
}

std::optional<std::vector<SvgLength>> read_lengths(std::string_view text) {
  SvgReader reader(text);
  std::vector<SvgLength> lengths;
  for (reader.skip_space(); !reader.ended(); reader.skip_comma()) {
    const auto length = read_length(reader);
    if (!length) return std::nullopt;
    lengths.push_back(*length);
  }
  return lengths;
}

std::optional<std::size_t> count_numbers(std::string_view text) {
  SvgReader reader(text);
  std::size_t count = 0;
  for (reader.skip_space(); !reader.ended(); reader.skip_comma()) {
    if (!reader.number()) return std::nullopt;
    ++count;
  }
  return count;
}

}  // namespace documents
