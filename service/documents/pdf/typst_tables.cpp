// Tables of a text.
#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <string>

#include "documents/pdf/typst_text.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/text/node_text.hpp"
#include "domain/basis/written_language.hpp"

namespace documents {
namespace {

constexpr double kCellMargins = 4;  // millimetres

std::string alignment_of(char letter) {
  return letter == 'r' ? "right" : letter == 'c' ? "center" : letter == 'l' ? "left" : "start";
}

// "-1 234.5 %". Among letters that run from the right its parts would change places.
bool is_number(std::string words) {
  for (const char* space : {"\u00A0", "\u202F", "\u2212"}) {
    for (auto at = words.find(space); at != std::string::npos; at = words.find(space)) {
      words.replace(at, std::string_view(space).size(), " ");
    }
  }
  return words.find_first_of("0123456789") != std::string::npos &&
         words.find_first_not_of("0123456789 .,+-%") == std::string::npos;
}

template <class Values, class Written>
std::string tuple_of(const Values& values, Written written) {
  std::string out = "(";
  for (const auto& value : values) out += written(value) + ",";
  return out + ")";
}

}  // namespace

bool TypstText::table(cmark_node* node, bool entering) {
  if (!entering) {
    out_ += ");\n";
    place_.longest_word = kLineLetters;
    place_.room = kTextWidth;
    return true;
  }
  if (node != place_.root && chart(node)) return false;
  place_.table = print_table_of(node);
  place_.row = 0;
  const PrintTable& table = place_.table;
  const bool alone = node == place_.root || kind_of(cmark_node_parent(node)) == NodeKind::document;
  out_ += "#data-table(" + tuple_of(table.widths, [](int width) { return std::to_string(width); }) + ", " +
          tuple_of(table.alignments, alignment_of) + ", " + std::to_string(table.size) + ", " +
          std::to_string(alone ? table.beginning() : 0) + ", " + (table.stays_whole() ? "true" : "false") + ", " +
          (table.repeats_head() ? "true" : "false") + ",\n";
  if (const Numbered* numbered = node == place_.root ? nullptr : report_.numbered(node)) {
    out_ += "target: " + typst_string(numbered_id(report_, *numbered)) + ", caption: (";
    caption(*numbered);
    out_ += "),\n";
  }
  return true;
}

void TypstText::row(NodeKind kind, bool entering) {
  const bool header = kind == NodeKind::header_row;
  if (entering) {
    place_.column = 0;
    if (header) out_ += "header: (";
    return;
  }
  out_ += header ? "),\n" : "\n";
  ++place_.row;
}

void TypstText::cell(cmark_node* node, bool entering) {
  const bool number = domain::runs_from_right(part_->section->language) && is_number(text_of(node));
  if (!entering) {
    out_ += number ? "];]," : "],";
    ++place_.column;
    return;
  }
  const PrintTable& table = place_.table;
  int all = 0;
  for (const int width : table.widths) all += width;
  if (place_.column < table.widths.size()) {
    place_.longest_word = table.letters[place_.column];
    place_.room = std::max(3.0, kTextWidth * table.widths[place_.column] / all - kCellMargins);
  }
  out_ += place_.row > 0 && table.is_tall(place_.row) ? "tall[" : "[";
  if (number) out_ += "#number[";
}

}  // namespace documents
