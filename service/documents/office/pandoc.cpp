#include "documents/office/pandoc.hpp"

#include <algorithm>
#include <utility>

#include "documents/office/office_levels.hpp"
#include "documents/office/office_pages.hpp"
#include "documents/office/office_pictures.hpp"
#include "documents/office/pandoc_back.hpp"
#include "documents/office/pandoc_contents.hpp"
#include "documents/office/pandoc_front.hpp"
#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_table.hpp"
#include "documents/office/pandoc_text.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"
#include "domain/basis/written_language.hpp"

namespace documents {

using pandoc::Json;

namespace {

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
        words_{report_, language_},
        pages_(report_, format),
        pictures_(format),
        text_(report_, format, pictures_),
        contents_(contents_of(report_, numbers_)) {}

  PandocTree write(const std::vector<int>& api_version) {
    blocks_ = front_blocks(words_, contents_, format_, pages_, pictures_);
    if (!is_letter()) new_page();
    for (const auto* part : report_.parts()) section(*part);
    contributions();
    for (const auto& annex : report_.made_annexes()) table_annex(annex);
    charts();
    signatures();
    pandoc::append(blocks_, pages_.end());
    const Json tree{{"pandoc-api-version", api_version}, {"meta", meta()}, {"blocks", std::move(blocks_)}};
    PandocTree written = pictures_.beside(tree.dump(-1, ' ', false, Json::error_handler_t::replace));
    written.heading_lists = numbers_.lists();
    return written;
  }

 private:
  bool is_letter() const { return report_.document().letter; }

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

  void note_on_text(const std::string& text) {
    if (report_.document().draft) return blocks_.push_back(words_.remark(text));
    blocks_.push_back(pandoc::styled(
        "Lead", Json::array({pandoc::paragraph(Json::array({pandoc::element("Emph", words_.fixed(text))}))})));
  }

  void new_page(Pages kind = Pages::upright) {
    pandoc::append(blocks_, pages_.next(kind));
    page_is_empty_ = true;
  }

  void heading(std::size_t entry) {
    page_is_empty_ = false;
    const auto& [language, title] = std::pair(contents_[entry].language, contents_[entry].title);
    const bool is_fixed = entry >= report_.parts().size();  // the annexes that are made here
    Json inlines = is_fixed ? words_.fixed(title) : language_.text(language, title);
    pandoc::append(blocks_, contents_heading(contents_, entry, std::move(inlines), format_));
  }

  void section(const ReportPart& part) {
    const DocumentSection& section = *part.section;
    const bool opens_page = section.depth == 1 && (section.annex || report_.document().layout.chapters_on_new_page);
    if (opens_page && !page_is_empty_) new_page();
    if (!is_letter()) heading(next_++);
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
      return blocks_.push_back(pandoc::paragraph(words_.fixed(text.statement)));
    }
    const std::string style = section.content == ContentKind::nothing ? "Nothing" : "Gap";
    const bool explained = !text.explanation.empty();
    boxed(explained ? style + "Lead" : style, Json::array({pandoc::element("Strong", pandoc::words(text.statement))}));
    if (explained) boxed(style, breaking_lines(text.explanation));
  }

  void boxed(const std::string& style, Json inlines) {
    blocks_.push_back(
        pandoc::styled(style.c_str(), Json::array({pandoc::paragraph(words_.fixed_line(std::move(inlines)))})));
  }

  void contributions() {
    if (report_.contributions_name().empty()) return;
    new_page(Pages::wide);
    heading(next_++);
    pandoc::append(blocks_, contributions_table(words_, contents_, format_));
  }

  // The plan, or the assistance requested.
  void table_annex(const MadeAnnex& annex) {
    if (!annex.part.tree) return;
    new_page(Pages::wide);
    heading(next_++);
    pandoc::append(blocks_, text_.blocks_of(annex.part));
  }

  void charts() {
    if (report_.charts_name().empty()) return;
    new_page();
    heading(next_++);
    for (const auto& chart : report_.charts()) {
      if (chart.is_drawn()) pandoc::append(blocks_, text_.numbers_of(chart));
    }
  }

  void signatures() {
    if (report_.document().signatures.empty()) return;
    if (!is_letter()) {
      new_page();
      heading(next_++);
    }
    pandoc::append(blocks_, signatures_table(words_, format_));
  }

  Report report_;
  OfficeFormat format_;
  PandocLanguage language_;
  OfficeWords words_;
  OfficePages pages_;
  OfficePictures pictures_;
  PandocText text_;
  HeadingNumbers numbers_;
  std::vector<ContentsEntry> contents_;
  std::size_t next_ = 0;  // entry of the contents
  bool page_is_empty_ = false;
  Json blocks_ = Json::array();
};

}  // namespace

PandocTree to_pandoc(const Document& document, const std::vector<int>& api_version, OfficeFormat format) {
  return PandocReport(document, format).write(api_version);
}

}  // namespace documents
