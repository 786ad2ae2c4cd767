#include "documents/chart/chart_letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <initializer_list>

namespace documents {
namespace {

constexpr std::string_view kBlank = " \t\n";

bool is_one_of(utf8proc_int32_t letter, std::u32string_view letters) {
  return letters.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}

// Thousandths of the size.
int letter_width(utf8proc_int32_t letter) {
  const auto category = utf8proc_category(letter);
  if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME) return 0;
  if (is_one_of(letter, U"ijlI.,:;'|!ıіїІ ")) return 320;
  if (is_one_of(letter, U"frt()[]/\\-`")) return 400;
  if (is_one_of(letter, U"mwMWжмшщюфыЖМШЩЮФЫ@%…—")) return 960;
  if (letter >= 0x1100) return utf8proc_charwidth(letter) > 1 ? 1050 : 800;
  return category == UTF8PROC_CATEGORY_LU ? 780 : 600;
}

struct Letter {
  utf8proc_int32_t code = 0;
  int width = 0;
  std::size_t bytes = 1;
};

Letter first_letter(std::string_view text) {
  utf8proc_int32_t code = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                      static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (bytes <= 0) return {0, 1000, 1};
  return {code, letter_width(code), static_cast<std::size_t>(bytes)};
}

bool is_ideograph(utf8proc_int32_t letter) {
  return utf8proc_category(letter) == UTF8PROC_CATEGORY_LO && utf8proc_charwidth(letter) > 1;
}

bool is_of(utf8proc_int32_t letter, std::initializer_list<utf8proc_category_t> categories) {
  return std::ranges::find(categories, utf8proc_category(letter)) != categories.end();
}

// Between ideographs, which are written without blanks; not behind an opening bracket, nor before a mark.
bool may_part(utf8proc_int32_t before, utf8proc_int32_t behind) {
  if (!is_ideograph(before) && !is_ideograph(behind)) return false;
  return !is_of(before, {UTF8PROC_CATEGORY_PS, UTF8PROC_CATEGORY_PI}) &&
         !is_of(behind, {UTF8PROC_CATEGORY_PE, UTF8PROC_CATEGORY_PF, UTF8PROC_CATEGORY_PO, UTF8PROC_CATEGORY_PD,
                         UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME});
}

// What stands in one line.
struct Piece {
  std::string_view text;
  bool behind_blank = false;
};

std::size_t end_of_piece(std::string_view text) {
  Letter last = first_letter(text);
  for (std::size_t end = last.bytes; end < text.size(); end += last.bytes) {
    const Letter next = first_letter(text.substr(end));
    if (kBlank.find(text[end]) != std::string_view::npos || may_part(last.code, next.code)) return end;
    last = next;
  }
  return text.size();
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  while (true) {
    const auto begin = std::min(text.find_first_not_of(kBlank), text.size());
    text.remove_prefix(begin);
    if (text.empty()) return pieces;
    const auto end = end_of_piece(text);
    pieces.push_back({text.substr(0, end), begin != 0});
    text.remove_prefix(end);
  }
}

}  // namespace

bool is_read_from_right(std::string_view text) {
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    const auto direction = utf8proc_get_property(letter.code)->bidi_class;
    if (direction == UTF8PROC_BIDI_CLASS_L) return false;
    if (direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL) return true;
    text.remove_prefix(letter.bytes);
  }
  return false;
}

int width_of(std::string_view text, int size) {
  int thousandths = 0;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    thousandths += letter.width;
    text.remove_prefix(letter.bytes);
  }
  return (thousandths * size + 999) / 1000;
}

std::optional<std::vector<std::string>> wrap(std::string_view text, int width, int size, std::size_t most_lines) {
  std::vector<std::string> lines;
  for (const auto& piece : pieces_of(text)) {
    if (width_of(piece.text, size) > width) return std::nullopt;
    std::string longer = lines.empty() ? "" : lines.back() + (piece.behind_blank ? " " : "");
    longer += piece.text;
    if (!lines.empty() && width_of(longer, size) <= width) {
      lines.back() = std::move(longer);
    } else if (lines.size() == most_lines) {
      return std::nullopt;
    } else {
      lines.emplace_back(piece.text);
    }
  }
  return lines;
}

std::string cut_to(std::string_view text, int width, int size) {
  if (width_of(text, size) <= width) return std::string(text);
  const int room = width * 1000 / size - letter_width(0x2026);
  int taken = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const Letter letter = first_letter(text.substr(end));
    if (taken + letter.width > room) break;
    taken += letter.width;
    end += letter.bytes;
  }
  return std::string(text.substr(0, end)) + "\u2026";
}

}  // namespace documents
