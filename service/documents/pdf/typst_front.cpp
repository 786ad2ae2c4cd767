#include "documents/pdf/typst_front.hpp"

#include <vector>

#include "documents/pdf/typst_annexes.hpp"
#include "documents/pdf/typst_string.hpp"
#include "documents/pdf/typst_text.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/report/spelled.hpp"

namespace documents {
namespace {

class TypstFront {
 public:
  TypstFront(std::string& out, const Report& report, PrintFiles& files)
      : out_(out),
        report_(report),
        document_(report.document()),
        labels_(report.labels()),
        files_(files),
        words_(out, report) {}

  void write() {
    frame();
    if (document_.letter) return letter_head();
    title_page();
    imprint();
    if (document_.is_part()) return;
    contents();
    list(labels_.document.list_of_tables, report_.tables());
    list(labels_.document.list_of_figures, report_.figures());
    abbreviations();
    out_ += "#end-of-front\n\n";
  }

 private:
  // What stands on every page, and what the file says of itself.
  void frame() {
    const std::string& time = document_.local_as_of.empty() ? document_.as_of : document_.local_as_of;
    const std::string state = labelled(labels_, labels_.document.as_of, spell_time(labels_, time));
    out_ += "#show: report.with(title: " + typst_string(document_.title) +
            ", author: " + typst_string(spell_country(labels_, document_.country)) +
            ", description: " + typst_string(document_.format_title) + ", keywords: (" +
            typst_string(document_.country) + ", " + typst_string(document_.forum_date) + "), language: (" +
            typst_language(document_.language) + "), words-language: (" +
            (report_.foreign_labels() ? typst_language(labels_.language) : ":") + "), state: " + in_a_draft(state) +
            ", page-of: " + typst_string(labels_.document.page_of) +
            ", watermark: " + in_a_draft(labels_.document.watermark) +
            ", justified: " + (document_.layout.justified ? "true" : "false") + ")\n\n";
  }

  std::string in_a_draft(std::string_view text) const {
    return document_.draft ? "[" + words_.fixed(text) + "]" : "none";
  }

  void title_page() {
    out_ += "#title-page(" + emblem() + "country: [" + words_.fixed(spell_country(labels_, document_.country)) +
            "], name: [" + words_.of(document_.title_language, document_.title) +
            "], subtitle: " + given(report_.subtitle()) + ", issued: " + given({report_.place_and_day(), ""}) + ",\n  ";
    facts(report_.facts());
    out_ += ", notes: (";
    for (const auto& note : report_.draft_notes()) {
      out_ += "remark[" + words_.fixed(labelled(labels_, note.label, note.value)) + "], ";
    }
    out_ += "))\n";
  }

  void letter_head() {
    out_ += "#letter-head(" + emblem() + "country: [" + words_.fixed(spell_country(labels_, document_.country)) +
            "], name: [" + words_.of(document_.title_language, document_.title) +
            "], subtitle: " + given(report_.subtitle()) + ")\n\n";
  }

  std::string given(const LocalText& text) const { return text.text.empty() ? "none" : "[" + words_.of(text) + "]"; }

  std::string emblem() {
    const auto& emblem = document_.imprint.emblem;
    if (!emblem) return "";
    const PaperSize size = paper_size(*emblem, kTextWidth);
    return "emblem: (" + typst_string(files_.name_of(*emblem, {})) + ", " + typst_string(labels_.document.emblem) +
           ", " + std::to_string(size.width / size.height) + "), ";
  }

  void facts(const std::vector<Fact>& all) {
    out_ += "facts: (";
    for (const auto& fact : all) {
      out_ += "fact([" + words_.fixed(fact.label) + "], [" + words_.fixed_lines(fact.value) + "]), ";
    }
    out_ += ")";
  }

  void imprint() {
    const auto all = report_.imprint_facts();
    const LocalText& disclaimer = document_.imprint.disclaimer;
    if (all.empty() && disclaimer.text.empty()) return;
    out_ += "#imprint-page(";
    facts(all);
    out_ += ", disclaimer: (";
    for (const auto line : lines_of(disclaimer.text)) out_ += "[" + words_.of(disclaimer.language, line) + "], ";
    out_ += "))\n";
  }

  void contents() {
    out_ += "#contents([" + words_.fixed(labels_.document.contents) + "],\n";
    PrintedLevels levels(report_);
    for (const auto* part : report_.parts()) {
      contents_line(levels.next(part->level), part->name,
                    words_.of(part->section->title_language, part->section->title));
    }
    for (const auto& annex : report_.made_annexes()) contents_line(1, annex.name, words_.fixed(annex.title));
    if (!document_.signatures.empty()) contents_line(1, "", words_.fixed(labels_.document.signatures));
    out_ += ")\n";
  }

  void contents_line(int level, std::string_view name, const std::string& title) {
    out_ += "(" + std::to_string(level) + ", " + typst_name(name) + ", [" + title + "]),\n";
  }

  void list(const std::string& title, const std::vector<const Numbered*>& all) {
    if (all.empty()) return;
    out_ += "#list-of([" + words_.fixed(title) + "],\n";
    for (const auto* one : all) {
      out_ += "([" + words_.fixed(caption_name(labels_, *one)) + "], [" +
              words_.of(one->part->section->language, one->title) + "], " + typst_string(numbered_id(report_, *one)) +
              "),\n";
    }
    out_ += ")\n";
  }

  void abbreviations() {
    const auto& all = document_.abbreviations;
    if (all.empty()) return;
    out_ += "#abbreviations([" + words_.fixed(labels_.document.abbreviations) + "],\n";
    for (const auto& one : all) {
      out_ += "fact([" + words_.of("", one.short_form) + "], [" + words_.of("", one.meaning) + "]),\n";
    }
    out_ += ")\n";
  }

  std::string& out_;
  const Report& report_;
  const Document& document_;
  const Labels& labels_;
  PrintFiles& files_;
  const TypstWords words_;
};

}  // namespace

void write_typst_front(std::string& out, const Report& report, PrintFiles& files) {
  TypstFront(out, report, files).write();
}

}  // namespace documents
