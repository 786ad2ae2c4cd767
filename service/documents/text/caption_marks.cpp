#include "documents/text/caption_marks.hpp"

#include <algorithm>

#include "documents/text/ascii.hpp"

namespace documents {
namespace {

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
  const std::string inside = lower_ascii(whole.substr(begin + 1, whole.size() - begin - 2));
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
    if (target.starts_with(kind)) return lower_ascii(target.substr(kind.size()));
  }
  return "";
}

}  // namespace documents
