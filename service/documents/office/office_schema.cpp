#include "documents/office/office_schema.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "documents/office/office_beginning.hpp"
#include "documents/office/office_marks.hpp"
#include "documents/office/office_pages.hpp"
#include "documents/office/office_rows.hpp"
#include "documents/office/pandoc_language.hpp"
#include "domain/basis/written_language.hpp"

namespace documents {
namespace {

using Edit = void (*)(pugi::xml_node);

// CT_PPr
constexpr std::string_view kParagraph =
    " pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange ";
// CT_RPr
constexpr std::string_view kRun =
    " rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath ";
// CT_Settings, as far as pandoc's reference document has them
constexpr std::string_view kSettings =
    " zoom embedSystemFonts proofState stylePaneFormatFilter trackRevisions doNotTrackMoves defaultTabStop"
    " autoHyphenation drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery"
    " displayVerticalDrawingGridEvery characterSpacingControl savePreviewPicture footnotePr endnotePr compat rsids"
    " mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator ";

// Without the prefix of its namespace.
std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

// What the order does not know keeps its place behind the one before it.
void put_in_order(pugi::xml_node parent, std::string_view order) {
  struct Ranked {
    std::size_t rank;
    pugi::xml_node node;
  };
  std::vector<Ranked> children;
  for (const pugi::xml_node child : parent.children()) {
    const std::size_t rank = order.find(" " + std::string(local_name(child)) + " ");
    const bool known = child.type() == pugi::node_element && rank != std::string_view::npos;
    children.push_back({known ? rank : (children.empty() ? 0 : children.back().rank), child});
  }
  const auto by_rank = [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; };
  if (std::is_sorted(children.begin(), children.end(), by_rank)) return;
  std::stable_sort(children.begin(), children.end(), by_rank);
  for (const Ranked& child : children) parent.append_move(child.node);
}

// A table runs as the paragraphs in it, which pandoc tells of those alone.
void mirror_table(pugi::xml_node table) {
  const auto paragraph = table.child("w:tr").child("w:tc").child("w:p");
  if (!paragraph.child("w:pPr").child("w:bidi")) return;
  pugi::xml_node properties = table.child("w:tblPr");
  properties.insert_child_after("w:bidiVisual", properties.child("w:tblStyle"));
}

// Languages of Chinese letters are kept apart from those of Latin ones, and so are those of Arabic letters; pandoc
// tells one for all. Numbers in a Chinese text would be broken at the end of a line, were they Chinese.
constexpr const char* kLatinInChinese = "en";
constexpr const char* kItsCountry = "US";

void mend_language(pugi::xml_node language) {
  const std::string chinese = word_chinese(language.attribute("w:val").value());
  if (chinese.empty() || !language.attribute("w:eastAsia")) return;
  language.attribute("w:eastAsia").set_value(chinese.c_str());
  language.attribute("w:val").set_value((std::string(kLatinInChinese) + "-" + kItsCountry).c_str());
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  (node.attribute(name) ? node.attribute(name) : node.append_attribute(name)).set_value(value.c_str());
}

void mend_language_of_odt(pugi::xml_node properties) {
  const std::string language = properties.attribute("fo:language").value();
  if (domain::runs_from_right(language)) {
    set(properties, "style:language-complex", language);
    set(properties, "style:country-complex", "none");
  }
  const std::string chinese = word_chinese(language);
  if (chinese.empty()) return;
  set(properties, "style:language-asian", "zh");
  set(properties, "style:country-asian", chinese.substr(chinese.size() - 2));
  set(properties, "fo:language", kLatinInChinese);
  set(properties, "fo:country", kItsCountry);
}

void mend_text(pugi::xml_node node) {
  const std::string_view name = node.name();
  take_up_marks(node, OfficeFormat::docx);
  if (name == "w:body") {
    put_beginning_first(node, OfficeFormat::docx);
    mend_pages(node);
  }
  if (name == "w:tbl") set_on_pages(node);
  if (name == "w:pPr") put_in_order(node, kParagraph);
  if (name == "w:rPr") put_in_order(node, kRun);
  if (name == "w:tbl") mirror_table(node);
  if (name == "w:lang") mend_language(node);
  if (name == "w:tblHeader") node.remove_attribute("w:val");  // "true" is no value of this one; it is on by being there
}

void mend_settings(pugi::xml_node node) {
  if (std::string_view(node.name()) == "w:settings") put_in_order(node, kSettings);
}

// Every list stands before what uses one.
void put_lists_first(pugi::xml_node numbering) {
  std::vector<pugi::xml_node> uses;
  for (const pugi::xml_node use : numbering.children("w:num")) uses.push_back(use);
  for (const pugi::xml_node use : uses) numbering.append_move(use);
}

// Four bytes in hexadecimal digits name a list; pandoc writes as many as it needs.
void mend_numbering(pugi::xml_node node) {
  mend_text(node);
  if (std::string_view(node.name()) == "w:numbering") put_lists_first(node);
  if (std::string_view(node.name()) != "w:nsid") return;
  std::string digits = node.attribute("w:val").value();
  if (digits.size() < 8) digits.insert(0, 8 - digits.size(), '0');
  node.attribute("w:val").set_value(digits.c_str());
}

void mend_text_of_odt(pugi::xml_node node) {
  take_up_marks(node, OfficeFormat::odt);
  if (std::string_view(node.name()) == "office:text") put_beginning_first(node, OfficeFormat::odt);
}

void mend_styles_of_odt(pugi::xml_node node) {
  auto country = node.attribute("fo:country");
  if (country && std::string_view(country.value()).empty()) country.set_value("none");
  if (std::string_view(node.name()) == "style:text-properties") mend_language_of_odt(node);
}

void mend_version(pugi::xml_node node) {
  if (node.parent() != node.root()) return;
  for (const char* name : {"manifest:version", "office:version"}) {
    if (auto version = node.attribute(name)) version.set_value("1.3");
  }
}

// Spaces between elements may be text of somebody, and are kept.
std::string mended(const std::string& xml, Edit edit) {
  pugi::xml_document document;
  constexpr unsigned kWhole = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration;
  if (!document.load_buffer(xml.data(), xml.size(), kWhole)) throw std::runtime_error("a file in it is not XML");
  std::vector<pugi::xml_node> waiting{document};
  while (!waiting.empty()) {
    const pugi::xml_node node = waiting.back();
    waiting.pop_back();
    edit(node);
    for (const pugi::xml_node child : node.children()) waiting.push_back(child);
  }
  std::ostringstream out;
  document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

std::function<std::string(const std::string&)> by(Edit edit) {
  return [edit](const std::string& xml) { return mended(xml, edit); };
}

}  // namespace

const FileEdits& schema_edits(OfficeFormat format) {
  static const FileEdits docx{{"word/document.xml", by(mend_text)},       {"word/footnotes.xml", by(mend_text)},
                              {"word/styles.xml", by(mend_text)},         {"word/settings.xml", by(mend_settings)},
                              {"word/numbering.xml", by(mend_numbering)}, {"word/comments.xml", by(mend_text)}};
  static const FileEdits odt{{"META-INF/manifest.xml", by(mend_version)},
                             {"meta.xml", by(mend_version)},
                             {"content.xml", by(mend_text_of_odt)},
                             {"styles.xml", by(mend_styles_of_odt)}};
  return format == OfficeFormat::docx ? docx : odt;
}

}  // namespace documents
