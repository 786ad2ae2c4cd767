#include "documents/office/heading_lists.hpp"

#include <algorithm>

#include "documents/office/pandoc_tree.hpp"

namespace documents {
namespace {

constexpr int kLevels = 9;  // Word wants nine of every list

// "Annex " and ".", and how many levels are shown between them.
struct Around : AroundNumber {
  int numbers = 1;
};

Around around(const HeadingList& list, const Labels& labels, int level) {
  const bool lettered = list.annex && level == 0;
  Around text{lettered ? around_number(labels.document.numbered_annex) : AroundNumber{}, level + 1};
  if (lettered) text.after += ".";
  if (level >= list.level) text.before += list.before;
  if (list.level > 0 && level >= list.level) text.numbers -= list.level;
  if (list.count == HeadingCount::none) {
    if (level > 0) text.before += ".";
    --text.numbers;
  }
  return text;
}

HeadingCount count_at(const HeadingList& list, int level) { return level == 0 ? list.count : HeadingCount::numbers; }

std::string start_of(const HeadingList& list, int level) {
  return std::to_string(level == list.level ? list.start : 1);
}

const char* word_count(HeadingCount count) {
  switch (count) {
    case HeadingCount::latin:
      return "upperLetter";
    case HeadingCount::cyrillic:
      return "russianUpper";
    case HeadingCount::none:
    case HeadingCount::numbers:
      break;
  }
  return "decimal";
}

std::string word_level(const HeadingList& list, const Labels& labels, int level, bool of_styles) {
  const Around text = around(list, labels, level);
  std::string shown = text.before;
  for (int i = level - text.numbers + 1; i <= level; ++i) {
    shown += "%" + std::to_string(i + 1) + (i == level ? "" : ".");
  }
  const std::string number = std::to_string(level);
  std::string out = "<w:lvl w:ilvl=\"" + number + "\"><w:start w:val=\"" + start_of(list, level) +
                    "\"/><w:numFmt w:val=\"" + word_count(count_at(list, level)) + "\"/>";
  if (of_styles && level < 6) out += "<w:pStyle w:val=\"Heading" + std::to_string(level + 1) + "\"/>";
  return out + "<w:suff w:val=\"space\"/><w:lvlText w:val=\"" + pandoc::xml(shown + text.after) +
         "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl>";
}

// As LibreOffice names them in the files that it writes.
const char* open_document_count(HeadingCount count) {
  switch (count) {
    case HeadingCount::latin:
      return "A";
    case HeadingCount::cyrillic:
      return "А, Б, .., Аа, Аб, ... (ru)";
    case HeadingCount::none:
      return "";
    case HeadingCount::numbers:
      break;
  }
  return "1";
}

std::string open_document_level(const HeadingList& list, const Labels& labels, int level, const std::string& element) {
  const Around text = around(list, labels, level);
  std::string out = "<text:" + element + " text:level=\"" + std::to_string(level + 1) + "\" style:num-format=\"" +
                    open_document_count(count_at(list, level)) + "\" style:num-prefix=\"" + pandoc::xml(text.before) +
                    "\" style:num-suffix=\"" + pandoc::xml(text.after) + "\" text:start-value=\"" +
                    start_of(list, level) + "\"";
  if (text.numbers > 1) out += " text:display-levels=\"" + std::to_string(text.numbers) + "\"";
  return out +
         "><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
         "<style:list-level-label-alignment text:label-followed-by=\"space\"/></style:list-level-properties></text:" +
         element + ">";
}

}  // namespace

AroundNumber around_number(std::string_view pattern) {
  constexpr std::string_view kNumber = "{number}";
  const std::size_t at = pattern.find(kNumber);
  if (at == std::string_view::npos) return {std::string(pattern), ""};
  return {std::string(pattern.substr(0, at)), std::string(pattern.substr(at + kNumber.size()))};
}

std::string word_heading_lists(const std::vector<HeadingList>& lists, const Labels& labels) {
  std::string abstract;
  std::string used;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::string id = std::to_string(i + 1);
    abstract += "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:multiLevelType w:val=\"multilevel\"/>";
    for (int level = 0; level < kLevels; ++level) abstract += word_level(lists[i], labels, level, i == 0);
    abstract += "</w:abstractNum>";
    used += "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + id + "\"/></w:num>";
  }
  return abstract + used;
}

std::string open_document_heading_lists(const std::vector<HeadingList>& lists, const Labels& labels) {
  std::string out;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::string element = i == 0 ? "outline-style" : "list-style";
    out += "<text:" + element + " style:name=\"" + (i == 0 ? "Outline" : open_document_list(i)) + "\">";
    for (int level = 0; level < kLevels; ++level)
      out += open_document_level(lists[i], labels, level, i == 0 ? "outline-level-style" : "list-level-style-number");
    out += "</text:" + element + ">";
  }
  return out;
}

std::string open_document_list(std::size_t index) { return "Headings_20_" + std::to_string(index + 1); }

}  // namespace documents
