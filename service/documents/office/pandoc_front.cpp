#include "documents/office/pandoc_front.hpp"

#include <algorithm>
#include <utility>

#include "documents/office/office_lists.hpp"
#include "documents/office/office_marks.hpp"
#include "documents/report/spelled.hpp"

namespace documents {

using pandoc::Json;

namespace {

Json fact_lines(const OfficeWords& words, const std::vector<Fact>& facts) {
  Json lines = Json::array();
  for (const auto& fact : facts) {
    Json inlines = Json::array({pandoc::element("Strong", pandoc::words(with_colon(words.report.labels(), fact.label))),
                                pandoc::element("Space")});
    bool first = true;
    for (const auto line : lines_of(fact.value)) {
      if (!std::exchange(first, false)) inlines.push_back(pandoc::element("LineBreak"));
      pandoc::append(inlines, pandoc::words(line));
    }
    lines.push_back(pandoc::paragraph(words.fixed_line(std::move(inlines))));
  }
  return pandoc::styled("Fact", std::move(lines));
}

// 30 mm high, or 60 mm wide where that makes it less high.
Picture emblem_of(const DocumentPicture& file, const std::string& alternative) {
  constexpr double kHigh = 300;
  constexpr double kWide = 600;
  const auto width = static_cast<double>(std::max<std::int64_t>(file.width, 1));
  const auto height = static_cast<double>(std::max<std::int64_t>(file.height, 1));
  const double tenths = std::min(kHigh / height, kWide / width);
  return {kind_of_media_type(file.media_type).value_or(PictureKind::png),
          file.content ? *file.content : "",
          alternative,
          std::max(1, static_cast<int>(width * tenths)),
          std::max(1, static_cast<int>(height * tenths)),
          domain::say("the emblem")};
}

// In a frame of its own, as a page has only one flow.
Json at_foot(const std::string& text, OfficeFormat format) {
  if (format == OfficeFormat::docx) {
    // LibreOffice takes a frame from no style.
    Json inlines =
        Json::array({paragraph_mark("<w:framePr w:w=\"9072\" w:wrap=\"notBeside\" w:vAnchor=\"margin\" "
                                    "w:hAnchor=\"margin\" w:xAlign=\"center\" w:yAlign=\"bottom\"/>",
                                    format)});
    pandoc::append(inlines, pandoc::words(text));
    return pandoc::styled("Issued", Json::array({pandoc::paragraph(std::move(inlines))}));
  }
  return pandoc::raw_block("opendocument",
                           "<text:p><draw:frame draw:style-name=\"Foot\" draw:name=\"Issued\" "
                           "text:anchor-type=\"paragraph\" svg:width=\"16cm\"><draw:text-box fo:min-height=\"0.5cm\">"
                           "<text:p text:style-name=\"Issued\">" +
                               pandoc::xml(text) + "</text:p></draw:text-box></draw:frame></text:p>");
}

void add_title_page(Json& out, const OfficeWords& words, OfficeFormat format, OfficePictures& pictures) {
  const Report& report = words.report;
  if (const auto& emblem = report.document().imprint.emblem) {
    const Picture picture = emblem_of(*emblem, report.labels().document.emblem);
    out.push_back(pandoc::styled("Emblem", Json::array({pandoc::paragraph(Json::array({pictures.in_line(picture)}))})));
  }
  // In front of the facts: a frame stands on the page of what comes behind it.
  if (const auto issued = report.place_and_day(); !issued.empty()) out.push_back(at_foot(issued, format));
  if (const auto facts = report.facts(); !facts.empty()) out.push_back(fact_lines(words, facts));
  for (const auto& note : report.draft_notes()) {
    out.push_back(words.remark(labelled(report.labels(), note.label, note.value)));
  }
}

void add_imprint(Json& out, const OfficeWords& words, OfficePages& pages) {
  const auto facts = words.report.imprint_facts();
  const LocalText& disclaimer = words.report.document().imprint.disclaimer;
  if (facts.empty() && disclaimer.text.empty()) return;
  pandoc::append(out, pages.of_title());
  for (const auto line : lines_of(disclaimer.text)) {
    out.push_back(pandoc::paragraph(words.language.text(disclaimer.language, line)));
  }
  if (!facts.empty()) out.push_back(fact_lines(words, facts));
}

}  // namespace

Json front_blocks(const OfficeWords& words, const std::vector<ContentsEntry>& contents, OfficeFormat format,
                  OfficePages& pages, OfficePictures& pictures) {
  const Report& report = words.report;
  Json out = format == OfficeFormat::odt ? sequence_declarations(report) : Json::array();
  add_title_page(out, words, format, pictures);
  add_imprint(out, words, pages);
  if (report.document().is_part() || report.document().letter) return out;
  out.push_back(contents_block(report, contents, format));
  pages.begun();
  for (const auto kind : {CaptionKind::table, CaptionKind::figure}) {
    pandoc::append(out, numbered_list(report, kind, format));
  }
  pandoc::append(out, abbreviations_list(report, format));
  return out;
}

}  // namespace documents
