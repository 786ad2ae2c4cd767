// Numbers as they are written in the cells of a table, and at the axis of a chart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace documents {

struct ChartNumber {
  std::int64_t value = 0;  // in units of 10^-decimals
  int decimals = 0;
  bool percent = false;
};

constexpr int kMostDecimals = 6;
constexpr int kMostDigits = 14;

// Nothing, a dash, "n/a", "н/д" or dots.
bool is_missing_number(std::string_view cell);

// "1 234,5", "1,234.5", "12 %", "-3" with a hyphen, a minus or an en dash. None where it is no number, or one of more
// digits than are allowed. Groups have three digits. Of a point and a comma the last is the decimal mark; one that
// comes twice is not. A single one is the decimal mark, except before exactly three digits ("1,234", "1.234"): there
// the language of the text decides, in which it is either the decimal mark or the mark of groups.
std::optional<ChartNumber> read_number(std::string_view cell, std::string_view language);

// 12345 of one decimal, with the marks of the language's words: "1,234.5" in English, "1 234,5" (with a no-break space)
// in Russian. A language without words is spelled as English (Chinese, Arabic) or as Russian (all others).
std::string spell_value(std::int64_t value, int decimals, bool percent, std::string_view language);

}  // namespace documents
