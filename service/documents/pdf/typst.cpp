#include "documents/pdf/typst.hpp"

#include <utility>

#include "documents/pdf/typst_annexes.hpp"
#include "documents/pdf/typst_front.hpp"
#include "documents/pdf/typst_string.hpp"
#include "documents/pdf/typst_text.hpp"
#include "documents/report/report.hpp"

namespace documents {
namespace {

class TypstDocument {
 public:
  explicit TypstDocument(const Document& document)
      : report_(document, ChartTables::behind),
        files_(document),
        levels_(report_),
        text_(out_, report_, files_, levels_),
        words_(out_, report_) {}

  TypstReport write(const std::string& looks) {
    out_ += "#import " + typst_string(looks) + ": *\n";
    write_typst_front(out_, report_, files_);
    for (const auto* part : report_.parts()) section(*part);
    write_contributions(out_, report_);
    for (const auto& annex : report_.made_annexes()) table_annex(annex);
    charts();
    write_signatures(out_, report_);
    return {std::move(out_), std::move(files_.files), std::move(files_.drawings), std::move(files_.large)};
  }

 private:
  void heading(const ReportPart& part) {
    const DocumentSection& section = *part.section;
    const bool opens_page = section.depth == 1 && (section.annex || report_.document().layout.chapters_on_new_page);
    out_ += "#part-heading(" + std::to_string(levels_.next(part.level)) + ", " + typst_name(part.name) + ", " +
            typst_string(section.id) + (opens_page ? ", opens-page: true)[" : ")[") +
            words_.of(section.title_language, section.title) + "]\n";
  }

  void section(const ReportPart& part) {
    const DocumentSection& section = *part.section;
    if (!report_.document().letter) heading(part);
    for (const auto& remark : remarks_on(report_, section)) {
      out_ += (report_.document().draft ? "#remark[" : "#note-on-text[") + words_.fixed(remark) + "]\n";
    }
    if (part.tree) {
      words_.open(section.language);
      text_.write_part(part);
      words_.close(section.language);
    } else if (section.content != ContentKind::group) {
      substitute(section);
    }
  }

  void substitute(const DocumentSection& section) {
    const Substitute text = substitute_for(report_, section);
    if (text.plain) {
      out_ += "#par[" + words_.fixed(text.statement) + "]\n";
      return;
    }
    const bool nothing = section.content == ContentKind::nothing;
    out_ += nothing ? "#nothing([" : "#gap([";
    out_ += words_.fixed(text.statement) + "], ";
    out_ += text.explanation.empty() ? "none" : "[" + words_.fixed_lines(text.explanation) + "]";
    out_ += ")\n";
  }

  // The plan, or the assistance requested.
  void table_annex(const MadeAnnex& annex) {
    if (!annex.part.tree) return;
    const std::string& language = annex.section->language;
    out_ += "#flat-pages[\n#part-heading(1, " + typst_name(annex.name) + ", " + typst_string("annex:" + annex.kind) +
            ")[" + words_.fixed(annex.title) + "]\n";
    words_.open(language);
    text_.write_part(annex.part);
    words_.close(language);
    out_ += "]\n";
  }

  void charts() {
    if (report_.charts_name().empty()) return;
    out_ += "#part-heading(1, " + typst_name(report_.charts_name()) + ", \"annex:charts\", opens-page: true)[" +
            words_.fixed(report_.labels().chart.title) + "]\n";
    for (const auto& chart : report_.charts()) {
      if (!chart.is_drawn()) continue;
      const std::string& language = chart.part->section->language;
      words_.open(language);
      write_chart_caption(out_, report_, chart);
      text_.write_numbers(chart);
      words_.close(language);
    }
  }

  std::string out_;
  Report report_;
  PrintFiles files_;
  PrintedLevels levels_;
  TypstText text_;
  TypstWords words_;
};

}  // namespace

TypstReport to_typst(const Document& document, const std::string& looks) {
  return TypstDocument(document).write(looks);
}

}  // namespace documents
