#include "documents/chart/chart_letters.hpp"

#include <utf8proc.h>

#include <algorithm>

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
  int width = 0;
  std::size_t bytes = 1;
};

Letter first_letter(std::string_view text) {
  utf8proc_int32_t letter = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                      static_cast<utf8proc_ssize_t>(text.size()), &letter);
  if (bytes <= 0) return {1000, 1};
  return {letter_width(letter), static_cast<std::size_t>(bytes)};
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    if (text.empty()) return words;
    const auto end = std::min(text.find_first_of(kBlank), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace

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
  for (const auto word : words_of(text)) {
    if (width_of(word, size) > width) return std::nullopt;
    std::string longer = lines.empty() ? "" : lines.back() + " ";
    longer += word;
    if (!lines.empty() && width_of(longer, size) <= width) {
      lines.back() = std::move(longer);
    } else if (lines.size() == most_lines) {
      return std::nullopt;
    } else {
      lines.emplace_back(word);
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
