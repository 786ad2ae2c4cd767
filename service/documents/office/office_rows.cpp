#include "documents/office/office_rows.hpp"

#include <string_view>
#include <vector>

namespace documents {
namespace {

pugi::xml_node first_child(pugi::xml_node parent, const char* name) {
  const pugi::xml_node found = parent.child(name);
  return found ? found : parent.prepend_child(name);
}

void keep_with_next(pugi::xml_node row) {
  for (const pugi::xml_node cell : row.children("w:tc")) {
    for (const pugi::xml_node paragraph : cell.children("w:p"))
      first_child(paragraph, "w:pPr").append_child("w:keepNext");
  }
}

}  // namespace

void keep_rows_together(pugi::xml_node table) {
  std::vector<pugi::xml_node> rows;
  std::size_t heads = 0;
  for (const pugi::xml_node row : table.children("w:tr")) {
    pugi::xml_node properties = first_child(row, "w:trPr");
    if (!properties.child("w:cantSplit")) properties.prepend_child("w:cantSplit");
    if (properties.child("w:tblHeader")) ++heads;
    rows.push_back(row);
  }
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (rows.size() <= kRowsOnOnePage || i <= heads || i + 2 == rows.size()) keep_with_next(rows[i]);
  }
}

}  // namespace documents
