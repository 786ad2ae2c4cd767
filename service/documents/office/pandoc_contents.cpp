#include "documents/office/pandoc_contents.hpp"

#include <algorithm>
#include <utility>

#include "documents/office/heading_lists.hpp"
#include "documents/office/office_fields.hpp"
#include "documents/office/office_levels.hpp"
#include "documents/office/office_marks.hpp"
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

// Without a page: no program that makes our files divides them into pages as Word does. Where nobody updates the field,
// a list of chapters stands there, and not an empty column.
std::string word_entry(std::size_t index, const ContentsEntry& entry) {
  return "<w:hyperlink w:anchor=\"" + bookmark(index) + "\" w:history=\"1\">" +
         word_run(entry.language, entry.name + std::string(entry.title)) + "</w:hyperlink>";
}

// The field is marked as out of date, as pandoc marks its own: Word offers to put the page numbers in.
std::string word_contents(const Report& report, const std::vector<ContentsEntry>& entries) {
  const Labels& labels = report.labels();
  const std::string direction = word_direction(report.document().language);
  std::string out =
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj>"
      "</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"TOCHeading\"/>" +
      direction + "</w:pPr>" + word_run(labels.language, labels.document.contents) + "</w:p>";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    out += "<w:p><w:pPr><w:pStyle w:val=\"TOC" + std::to_string(entries[i].level) + "\"/>" + direction + "</w:pPr>";
    if (i == 0) {
      out += word_field_begin("TOC \\o \"1-" + std::to_string(deepest(entries)) + "\" \\h \\z", true);
    }
    out += word_entry(i, entries[i]);
    if (i + 1 == entries.size()) out += word_field_end();
    out += "</w:p>";
  }
  return out + "</w:sdtContent></w:sdt>";
}

std::string entry_template(int level) {
  return "<text:table-of-content-entry-template text:outline-level=\"" + std::to_string(level) +
         "\" text:style-name=\"Contents_20_" + std::to_string(level) +
         "\"><text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/"
         "><text:index-entry-tab-stop style:type=\"right\" "
         "style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
         "</text:table-of-content-entry-template>";
}

// Headings inside of texts have other styles and are no entries.
std::string source_style(int level) {
  const std::string number = std::to_string(level);
  return "<text:index-source-styles text:outline-level=\"" + number +
         "\"><text:index-source-style text:style-name=\"Heading_20_" + number + "\"/></text:index-source-styles>";
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

// LibreOffice takes a level that comes behind for a wish to use it.
std::string open_document_contents(const Report& report, const std::vector<ContentsEntry>& entries) {
  const std::string style = open_document_heading_style(report);
  const std::string title = pandoc::xml(report.labels().document.contents);
  const int levels = deepest(entries);
  std::string out =
      "<text:table-of-content text:name=\"Contents\"><text:table-of-content-source text:outline-level=\"" +
      std::to_string(levels) +
      "\" text:use-outline-level=\"false\" text:use-index-marks=\"false\" "
      "text:use-index-source-styles=\"true\"><text:index-title-template text:style-name=\"" +
      style + "\">" + title + "</text:index-title-template>";
  for (int level = 1; level <= levels; ++level) out += entry_template(level);
  for (int level = 1; level <= levels; ++level) out += source_style(level);
  out +=
      "</text:table-of-content-source><text:index-body><text:index-title text:name=\"Contents_Head\"><text:p "
      "text:style-name=\"" +
      style + "\">" + title + "</text:p></text:index-title>";
  for (const auto& entry : entries) out += open_document_entry(entry);
  return out + "</text:index-body></text:table-of-content>";
}

Json word_target(std::size_t entry, Json inlines) {
  const std::string id = " w:id=\"" + std::to_string(kFirstOfContents + static_cast<int>(entry)) + "\"";
  Json out =
      Json::array({pandoc::raw_inline("openxml", "<w:bookmarkStart" + id + " w:name=\"" + bookmark(entry) + "\"/>")});
  pandoc::append(out, std::move(inlines));
  out.push_back(pandoc::raw_inline("openxml", "<w:bookmarkEnd" + id + "/>"));
  return out;
}

// Where it is another than the style says.
Json word_number(const std::optional<NumberedHeading>& numbered) {
  if (numbered && numbered->list == 0) return Json::array();
  const std::string list = numbered ? "<w:ilvl w:val=\"" + std::to_string(numbered->level) + "\"/><w:numId w:val=\"" +
                                          std::to_string(numbered->list + 1) + "\"/>"
                                    : "<w:numId w:val=\"0\"/>";
  return Json::array({paragraph_mark("<w:numPr>" + list + "</w:numPr>", OfficeFormat::docx)});
}

// Lists within a list are as deep as the heading's level.
Json in_open_document_list(const NumberedHeading& numbered, bool begins, Json heading) {
  const std::string id = "headings-" + std::to_string(numbered.list + 1);
  std::string open = "<text:list text:style-name=\"" + open_document_list(numbered.list) + "\" " +
                     (begins ? "xml:id=\"" : "text:continue-list=\"") + id + "\"><text:list-item>";
  std::string close = "</text:list-item></text:list>";
  for (int level = 0; level < numbered.level; ++level) {
    open += "<text:list><text:list-item>";
    close += "</text:list-item></text:list>";
  }
  return Json::array(
      {pandoc::raw_block("opendocument", open), std::move(heading), pandoc::raw_block("opendocument", close)});
}

// "Annex B. " -> "B"
std::string letter_in(const std::string& name, const Labels& labels) {
  const auto [before, after] = around_number(labels.document.numbered_annex);
  const std::size_t end = after.size() + 2;
  return name.substr(before.size(), name.size() - before.size() - end);
}

}  // namespace

std::vector<ContentsEntry> contents_of(const Report& report, HeadingNumbers& numbers) {
  std::vector<ContentsEntry> entries;
  for (const auto* part : report.parts()) {
    const auto& section = *part->section;
    entries.push_back({section.id, office_level(part->level), section.title_language, part->name, section.title,
                       numbers.add(part->number, section.annex)});
  }
  for (const auto& annex : report.made_annexes()) {
    entries.push_back({annex.id, 1, report.labels().language, annex.name, annex.title,
                       numbers.add(letter_in(annex.name, report.labels()), true)});
  }
  if (!report.document().signatures.empty()) {
    entries.push_back({free_id(report, "signatures"), 1, report.labels().language, "",
                       report.labels().document.signatures, std::nullopt});
  }
  return entries;
}

Json contents_block(const Report& report, const std::vector<ContentsEntry>& entries, OfficeFormat format) {
  if (format == OfficeFormat::docx) return pandoc::raw_block("openxml", word_contents(report, entries));
  return pandoc::raw_block("opendocument", open_document_contents(report, entries));
}

Json contents_heading(const std::vector<ContentsEntry>& entries, std::size_t index, Json inlines, OfficeFormat format) {
  const ContentsEntry& entry = entries.at(index);
  const auto& numbered = entry.numbered;
  if (format == OfficeFormat::docx) {
    Json marked = word_number(numbered);
    pandoc::append(marked, word_target(index, std::move(inlines)));
    return Json::array({pandoc::heading(entry.level, entry.id, std::move(marked))});
  }
  if (!numbered) inlines.insert(inlines.begin(), paragraph_mark("text:is-list-header=\"true\"", format));
  Json heading = pandoc::heading(entry.level, entry.id, std::move(inlines));
  if (!numbered || numbered->list == 0) return Json::array({std::move(heading)});
  const bool begins =
      std::none_of(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(index),
                   [&](const auto& one) { return one.numbered && one.numbered->list == numbered->list; });
  return in_open_document_list(*numbered, begins, std::move(heading));
}

std::string section_reference(const std::vector<ContentsEntry>& entries, std::size_t index, const std::string& number,
                              OfficeFormat format) {
  if (format == OfficeFormat::docx) {
    return word_field("REF " + bookmark(index) + " \\n \\t \\h", word_run("", number, "Hyperlink"));
  }
  return "<text:bookmark-ref text:reference-format=\"number-no-superior\" text:ref-name=\"" +
         pandoc::xml(entries.at(index).id) + "\">" + pandoc::xml(number) + "</text:bookmark-ref>";
}

}  // namespace documents
