#include "documents/report/abbreviations.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

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

bool is_shown(const Document& document, const DocumentSection& section) {
  return !document.is_part() || document.shown.contains(section.id);
}

// Each text is read once, however many terms the glossary has.
void collect_words(std::string_view text, std::set<std::string, std::less<>>& words) {
  for (std::size_t begin = 0, at = 0; at <= text.size();) {
    const Letter letter = at < text.size() ? letter_at(text, at) : Letter{};
    const bool goes_on = at < text.size() && is_word_letter(letter.category);
    if (!goes_on && begin < at) {
      std::string word(text.substr(begin, at - begin));
      if (is_abbreviation(word)) words.insert(std::move(word));
    }
    at += letter.length;
    if (!goes_on) begin = at;
  }
}

std::set<std::string, std::less<>> abbreviations_in(const Document& document) {
  std::set<std::string, std::less<>> words;
  for (const auto& section : document.sections) {
    if (section.content == ContentKind::text && is_shown(document, section)) collect_words(section.markdown, words);
  }
  return words;
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
  if (glossary.empty()) return found;
  const auto used = abbreviations_in(document);
  for (const auto& entry : glossary) {
    const auto forms = entry.terms.find(document.language);
    if (forms == entry.terms.end() || forms->second.preferred.empty()) continue;
    for (const auto& form : forms->second.also) {
      if (used.contains(form)) found.push_back({form, forms->second.preferred});
    }
  }
  std::ranges::sort(found, {}, &Abbreviation::short_form);
  return found;
}

}  // namespace documents
