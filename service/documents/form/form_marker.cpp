#include "documents/form/form_marker.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "documents/text/ascii.hpp"

namespace documents {
namespace {

constexpr std::size_t kLongestMarker = 400;  // bytes

// Word processors change spaces and hyphens into ones that do not break.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kChanged{
    {{"\u00A0", " "}, {"\u2011", "-"}, {"\u2010", "-"}, {"\u2013", "-"}, {"\u00AD", ""}}};

std::vector<std::string> printed_words(std::string_view text) {
  std::string plain(text);
  for (const auto& [changed, as_printed] : kChanged) {
    for (auto at = plain.find(changed); at != std::string::npos; at = plain.find(changed))
      plain.replace(at, changed.size(), as_printed);
  }
  std::vector<std::string> words;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    if (end != 0) words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

std::optional<std::int64_t> number_of(const std::string& word) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number < 0) return std::nullopt;
  return number;
}

// Ids have small letters only, and a word processor begins a line with a capital one.
std::optional<FormMarker> read_end(std::vector<std::string> words) {
  if (words.front() == "/") {
    words.erase(words.begin());
  } else {
    words.front().erase(0, 1);
  }
  if (words.size() != 2) return std::nullopt;
  FormMarker marker;
  marker.end = true;
  marker.section = lower_ascii(words[0]);
  marker.language = words[1];
  return marker;
}

std::optional<FormMarker> read(std::string_view inside) {
  const auto words = printed_words(inside);
  if (words.empty()) return std::nullopt;
  if (words.front().starts_with('/')) return read_end(words);
  const bool translation = words.size() == 7 && words[5] == "of";
  if (words.size() != 5 && !translation) return std::nullopt;
  const auto revision = number_of(words[4]);
  const auto source = translation ? number_of(words[6]) : std::optional<std::int64_t>(0);
  if (!revision || !source) return std::nullopt;
  return FormMarker{false,  lower_ascii(words[0]), lower_ascii(words[1]), lower_ascii(words[2]), words[3], *revision,
                    *source};
}

}  // namespace

std::string spell_begin(const FormMarker& marker) {
  std::string text = "[[" + marker.report + " " + marker.agency + " " + marker.section + " " + marker.language + " " +
                     std::to_string(marker.revision);
  if (marker.source_revision != 0) text += " of " + std::to_string(marker.source_revision);
  return text + "]]";
}

std::string spell_end(const FormMarker& marker) { return "[[/" + marker.section + " " + marker.language + "]]"; }

std::optional<FoundMarker> find_marker(std::string_view text) {
  for (auto begin = text.find("[["); begin != std::string_view::npos; begin = text.find("[[", begin + 1)) {
    const auto length = text.substr(begin, kLongestMarker).find("]]");
    if (length == std::string_view::npos) continue;
    if (auto marker = read(text.substr(begin + 2, length - 2))) return FoundMarker{*marker, begin, begin + length + 2};
  }
  return std::nullopt;
}

}  // namespace documents
