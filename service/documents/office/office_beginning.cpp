#include "documents/office/office_beginning.hpp"

#include <string>
#include <string_view>

namespace documents {
namespace {

pugi::xml_attribute style_of(pugi::xml_node paragraph, OfficeFormat format) {
  return format == OfficeFormat::docx ? paragraph.child("w:pPr").child("w:pStyle").attribute("w:val")
                                      : paragraph.attribute("text:style-name");
}

pugi::xml_node with_style(pugi::xml_node body, std::string_view style, OfficeFormat format) {
  return body.find_child([&](pugi::xml_node node) { return style_of(node, format).value() == style; });
}

}  // namespace

void put_beginning_first(pugi::xml_node body, OfficeFormat format) {
  const pugi::xml_node country = with_style(body, "Author", format);
  if (country) body.prepend_move(country);
  if (const pugi::xml_node emblem = with_style(body, "Emblem", format)) {
    body.prepend_move(emblem);
    style_of(country, format)
        .set_value(format == OfficeFormat::docx ? "AuthorBelowEmblem" : "Author_20_Below_20_Emblem");
  }
  if (const pugi::xml_node sequences = body.child("text:sequence-decls")) body.prepend_move(sequences);
}

}  // namespace documents
