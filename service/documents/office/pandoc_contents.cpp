#include "documents/office/pandoc_contents.hpp"

#include <algorithm>
#include <utility>

#include "documents/office/office_levels.hpp"
#include "documents/office/pandoc_language.hpp"
#include "documents/report/html_ids.hpp"

namespace documents {

using pandoc::Json;

namespace {

int deepest(const std::vector<ContentsEntry>& entries) {
  int level = 1;
  for (const auto& entry : entries) level = std::max(level, entry.level);
  return level;
}

// Word's own kind of name.
std::string bookmark(std::size_t entry) {
  const std::string number = std::to_string(entry + 1);
  return "_Toc" + std::string(6 - std::min<std::size_t>(number.size(), 6), '0') + number;
}

std::string field(const char* part) { return std::string("<w:r><w:fldChar w:fldCharType=\"") + part + "\"/></w:r>"; }

std::string instruction(const std::string& text) {
  return "<w:r><w:instrText xml:space=\"preserve\"> " + text + " </w:instrText></w:r>";
}

std::string word_text(std::string_view language, const std::string& text) {
  std::string run = "<w:r>";
  if (!language.empty()) run += "<w:rPr>" + word_language(language) + "</w:rPr>";
  return run + "<w:t xml:space=\"preserve\">" + pandoc::xml(text) + "</w:t></w:r>";
}

std::string word_entry(std::size_t index, const ContentsEntry& entry) {
  return "<w:hyperlink w:anchor=\"" + bookmark(index) + "\" w:history=\"1\">" +
         word_text(entry.language, entry.name + std::string(entry.title)) + "<w:r><w:tab/></w:r>" + field("begin") +
         instruction("PAGEREF " + bookmark(index) + " \\h") + field("separate") + "<w:r><w:t></w:t></w:r>" +
         field("end") + "</w:hyperlink>";
}

// The field is marked as out of date, as pandoc marks its own: Word offers to put the page numbers in.
std::string word_contents(const Report& report, const std::vector<ContentsEntry>& entries) {
  const Labels& labels = report.labels();
  const std::string direction = word_direction(report.document().language);
  std::string out =
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj>"
      "</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"TOCHeading\"/>" +
      direction + "</w:pPr>" + word_text(labels.language, labels.document.contents) + "</w:p>";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    out += "<w:p><w:pPr><w:pStyle w:val=\"TOC" + std::to_string(entries[i].level) + "\"/>" + direction + "</w:pPr>";
    if (i == 0) {
      out += "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>" +
             instruction("TOC \\o \"1-" + std::to_string(deepest(entries)) + "\" \\h \\z") + field("separate");
    }
    out += word_entry(i, entries[i]);
    if (i + 1 == entries.size()) out += field("end");
    out += "</w:p>";
  }
  return out + "</w:sdtContent></w:sdt>";
}

std::string entry_template(int level) {
  return "<text:table-of-content-entry-template text:outline-level=\"" + std::to_string(level) +
         "\" text:style-name=\"Contents_20_" + std::to_string(level) +
         "\"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\" "
         "style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
         "</text:table-of-content-entry-template>";
}

std::string open_document_entry(const ContentsEntry& entry) {
  const std::string id = pandoc::xml(entry.id);
  return "<text:p text:style-name=\"Contents_20_" + std::to_string(entry.level) +
         "\"><text:a xlink:type=\"simple\" xlink:href=\"#" + id +
         "\" text:style-name=\"Contents_20_Link\" text:visited-style-name=\"Contents_20_Link\">" +
         pandoc::xml(entry.name + std::string(entry.title)) +
         "<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"" + id +
         "\"></text:bookmark-ref></text:a></text:p>";
}

// The style of the heading brings the pages with header and footer, which carry the watermark of a draft.
std::string open_document_heading_style(const Report& report) {
  if (!report.document().draft) return "Contents_20_Heading";
  return "Contents_20_Heading_20_Draft_20_" + std::string(report.labels().language);
}

std::string open_document_contents(const Report& report, const std::vector<ContentsEntry>& entries) {
  const std::string style = open_document_heading_style(report);
  const std::string title = pandoc::xml(report.labels().document.contents);
  const int levels = deepest(entries);
  std::string out =
      "<text:table-of-content text:name=\"Contents\"><text:table-of-content-source text:outline-level=\"" +
      std::to_string(levels) + "\"><text:index-title-template text:style-name=\"" + style + "\">" + title +
      "</text:index-title-template>";
  for (int level = 1; level <= levels; ++level) out += entry_template(level);
  out +=
      "</text:table-of-content-source><text:index-body><text:index-title text:name=\"Contents_Head\"><text:p "
      "text:style-name=\"" +
      style + "\">" + title + "</text:p></text:index-title>";
  for (const auto& entry : entries) out += open_document_entry(entry);
  return out + "</text:index-body></text:table-of-content>";
}

}  // namespace

std::vector<ContentsEntry> contents_of(const Report& report) {
  std::vector<ContentsEntry> entries;
  for (const auto* part : report.parts()) {
    const auto& section = *part->section;
    entries.push_back({section.id, office_level(part->level), section.title_language, part->name, section.title});
  }
  if (!report.contributions_name().empty()) {
    entries.push_back({free_id(report, "contributions"), 1, report.labels().language, report.contributions_name(),
                       report.labels().document.contributions});
  }
  if (!report.charts_name().empty()) {
    entries.push_back(
        {free_id(report, "charts"), 1, report.labels().language, report.charts_name(), report.labels().chart.title});
  }
  return entries;
}

Json contents_block(const Report& report, const std::vector<ContentsEntry>& entries, OfficeFormat format) {
  if (format == OfficeFormat::docx) return pandoc::raw_block("openxml", word_contents(report, entries));
  return pandoc::raw_block("opendocument", open_document_contents(report, entries));
}

// Pandoc numbers its own bookmarks from below.
Json contents_target(std::size_t entry, Json inlines, OfficeFormat format) {
  if (format == OfficeFormat::odt) return inlines;  // the heading's id does
  constexpr std::size_t kFirstNumber = 900000;
  const std::string number = std::to_string(kFirstNumber + entry);
  Json out = Json::array(
      {pandoc::raw_inline("openxml", "<w:bookmarkStart w:id=\"" + number + "\" w:name=\"" + bookmark(entry) + "\"/>")});
  pandoc::append(out, std::move(inlines));
  out.push_back(pandoc::raw_inline("openxml", "<w:bookmarkEnd w:id=\"" + number + "\"/>"));
  return out;
}

}  // namespace documents
