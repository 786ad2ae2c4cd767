#include "documents/office/office_rows.hpp"

#include <string_view>
#include <vector>

namespace documents {
namespace {

pugi::xml_node first_child(pugi::xml_node parent, const char* name) {
  const pugi::xml_node found = parent.child(name);
  return found ? found : parent.prepend_child(name);
}

// Behind the style, where the schema has it: putting thousands of cells in order takes milliseconds.
void add_to_paragraphs(pugi::xml_node row, const char* property) {
  for (const pugi::xml_node cell : row.children("w:tc")) {
    for (const pugi::xml_node paragraph : cell.children("w:p")) {
      pugi::xml_node properties = first_child(paragraph, "w:pPr");
      const pugi::xml_node style = properties.child("w:pStyle");
      if (style) {
        properties.insert_child_after(property, style);
      } else {
        properties.prepend_child(property);
      }
    }
  }
}

// Headings have more of it.
void leave_room_behind(pugi::xml_node table) {
  constexpr int kRoom = 160;  // twentieths of a point
  const pugi::xml_node next = table.next_sibling();
  const std::string_view style = next.child("w:pPr").child("w:pStyle").attribute("w:val").value();
  if (style != "BodyText" && style != "FirstParagraph" && style != "Lead" && style != "Compact") return;
  if (next.child("w:pPr").child("w:spacing")) return;
  next.child("w:pPr").append_child("w:spacing").append_attribute("w:before").set_value(kRoom);
}

}  // namespace

void set_on_pages(pugi::xml_node table) {
  leave_room_behind(table);
  std::vector<pugi::xml_node> rows;
  std::size_t heads = 0;
  for (const pugi::xml_node row : table.children("w:tr")) {
    pugi::xml_node properties = first_child(row, "w:trPr");
    if (!properties.child("w:cantSplit")) properties.prepend_child("w:cantSplit");
    if (properties.child("w:tblHeader")) ++heads;
    add_to_paragraphs(row, "w:suppressAutoHyphens");
    rows.push_back(row);
  }
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (rows.size() <= kRowsOnOnePage || i <= heads || i + 2 == rows.size()) add_to_paragraphs(rows[i], "w:keepNext");
  }
}

}  // namespace documents
