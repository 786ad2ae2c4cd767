#include "documents/office/office_pages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace documents {

using pandoc::Json;

namespace {

// In Word the end of a section says how its pages are.
std::string section_end(Pages kind) {
  const std::string turned = kind == Pages::wide ? " w:orient=\"landscape\"" : "";
  return "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/><w:sectPr><w:pgSz" + turned + "/></w:sectPr></w:pPr></w:p>";
}

pugi::xml_node section_of(pugi::xml_node paragraph) { return paragraph.child("w:pPr").child("w:sectPr"); }

std::vector<pugi::xml_node> sections_before_last(pugi::xml_node body) {
  std::vector<pugi::xml_node> sections;
  for (const pugi::xml_node paragraph : body.children("w:p")) {
    if (const pugi::xml_node section = section_of(paragraph)) sections.push_back(section);
  }
  return sections;
}

void size_as(pugi::xml_node section, pugi::xml_node last) {
  pugi::xml_node size = section.child("w:pgSz");
  const bool turned = size.attribute("w:orient");
  const pugi::xml_node model = last.child("w:pgSz");
  size.append_attribute("w:w").set_value(model.attribute(turned ? "w:h" : "w:w").value());
  size.append_attribute("w:h").set_value(model.attribute(turned ? "w:w" : "w:h").value());
  section.append_copy(last.child("w:pgMar"));
}

bool is_named(pugi::xml_node node, std::string_view name) { return node.name() == name; }

void move_to_first(pugi::xml_node first, pugi::xml_node last) {
  std::vector<pugi::xml_node> references;
  for (const pugi::xml_node one : last.children()) {
    if (is_named(one, "w:headerReference") || is_named(one, "w:footerReference")) references.push_back(one);
  }
  for (auto one = references.rbegin(); one != references.rend(); ++one) first.prepend_move(*one);
  if (const pugi::xml_node title_page = last.child("w:titlePg")) first.append_move(title_page);
}

}  // namespace

Json OfficePages::break_of(Pages kind) const {
  std::string style = "PageBreak";
  if (kind != now_) {
    style += kind == Pages::wide ? "_20_Wide" : "_20_Upright";
    if (report_.document().draft) style += "_20_Draft_20_" + std::string(report_.labels().language);
  }
  return pandoc::raw_block("opendocument", "<text:p text:style-name=\"" + style + "\"/>");
}

Json OfficePages::of_title() const {
  return Json::array({format_ == OfficeFormat::odt
                          ? pandoc::raw_block("opendocument", "<text:p text:style-name=\"PageBreak\"/>")
                          : pandoc::raw_block("openxml", "<w:p><w:pPr><w:pStyle w:val=\"PageBreak\"/></w:pPr></w:p>")});
}

Json OfficePages::next(Pages kind) {
  Json block = format_ == OfficeFormat::odt ? break_of(kind)
               : kind == now_.value_or(Pages::upright)
                   ? pandoc::raw_block("openxml", "<w:p><w:pPr><w:pStyle w:val=\"PageBreak\"/></w:pPr></w:p>")
                   : pandoc::raw_block("openxml", section_end(now_.value_or(Pages::upright)));
  now_ = kind;
  return Json::array({std::move(block)});
}

Json OfficePages::end() const {
  if (format_ == OfficeFormat::odt || now_ != Pages::wide) return Json::array();
  return Json::array({pandoc::raw_block("openxml", section_end(*now_))});
}

void mend_pages(pugi::xml_node body) {
  const std::vector<pugi::xml_node> sections = sections_before_last(body);
  pugi::xml_node last = body.last_child();
  if (sections.empty() || !is_named(last, "w:sectPr")) return;
  for (const pugi::xml_node section : sections) size_as(section, last);
  move_to_first(sections.front(), last);
  pugi::xml_node before = last.previous_sibling();
  while (is_named(before, "w:bookmarkEnd")) before = before.previous_sibling();  // of the last heading
  if (!section_of(before)) return;
  body.append_copy(section_of(before));
  body.remove_child(before);
  body.remove_child(last);
}

}  // namespace documents
