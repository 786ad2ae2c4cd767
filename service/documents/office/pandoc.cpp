#include "documents/office/pandoc.hpp"

#include <algorithm>
#include <utility>

#include "documents/office/office_levels.hpp"
#include "documents/office/office_pages.hpp"
#include "documents/office/office_pictures.hpp"
#include "documents/office/pandoc_contents.hpp"
#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_table.hpp"
#include "documents/office/pandoc_text.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"
#include "domain/written_language.hpp"

namespace documents {

using pandoc::Json;

namespace {

constexpr int kWideLine = 130;  // letters of a table in a line of a page that is turned

Json breaking_lines(std::string_view text) {
  Json inlines = Json::array();
  for (const auto line : lines_of(text)) {
    if (!inlines.empty()) inlines.push_back(pandoc::element("LineBreak"));
    pandoc::append(inlines, pandoc::words(line));
  }
  return inlines;
}

class PandocReport {
 public:
  PandocReport(const Document& document, OfficeFormat format)
      : report_(document, ChartTables::behind),
        format_(format),
        language_(document.language, format),
        pages_(report_, format),
        pictures_(format),
        text_(report_, format, pictures_),
        contents_(contents_of(report_, numbers_)) {}

  PandocTree write(const std::vector<int>& api_version) {
    title_page();
    blocks_.push_back(contents_block(report_, contents_, format_));
    new_page();
    for (std::size_t i = 0; i < report_.parts().size(); ++i) section(i);
    contributions();
    charts();
    pandoc::append(blocks_, pages_.end());
    const Json tree{{"pandoc-api-version", api_version}, {"meta", meta()}, {"blocks", std::move(blocks_)}};
    PandocTree written = pictures_.beside(tree.dump(-1, ' ', false, Json::error_handler_t::replace));
    written.heading_lists = numbers_.lists();
    return written;
  }

 private:
  // In the language of the fixed words.
  Json fixed(std::string_view text) const { return fixed_line(pandoc::words(text)); }
  Json fixed_line(Json inlines) const {
    return report_.foreign_labels() ? language_.line(report_.labels().language, std::move(inlines)) : inlines;
  }

  void styled(const char* style, Json blocks) {
    blocks_.push_back(pandoc::block_of({.id = {}, .style = style, .language = {}}, std::move(blocks)));
  }

  static Json strong(Json inlines) { return pandoc::element("Strong", std::move(inlines)); }

  // What the file says about itself. Pandoc writes title, subtitle and author on the title page, too. The rest are
  // properties of the file.
  Json meta() const {
    const auto& document = report_.document();
    const auto line = [](Json inlines) { return pandoc::element("MetaInlines", std::move(inlines)); };
    const auto word = [](const std::string& text) { return pandoc::element("MetaString", text); };
    std::string description;
    for (const auto& fact : report_.facts()) {
      description += (description.empty() ? "" : "; ") + labelled(report_.labels(), fact.label, fact.value);
    }
    Json meta{{"title", line(title(document.title_language, document.title))},
              {"subtitle", line(title(report_.subtitle().language, report_.subtitle().text))},
              {"author", pandoc::element("MetaList", Json::array({line(title(report_.labels().language, country()))}))},
              {"lang", word(document.language)},
              {"subject", word(document.format_title)},
              {"description", word(description)},
              {"country", word(document.country)},
              {"forum_date", word(document.forum_date)},
              {"as_of", word(document.as_of)},
              {"sequence", word(std::to_string(document.sequence))},
              {"select", word(document.select)},
              {"pictures", pictures_.for_the_archive()}};
    if (domain::runs_from_right(document.language)) meta["dir"] = word("rtl");
    return meta;
  }

  // The properties of a Word file know plain words only.
  Json title(std::string_view language, std::string_view text) const {
    return format_ == OfficeFormat::docx ? pandoc::words(text) : language_.text(language, text);
  }

  std::string country() const { return spell_country(report_.labels(), report_.document().country); }

  void title_page() {
    Json facts = Json::array();
    for (const auto& fact : report_.facts()) {
      Json inlines =
          Json::array({strong(pandoc::words(with_colon(report_.labels(), fact.label))), pandoc::element("Space")});
      pandoc::append(inlines, pandoc::words(fact.value));
      facts.push_back(pandoc::paragraph(fixed_line(std::move(inlines))));
    }
    styled("Fact", std::move(facts));
    for (const auto& note : report_.draft_notes()) remark(labelled(report_.labels(), note.label, note.value));
  }

  void note_on_text(const std::string& text) {
    if (report_.document().draft) return remark(text);
    blocks_.push_back(pandoc::paragraph(Json::array({pandoc::element("Emph", fixed(text))})));
  }

  void remark(const std::string& text) { styled("Remark", Json::array({pandoc::paragraph(fixed(text))})); }

  void new_page(Pages kind = Pages::upright) { pandoc::append(blocks_, pages_.next(kind)); }

  void heading(std::size_t entry) {
    const auto& [language, title] = std::pair(contents_[entry].language, contents_[entry].title);
    const bool is_fixed = entry >= report_.parts().size();  // the annexes that are made here
    Json inlines = is_fixed ? fixed(title) : language_.text(language, title);
    pandoc::append(blocks_, contents_heading(contents_, entry, std::move(inlines), format_));
  }

  void section(std::size_t index) {
    const ReportPart& part = *report_.parts()[index];
    const DocumentSection& section = *part.section;
    if (section.annex && section.depth == 1) new_page();
    heading(index);
    for (const auto& text : remarks_on(report_, section)) note_on_text(text);
    if (part.tree) {
      pandoc::append(blocks_, text_.blocks_of(part));
    } else if (section.content != ContentKind::group) {
      substitute(section);
    }
  }

  void substitute(const DocumentSection& section) {
    const Substitute text = substitute_for(report_, section);
    if (text.plain) {
      return blocks_.push_back(pandoc::paragraph(fixed(text.statement)));
    }
    Json lines = Json::array({pandoc::paragraph(fixed_line(Json::array({strong(pandoc::words(text.statement))})))});
    if (!text.explanation.empty()) lines.push_back(pandoc::paragraph(fixed_line(breaking_lines(text.explanation))));
    styled(section.content == ContentKind::nothing ? "Nothing" : "Gap", std::move(lines));
  }

  void contributions() {
    if (report_.contributions_name().empty()) return;
    const DocumentLabels& words = report_.labels().document;
    new_page(Pages::wide);
    heading(report_.parts().size());
    pandoc::Table table;
    table.alignments = {'l', 'l', 'l', 'r', 'l', 'l'};
    table.letters = kWideLine;
    for (const auto& label :
         {words.section, words.lead, words.contributors, words.revisions, words.last_saved, words.approvals}) {
      table.header.push_back(text_cell(fixed(label), label));
    }
    for (const auto& line : report_.document().contributions) table.rows.push_back(contribution(line));
    pandoc::append(blocks_, office_table(std::move(table), format_));
  }

  void charts() {
    if (report_.charts_name().empty()) return;
    new_page();
    heading(contents_.size() - 1);
    for (const auto& chart : report_.charts()) {
      if (chart.is_drawn()) pandoc::append(blocks_, text_.numbers_of(chart));
    }
  }

  std::vector<pandoc::TableCell> contribution(const Contribution& line) const {
    std::string others;
    for (const auto& agency : line.contributors) others += (others.empty() ? "" : "; ") + agency;
    const std::string revisions = spell_number(report_.labels(), static_cast<std::uint64_t>(line.revisions));
    std::vector<pandoc::TableCell> cells{contributed_section(line)};
    const std::string saved = spell_short_date(report_.labels(), line.last_saved_on);
    for (const auto& text : {line.lead, others, revisions, saved})
      cells.push_back(text_cell(pandoc::words(text), text));
    cells.push_back(approvals(line));
    return cells;
  }

  pandoc::TableCell contributed_section(const Contribution& line) const {
    const ReportPart* part = report_.find(line.section_id);
    Json inlines = Json::array();
    if (part != nullptr) {
      inlines.push_back(pandoc::link("#" + line.section_id, pandoc::words(part->number)));
      inlines.push_back(pandoc::element("Space"));
    }
    pandoc::append(inlines, pandoc::words(line.section_title));
    return text_cell(std::move(inlines), line.section_title);
  }

  pandoc::TableCell approvals(const Contribution& line) const {
    pandoc::TableCell all;
    for (const auto& approval : line.approvals) {
      const std::string text = approval.step + ": " + approval.by + ", " +
                               spell_short_date(report_.labels(), approval.on) + own_text_note(report_, approval);
      pandoc::TableCell one = text_cell(pandoc::words(text), text);
      pandoc::append(all.blocks, std::move(one.blocks));
      all.width = std::max(all.width, one.width);
      all.longest_word = std::max(all.longest_word, one.longest_word);
    }
    return all;
  }

  Report report_;
  OfficeFormat format_;
  PandocLanguage language_;
  OfficePages pages_;
  OfficePictures pictures_;
  PandocText text_;
  HeadingNumbers numbers_;
  std::vector<ContentsEntry> contents_;
  Json blocks_ = Json::array();
};

}  // namespace

PandocTree to_pandoc(const Document& document, const std::vector<int>& api_version, OfficeFormat format) {
  return PandocReport(document, format).write(api_version);
}

}  // namespace documents
