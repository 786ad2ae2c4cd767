// The parts of pandoc's tree that a report is made of. Json arrays of blocks or of inlines are passed around as
// they are.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace documents::pandoc {

using Json = nlohmann::json;

// What an element is called, how it looks, in which language it is and to where that runs; all may be empty.
struct Attributes {
  std::string id;
  std::string style;           // a paragraph or character style of the reference document
  std::string language;        // BCP 47
  std::string direction = {};  // "rtl", "ltr"; empty: as what is around it
};

Json element(const char* type);
Json element(const char* type, Json content);

// Inlines: the words of a text; line breaks are spaces.
Json words(std::string_view text);
Json string(std::string_view text);
Json code(std::string_view text);
Json span(const Attributes& attributes, Json inlines);
Json link(const std::string& target, Json inlines);
// 1605 -> "160.5mm"
std::string millimetres(int tenths);

// file: beside the tree. width, height: tenths of a millimetre.
Json image(const std::string& file, std::string_view alternative, int width, int height);
Json raw_inline(const char* format, const std::string& markup);

// Blocks.
Json paragraph(Json inlines);
Json heading(int level, const std::string& id, Json inlines);
Json code_block(std::string_view text);
Json ordered_list(int start, Json items);
Json block_of(const Attributes& attributes, Json blocks);
Json styled(const char* style, Json blocks);
Json raw_block(const char* format, const std::string& markup);

struct TableCell {
  Json blocks = Json::array();
  std::size_t width = 0;         // letters
  std::size_t longest_word = 0;  // letters
};

struct Table {
  std::vector<char> alignments;  // 'l', 'c', 'r', 0 for none; as many as there are columns
  std::vector<TableCell> header;
  std::vector<std::vector<TableCell>> rows;
  int letters = 85;  // about as many stand in a line as wide as the page's text
};

// See report/column_widths.
std::vector<int> column_widths(const Table& table);
Json table(Table table);

// Appends the elements of `more`.
void append(Json& list, Json more);

// A text within XML.
std::string xml(std::string_view text);

}  // namespace documents::pandoc
