#include "documents/office/contents_pages.hpp"

#include <functional>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "documents/file/zip_archive.hpp"
#include "documents/office/office_fields.hpp"

namespace documents {
namespace {

constexpr const char* kText = "word/document.xml";
constexpr int kAnyPage = 88;  // as wide as most

bool is_line_of_list(pugi::xml_node paragraph) {
  const std::string_view style = paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
  const bool numbered = style.size() == 4 && style.starts_with("TOC");
  return (numbered || style == "TableofFigures") && paragraph.child("w:hyperlink").attribute("w:anchor");
}

// They stand at the top, or in what Word takes for its table of contents.
std::vector<pugi::xml_node> lines_of_lists(const pugi::xml_document& text) {
  std::vector<pugi::xml_node> lines;
  const auto add_from = [&](pugi::xml_node parent) {
    for (const pugi::xml_node paragraph : parent.children("w:p")) {
      if (is_line_of_list(paragraph)) lines.push_back(paragraph);
    }
  };
  const pugi::xml_node body = text.child("w:document").child("w:body");
  for (const pugi::xml_node part : body.children("w:sdt")) add_from(part.child("w:sdtContent"));
  add_from(body);
  return lines;
}

std::string bookmark_of(pugi::xml_node line) { return line.child("w:hyperlink").attribute("w:anchor").value(); }

void add_page(pugi::xml_node line, std::optional<int> page) {
  pugi::xml_node link = line.child("w:hyperlink");
  const std::string bookmark = bookmark_of(line);
  const std::string shown = page ? word_run("", std::to_string(*page)) : "";
  const std::string field = "<w:r><w:tab/></w:r>" + word_field("PAGEREF " + bookmark + " \\h", shown);
  link.append_buffer(field.data(), field.size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

std::string edited(const std::string& docx, const std::function<void(pugi::xml_node line)>& edit) {
  return edit_archive(docx, {{kText, [&](const std::string& xml) {
                                pugi::xml_document text;
                                constexpr unsigned kWhole =
                                    pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration;
                                if (!text.load_buffer(xml.data(), xml.size(), kWhole))
                                  throw std::runtime_error("a text in it is not XML");
                                for (const pugi::xml_node line : lines_of_lists(text)) edit(line);
                                std::ostringstream out;
                                text.save(out, "", pugi::format_raw | pugi::format_no_declaration);
                                return out.str();
                              }}});
}

}  // namespace

std::optional<std::string> asking_for_pages(const std::string& docx) {
  bool has_lists = false;
  std::string asking = edited(docx, [&](pugi::xml_node line) {
    has_lists = true;
    add_page(line, kAnyPage);
  });
  if (!has_lists) return std::nullopt;
  return asking;
}

std::string with_pages(const std::string& docx, const BookmarkPages& pages) {
  return edited(docx, [&](pugi::xml_node line) {
    const auto page = pages.find(bookmark_of(line));
    add_page(line, page == pages.end() ? std::nullopt : std::optional(page->second));
  });
}

}  // namespace documents
