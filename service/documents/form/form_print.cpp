#include "documents/form/form_print.hpp"

#include <algorithm>
#include <utility>

#include "documents/labels/labels.hpp"
#include "documents/text/bare_letters.hpp"

namespace documents {
namespace {

bool holds_in_order(std::string_view text, const std::vector<std::string>& words) {
  if (!text.starts_with(words.front())) return false;
  std::size_t at = 0;
  return std::ranges::all_of(words, [&](const std::string& word) {
    at = text.find(word, at);
    if (at == std::string_view::npos) return false;
    at += word.size();
    return true;
  });
}

}  // namespace

void FormPrint::add_fixed(std::string_view language) {
  const Labels& labels = labels_for(language);
  const FormLabels& words = labels.form;
  for (const auto& line : {words.how, words.nothing_to_write, words.not_here}) add_line(line);
  for (std::size_t i = 0; i < words.rules.size(); ++i) {
    add_line(words.rules.at(i));
    add_line(std::to_string(i + 1) + ". " + words.rules.at(i));
  }
  add_beginning(words.title);
  add_beginning(words.returned);
  add_beginning(words.reopened);
  add_beginning(words.source);
  add_beginning(words.stale);
  patterns_.push_back(
      {bare_letters(labels.document.lead), bare_letters(words.due), bare_letters(labels.document.state)});
}

void FormPrint::add_line(std::string_view line) {
  if (auto letters = bare_letters(line); !letters.empty()) lines_.insert(std::move(letters));
}

void FormPrint::add_beginning(std::string_view words) { patterns_.push_back({bare_letters(words)}); }

bool FormPrint::has(std::string_view line) const {
  const std::string letters = bare_letters(line);
  return lines_.contains(letters) ||
         std::ranges::any_of(patterns_, [&](const auto& words) { return holds_in_order(letters, words); });
}

}  // namespace documents
