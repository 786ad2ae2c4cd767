#include "render/pandoc_tree.hpp"

#include <algorithm>
#include <cmath>

#include "render/html_escape.hpp"

namespace render::pandoc {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

Json attributes_of(const Attributes& attributes) {
  Json pairs = Json::array();
  if (!attributes.style.empty()) pairs.push_back({"custom-style", attributes.style});
  if (!attributes.language.empty()) pairs.push_back({"lang", attributes.language});
  return Json::array({attributes.id, Json::array(), std::move(pairs)});
}

Json alignment(char letter) {
  return element(letter == 'r'   ? "AlignRight"
                 : letter == 'c' ? "AlignCenter"
                 : letter == 'l' ? "AlignLeft"
                                 : "AlignDefault");
}

Json row_of(const std::vector<TableCell>& cells) {
  Json row = Json::array();
  for (const auto& cell : cells)
    row.push_back(Json::array({attributes_of({}), element("AlignDefault"), 1, 1, cell.blocks}));
  return Json::array({attributes_of({}), std::move(row)});
}

// Percent of the width.
struct Demand {
  double least = 5;   // the longest word stays whole
  double wished = 1;  // of what is left
};

// About 85 letters of a table make a line; a column's margins are as wide as two of them. boldness: how much
// wider than others the letters are.
void demand(std::vector<Demand>& demands, const std::vector<TableCell>& row, double boldness) {
  constexpr double kLetter = 100.0 / 85;
  constexpr std::size_t kLongestWord = 24;
  constexpr double kWidestText = 80;
  for (std::size_t i = 0; i < std::min(row.size(), demands.size()); ++i) {
    const auto letters = static_cast<double>(std::min(row[i].longest_word, kLongestWord) + 2);
    demands[i].least = std::max(demands[i].least, letters * kLetter * boldness);
    demands[i].wished = std::max(demands[i].wished, std::min(static_cast<double>(row[i].width), kWidestText));
  }
}

}  // namespace

Json element(const char* type) { return {{"t", type}}; }
Json element(const char* type, Json content) { return {{"t", type}, {"c", std::move(content)}}; }

Json words(std::string_view text) {
  Json inlines = Json::array();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(kSpace), text.size());
    if (end != 0) inlines.push_back(string(text.substr(0, end)));
    text.remove_prefix(end);
    if (text.empty()) break;
    inlines.push_back(element("Space"));
    text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  }
  return inlines;
}

Json string(std::string_view text) { return element("Str", text); }

Json code(std::string_view text) { return element("Code", Json::array({attributes_of({}), text})); }

Json span(const Attributes& attributes, Json inlines) {
  return element("Span", Json::array({attributes_of(attributes), std::move(inlines)}));
}

Json link(const std::string& target, Json inlines) {
  return element("Link", Json::array({attributes_of({}), std::move(inlines), Json::array({target, ""})}));
}

std::string millimetres(int tenths) { return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "mm"; }

Json image(const std::string& file, std::string_view alternative, int width, int height) {
  const Json size = Json::array({{"width", millimetres(width)}, {"height", millimetres(height)}});
  return element("Image",
                 Json::array({Json::array({"", Json::array(), size}), words(alternative), Json::array({file, ""})}));
}

Json raw_inline(const char* format, const std::string& markup) {
  return element("RawInline", Json::array({format, markup}));
}

Json paragraph(Json inlines) { return element("Para", std::move(inlines)); }

Json heading(int level, const std::string& id, Json inlines) {
  return element("Header",
                 Json::array({level, attributes_of({.id = id, .style = {}, .language = {}}), std::move(inlines)}));
}

Json code_block(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return element("CodeBlock", Json::array({attributes_of({}), text}));
}

Json ordered_list(int start, Json items) {
  return element("OrderedList",
                 Json::array({Json::array({start, element("Decimal"), element("Period")}), std::move(items)}));
}

Json block_of(const Attributes& attributes, Json blocks) {
  return element("Div", Json::array({attributes_of(attributes), std::move(blocks)}));
}

Json raw_block(const char* format, const std::string& markup) {
  return element("RawBlock", Json::array({format, markup}));
}

std::vector<int> column_widths(const Table& table) {
  std::vector<Demand> demands(table.alignments.size());
  demand(demands, table.header, 1.25);
  for (const auto& row : table.rows) demand(demands, row, 1);
  double least = 0;
  double wished = 0;
  for (const auto& column : demands) {
    least += column.least;
    wished += column.wished;
  }
  const double rest = std::max(100 - least, 0.0);
  std::vector<int> widths;
  for (const auto& column : demands) {
    const double share = (column.least + rest * column.wished / wished) / std::max(least, 100.0);
    widths.push_back(std::max(1, static_cast<int>(std::lround(100 * share))));
  }
  return widths;
}

Json table(const Table& table) {
  const std::vector<int> widths = column_widths(table);
  double all = 0;
  for (const int width : widths) all += width;
  Json columns = Json::array();
  for (std::size_t i = 0; i < widths.size(); ++i)
    columns.push_back(Json::array({alignment(table.alignments[i]), element("ColWidth", widths[i] / all)}));
  Json rows = Json::array();
  for (const auto& row : table.rows) rows.push_back(row_of(row));
  const Json none = attributes_of({});
  const Json bodies = Json::array({Json::array({none, 0, Json::array(), std::move(rows)})});
  return element("Table", Json::array({none, Json::array({nullptr, Json::array()}), std::move(columns),
                                       Json::array({none, Json::array({row_of(table.header)})}), bodies,
                                       Json::array({none, Json::array()})}));
}

void append(Json& list, const Json& more) {
  for (const auto& one : more) list.push_back(one);
}

std::string xml(std::string_view text) { return escaped(text); }

}  // namespace render::pandoc
