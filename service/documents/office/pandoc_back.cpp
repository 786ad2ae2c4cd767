#include "documents/office/pandoc_back.hpp"

#include <algorithm>
#include <utility>

#include "documents/office/pandoc_table.hpp"
#include "documents/report/spelled.hpp"

namespace documents {

using pandoc::Json;

namespace {

constexpr int kWideLine = 130;  // letters of a table in a line of a page that is turned

// "15 Jan 2026" in one line.
std::string unbroken_date(const Labels& labels, const std::string& iso_date) {
  std::string text;
  for (const char letter : spell_short_date(labels, iso_date)) {
    if (letter == ' ') {
      text += "\u00A0";
    } else {
      text += letter;
    }
  }
  return text;
}

pandoc::TableCell words_cell(const std::string& text) { return text_cell(pandoc::words(text), text); }

class Contributions {
 public:
  Contributions(const OfficeWords& words, const std::vector<ContentsEntry>& contents, OfficeFormat format)
      : words_(words), labels_(words.report.labels()), contents_(contents), format_(format) {}

  std::vector<pandoc::TableCell> row(const Contribution& line) const {
    std::string others;
    for (const auto& agency : line.contributors) others += (others.empty() ? "" : "; ") + agency;
    return {section(line),
            words_cell(line.lead),
            words_cell(others),
            words_cell(spell_number(labels_, static_cast<std::uint64_t>(line.revisions))),
            words_cell(unbroken_date(labels_, line.last_saved_on)),
            approvals(line)};
  }

 private:
  pandoc::TableCell section(const Contribution& line) const {
    Json inlines = Json::array();
    if (const ReportPart* part = words_.report.find(line.section_id)) {
      inlines.push_back(pandoc::link("#" + line.section_id, number_of(*part)));
      inlines.push_back(pandoc::element("Space"));
    }
    pandoc::append(inlines, pandoc::words(line.section_title));
    return text_cell(std::move(inlines), line.section_title);
  }

  // Of an annex as text: a reference to it would say "Annex A".
  Json number_of(const ReportPart& part) const {
    if (part.section->annex && part.section->depth == 1) return pandoc::words(part.number);
    const auto& parts = words_.report.parts();
    const auto index = static_cast<std::size_t>(std::ranges::find(parts, &part) - parts.begin());
    return Json::array({pandoc::raw_inline(format_ == OfficeFormat::docx ? "openxml" : "opendocument",
                                           section_reference(contents_, index, part.number, format_))});
  }

  pandoc::TableCell approvals(const Contribution& line) const {
    pandoc::TableCell all;
    for (const auto& approval : line.approvals) {
      pandoc::TableCell one = words_cell(approval.step + ": " + approval.by + ", " +
                                         unbroken_date(labels_, approval.on) + approval_note(words_.report, approval));
      pandoc::append(all.blocks, std::move(one.blocks));
      all.width += one.width;  // each is a line of its own, which makes the row higher
      all.longest_word = std::max(all.longest_word, one.longest_word);
    }
    return all;
  }

  const OfficeWords& words_;
  const Labels& labels_;
  const std::vector<ContentsEntry>& contents_;
  OfficeFormat format_;
};

std::vector<pandoc::TableCell> head_row(const OfficeWords& words, const std::vector<std::string>& labels) {
  std::vector<pandoc::TableCell> row;
  for (const auto& label : labels) row.push_back(text_cell(words.fixed(label), label));
  return row;
}

// Room to write in.
pandoc::TableCell signing_cell(const OfficeWords& words, const std::string& who) {
  Json inlines = words.fixed(who);
  for (int line = 0; line < 3; ++line) inlines.push_back(pandoc::element("LineBreak"));
  pandoc::TableCell cell = text_cell(std::move(inlines), who);
  cell.width = std::max<std::size_t>(cell.width, 20);
  return cell;
}

}  // namespace

Json contributions_table(const OfficeWords& words, const std::vector<ContentsEntry>& contents, OfficeFormat format) {
  const DocumentLabels& labels = words.report.labels().document;
  const Contributions contributions(words, contents, format);
  pandoc::Table table;
  table.alignments = {'l', 'l', 'l', 'r', 'l', 'l'};
  table.letters = kWideLine;
  table.header = head_row(
      words, {labels.section, labels.lead, labels.contributors, labels.revisions, labels.last_saved, labels.approvals});
  for (const auto& line : words.report.document().contributions) table.rows.push_back(contributions.row(line));
  return office_table(std::move(table), format);
}

Json signatures_table(const OfficeWords& words, OfficeFormat format) {
  const DocumentLabels& labels = words.report.labels().document;
  pandoc::Table table;
  table.alignments = {'l', 'l', 'l', 'l'};
  table.header = head_row(words, {"", labels.signed_name, labels.signature, labels.signed_on});
  for (const auto& who : words.report.document().signatures) {
    table.rows.push_back({signing_cell(words, who), signing_cell(words, ""), signing_cell(words, ""), words_cell("")});
  }
  return office_table(std::move(table), format);
}

}  // namespace documents
