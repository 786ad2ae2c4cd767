#include "documents/office/office_marks.hpp"

#include <string_view>

namespace documents {
namespace {

constexpr const char* kAttributes = "report:attributes";

void take_up_properties(pugi::xml_node paragraph) {
  const pugi::xml_node found = paragraph.child("w:pPr");
  if (!found) return;
  pugi::xml_node properties = found == paragraph.first_child() ? found : paragraph.prepend_move(found);
  for (pugi::xml_node mark = properties.next_sibling("w:pPr"); mark; mark = properties.next_sibling("w:pPr")) {
    for (const pugi::xml_node one : mark.children()) {
      properties.remove_child(one.name());
      properties.append_copy(one);
    }
    paragraph.remove_child(mark);
  }
}

void take_up_attributes(pugi::xml_node paragraph) {
  for (pugi::xml_node mark = paragraph.child(kAttributes); mark; mark = paragraph.child(kAttributes)) {
    for (const pugi::xml_attribute one : mark.attributes()) {
      paragraph.remove_attribute(one.name());
      paragraph.append_copy(one);
    }
    paragraph.remove_child(mark);
  }
}

}  // namespace

pandoc::Json paragraph_mark(const std::string& properties, OfficeFormat format) {
  if (format == OfficeFormat::docx) return pandoc::raw_inline("openxml", "<w:pPr>" + properties + "</w:pPr>");
  return pandoc::raw_inline("opendocument", std::string("<") + kAttributes + " " + properties + "/>");
}

void take_up_marks(pugi::xml_node element, OfficeFormat format) {
  const std::string_view name = element.name();
  if (format == OfficeFormat::docx) {
    if (name == "w:p") take_up_properties(element);
  } else if (name == "text:p" || name == "text:h") {
    take_up_attributes(element);
  }
}

}  // namespace documents
