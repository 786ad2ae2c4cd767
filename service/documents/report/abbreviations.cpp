#include "documents/report/abbreviations.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <string_view>

namespace documents {
namespace {

constexpr std::size_t kMostLetters = 12;

struct Letter {
  utf8proc_category_t category = UTF8PROC_CATEGORY_CN;
  std::size_t length = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t c = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &c);
  return length > 0 ? Letter{utf8proc_category(c), static_cast<std::size_t>(length)} : Letter{};
}

bool is_word_letter(utf8proc_category_t category) {
  return category <= UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_ND;
}

bool letter_stands_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return is_word_letter(letter_at(text, begin).category);
}

// Not within a longer word.
bool holds_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool goes_on = end < text.size() && is_word_letter(letter_at(text, end).category);
    if (!goes_on && !letter_stands_before(text, at)) return true;
  }
  return false;
}

bool is_shown(const Document& document, const DocumentSection& section) {
  return !document.is_part() || document.shown.contains(section.id);
}

bool uses(const Document& document, const std::string& word) {
  return std::ranges::any_of(document.sections, [&](const DocumentSection& section) {
    return section.content == ContentKind::text && is_shown(document, section) && holds_word(section.markdown, word);
  });
}

}  // namespace

bool is_abbreviation(const std::string& form) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < form.size();) {
    const Letter letter = letter_at(form, at);
    if (!is_word_letter(letter.category)) return false;
    ++letters;
    if (letter.category == UTF8PROC_CATEGORY_LU) ++capitals;
    at += letter.length;
  }
  return letters >= 2 && letters <= kMostLetters && capitals >= 2 && 2 * capitals > letters;
}

std::vector<Abbreviation> abbreviations_of(const Document& document, const domain::Glossary& glossary) {
  std::vector<Abbreviation> found;
  for (const auto& entry : glossary) {
    const auto forms = entry.terms.find(document.language);
    if (forms == entry.terms.end() || forms->second.preferred.empty()) continue;
    for (const auto& form : forms->second.also) {
      if (is_abbreviation(form) && uses(document, form)) found.push_back({form, forms->second.preferred});
    }
  }
  std::ranges::sort(found, {}, &Abbreviation::short_form);
  return found;
}

}  // namespace documents
