#include "documents/text/caption_marks.hpp"

#include <algorithm>

namespace documents {
namespace {

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

std::string_view without_blanks_behind(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

std::string_view without_blanks(std::string_view text) {
  text = without_blanks_behind(text);
  return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

struct Mark {
  std::string word;  // empty: none
  std::string value;
  std::size_t begin = 0;
};

// The last brackets of the text, where it ends with them.
Mark last_brackets(std::string_view text) {
  const auto whole = without_blanks_behind(text);
  const auto begin = whole.rfind('(');
  if (begin == std::string_view::npos || !whole.ends_with(')')) return {};
  const std::string inside = in_small_letters(whole.substr(begin + 1, whole.size() - begin - 2));
  const auto colon = std::min(inside.find(':'), inside.size());
  const auto value = std::string_view(inside).substr(std::min(colon + 1, inside.size()));
  return {std::string(without_blanks(std::string_view(inside).substr(0, colon))), std::string(without_blanks(value)),
          begin};
}

bool can_be_name(std::string_view value) { return value.find_first_of(" \t\n") == std::string_view::npos; }

// Whether it is one of ours.
bool take(CaptionMarks& marks, const Mark& mark) {
  if (mark.word == "chart" && !mark.value.empty()) {
    marks.chart = mark.value;
    return true;
  }
  if ((mark.word != "table" && mark.word != "figure") || !can_be_name(mark.value)) return false;
  if (!mark.value.empty()) marks.name = mark.value;
  return true;
}

}  // namespace

CaptionMarks find_caption_marks(std::string_view caption) {
  CaptionMarks marks;
  for (;;) {
    const auto mark = last_brackets(caption);
    if (mark.word.empty() || !take(marks, mark)) return marks;
    caption = without_blanks_behind(caption.substr(0, mark.begin));
    marks.begin = caption.size();
  }
}

std::string referred_name(std::string_view target) {
  for (const std::string_view kind : {"#table:", "#figure:"}) {
    if (target.starts_with(kind)) return in_small_letters(target.substr(kind.size()));
  }
  return "";
}

}  // namespace documents
