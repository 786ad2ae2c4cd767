#include "documents/office/pandoc_tree.hpp"

#include <algorithm>
#include <utility>

#include "documents/report/column_widths.hpp"
#include "documents/text/html_escape.hpp"

namespace documents::pandoc {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_space(char letter) { return kSpace.find(letter) != std::string_view::npos; }

// With one space between words, and none at the ends.
std::string joined_words(std::string_view text) {
  std::string joined;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
    if (text.empty()) return joined;
    const std::size_t end = std::min(text.find_first_of(kSpace), text.size());
    if (!joined.empty()) joined += ' ';
    joined += text.substr(0, end);
    text.remove_prefix(end);
  }
}

Json attributes_of(const Attributes& attributes) {
  Json pairs = Json::array();
  if (!attributes.style.empty()) pairs.push_back({"custom-style", attributes.style});
  if (!attributes.language.empty()) pairs.push_back({"lang", attributes.language});
  if (!attributes.direction.empty()) pairs.push_back({"dir", attributes.direction});
  return Json::array({attributes.id, Json::array(), std::move(pairs)});
}

Json alignment(char letter) {
  return element(letter == 'r'   ? "AlignRight"
                 : letter == 'c' ? "AlignCenter"
                 : letter == 'l' ? "AlignLeft"
                                 : "AlignDefault");
}

Json row_of(std::vector<TableCell> cells) {
  Json row = Json::array();
  for (auto& cell : cells)
    row.push_back(Json::array({attributes_of({}), element("AlignDefault"), 1, 1, std::move(cell.blocks)}));
  return Json::array({attributes_of({}), std::move(row)});
}

std::vector<CellSize> sizes_of(const std::vector<TableCell>& row) {
  std::vector<CellSize> sizes;
  for (const auto& cell : row) sizes.push_back({cell.width, cell.longest_word});
  return sizes;
}

}  // namespace

Json element(const char* type) {
  Json made = Json::object();
  made.emplace("t", type);
  return made;
}

// A report has tens of thousands of these: a list in braces would build each of them twice.
Json element(const char* type, Json content) {
  Json made = element(type);
  made.emplace("c", std::move(content));
  return made;
}

// Pandoc's own readers make an element of each word and of each space, and its Word writer a run of each element. One
// for a whole text makes a smaller file with less work, in which an editor finds sentences. A space at an end of the
// text is still an element of its own, for the neighbour there may be of another kind.
Json words(std::string_view text) {
  Json inlines = Json::array();
  if (text.empty()) return inlines;
  const std::string joined = joined_words(text);
  if (is_space(text.front())) inlines.push_back(element("Space"));
  if (!joined.empty()) inlines.push_back(string(joined));
  if (!joined.empty() && is_space(text.back())) inlines.push_back(element("Space"));
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

Json styled(const char* style, Json blocks) {
  return block_of({.id = {}, .style = style, .language = {}}, std::move(blocks));
}

Json raw_block(const char* format, const std::string& markup) {
  return element("RawBlock", Json::array({format, markup}));
}

std::vector<int> column_widths(const Table& table) {
  TableSize size{table.alignments.size(), sizes_of(table.header), {}, static_cast<double>(table.letters)};
  for (const auto& row : table.rows) size.rows.push_back(sizes_of(row));
  return documents::column_widths(size);
}

Json table(Table table) {
  const std::vector<int> widths = column_widths(table);
  double all = 0;
  for (const int width : widths) all += width;
  Json columns = Json::array();
  for (std::size_t i = 0; i < widths.size(); ++i)
    columns.push_back(Json::array({alignment(table.alignments[i]), element("ColWidth", widths[i] / all)}));
  Json rows = Json::array();
  for (auto& row : table.rows) rows.push_back(row_of(std::move(row)));
  const Json none = attributes_of({});
  Json bodies = Json::array({Json::array({none, 0, Json::array(), std::move(rows)})});
  return element("Table", Json::array({none, Json::array({nullptr, Json::array()}), std::move(columns),
                                       Json::array({none, Json::array({row_of(std::move(table.header))})}),
                                       std::move(bodies), Json::array({none, Json::array()})}));
}

void append(Json& list, Json more) {
  for (auto& one : more) list.push_back(std::move(one));
}

std::string xml(std::string_view text) { return escaped(text); }

}  // namespace documents::pandoc
