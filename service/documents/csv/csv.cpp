#include "documents/csv/csv.hpp"

#include <algorithm>
#include <array>

#include "documents/text/characters.hpp"

namespace documents {
namespace {

// Where a spreadsheet may divide what it reads, by the country that it is set to and by what its user ticks: a cell of
// ours may be several there, and quotation marks hold it together only for who divides at commas.
constexpr std::string_view kSeparators = ",;\t\r\n";

// What a formula begins with; the wide and the small forms are taken for the same in East Asia.
constexpr std::array<std::string_view, 12> kFormulaSigns{"=",  "+",  "-",  "@",  "＝", "＋",
                                                         "－", "＠", "﹦", "﹢", "﹣", "﹫"};

bool is_quotation_mark(char c) { return c == '"'; }

// Would a spreadsheet see a formula here? Quotation marks and what shows nothing may stand before it.
bool begins_formula(std::string_view piece) {
  std::size_t sign = std::string_view::npos;
  for (const auto known : kFormulaSigns) sign = std::min(sign, piece.find(known));
  if (sign == std::string_view::npos) return false;
  std::string before(piece.substr(0, sign));
  std::erase_if(before, is_quotation_mark);
  return shows_nothing(before);
}

std::string disarmed(std::string_view value) {
  std::string text;
  if (!value.empty() && std::string_view("\t\r\n").find(value.front()) != std::string_view::npos) text += '\'';
  for (;;) {
    const auto end = std::min(value.find_first_of(kSeparators), value.size());
    if (begins_formula(value.substr(0, end))) text += '\'';
    text += value.substr(0, end);
    if (end == value.size()) return text;
    text += value[end];
    value.remove_prefix(end + 1);
  }
}

}  // namespace

void CsvWriter::cell(std::string_view value) {
  if (!first_) text_ += ',';
  first_ = false;
  const std::string safe = disarmed(value);
  const bool quoted = safe.find('"') != std::string::npos || safe.find_first_of(kSeparators) != std::string::npos;
  if (quoted) text_ += '"';
  for (const char c : safe) {
    if (is_quotation_mark(c)) text_ += '"';
    text_ += c;
  }
  if (quoted) text_ += '"';
}

void CsvWriter::end_line() {
  text_ += "\r\n";
  first_ = true;
}

}  // namespace documents
