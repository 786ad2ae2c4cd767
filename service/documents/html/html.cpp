#include "documents/html/html.hpp"

#include <algorithm>

#include "documents/html/html_charts.hpp"
#include "documents/html/html_front.hpp"
#include "documents/html/html_head.hpp"
#include "documents/html/html_language.hpp"
#include "documents/html/html_text.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

class HtmlReport {
 public:
  explicit HtmlReport(const Document& document) : report_(document, ChartTables::behind), text_(out_, report_) {}

  std::string write() {
    head();
    write_front(out_, report_);
    out_ += "<main id=\"" + id("report") + "\">\n";
    for (const auto* part : report_.parts()) section(*part);
    contributions();
    for (const auto& annex : report_.made_annexes()) table_annex(annex);
    charts();
    signatures();
    notes();
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string id(const char* wanted) const { return free_id(report_, wanted); }

  std::string lang(std::string_view language) const { return lang_of(report_, language); }
  std::string fixed_lang() const { return fixed_lang_of(report_); }

  void element(const char* name, const std::string& attributes, std::string_view text) {
    append_element(out_, name, attributes, text);
  }
  void number(const std::string& name) { append_heading_number(out_, report_, name); }

  void head() {
    out_ += "<!DOCTYPE html>\n<html" + page_language(report_.document().language) + ">\n";
    write_head(out_, report_);
    const Document& document = report_.document();
    out_ += "<body" + layout(document) +
            (document.draft ? " data-draft=\"" + escaped(report_.labels().document.watermark) + "\"" : "") + ">\n";
    element("a", " class=\"skip\" href=\"#" + id("report") + "\"" + fixed_lang(), report_.labels().document.skip);
  }

  // On paper.
  static std::string layout(const Document& document) {
    std::string classes;
    const auto add = [&](bool is_so, const char* name) {
      if (is_so) classes.append(classes.empty() ? "" : " ").append(name);
    };
    add(document.layout.justified, "justified");
    add(document.layout.chapters_on_new_page, "chapters-open-pages");
    add(document.letter, "letter");
    return classes.empty() ? "" : " class=\"" + classes + "\"";
  }

  void heading(const ReportPart& part) {
    const std::string level = "h" + std::to_string(part.level);
    out_ += "<" + level + ">";
    number(part.name);
    out_ +=
        "<span" + lang(part.section->title_language) + ">" + escaped(part.section->title) + "</span></" + level + ">\n";
  }

  void section(const ReportPart& part) {
    const auto& section = *part.section;
    out_ += "<section id=\"" + escaped(section.id) + "\" class=\"" + (section.annex ? "annex " : "") + "depth-" +
            std::to_string(std::min(section.depth, 6)) + "\">\n";
    if (!report_.document().letter) heading(part);
    const std::string style = report_.document().draft ? " class=\"remark\"" : " class=\"note-on-text\"";
    for (const auto& remark : remarks_on(report_, section)) element("p", style + fixed_lang(), remark);
    if (part.tree) {
      out_ += "<div class=\"text\"" + lang(section.language) + ">\n";
      text_.write_part(part);
      out_ += "</div>\n";
    } else if (section.content != ContentKind::group) {
      substitute(section);
    }
    out_ += "</section>\n";
  }

  void substitute(const DocumentSection& section) {
    const Substitute text = substitute_for(report_, section);
    if (text.plain) return element("p", fixed_lang(), text.statement);
    const bool nothing = section.content == ContentKind::nothing;
    out_ += "<div class=\"" + std::string(nothing ? "nothing" : "gap") + "\"" + fixed_lang() + ">\n<p><strong>" +
            escaped(text.statement) + "</strong></p>\n";
    if (!text.explanation.empty()) element("p", " class=\"reason\"", text.explanation);
    out_ += "</div>\n";
  }

  void contributions() {
    if (report_.contributions_name().empty()) return;
    const DocumentLabels& words = report_.labels().document;
    out_ += "<section id=\"" + id("contributions") + "\" class=\"annex depth-1 contributions\"" + ">\n<h2>";
    number(report_.contributions_name());
    out_ += "<span" + fixed_lang() + ">" + escaped(words.contributions) + "</span></h2>\n";
    out_ += "<div class=\"table\"><table>\n<thead><tr" + fixed_lang() + ">";
    for (const auto& label :
         {words.section, words.lead, words.contributors, words.revisions, words.last_saved, words.approvals}) {
      out_ += label == words.approvals ? "<th scope=\"col\" class=\"wide\">" : "<th scope=\"col\">";
      out_ += escaped(label) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& line : report_.document().contributions) contribution(line);
    out_ += "</tbody>\n</table></div>\n</section>\n";
  }

  void contribution(const Contribution& line) {
    const ReportPart* part = report_.find(line.section_id);
    out_ += "<tr><th scope=\"row\">";
    if (part != nullptr) out_ += "<a href=\"#" + escaped(line.section_id) + "\">" + escaped(part->number) + "</a> ";
    out_ += escaped(line.section_title) + "</th><td>" + escaped(line.lead) + "</td><td>";
    for (const auto& agency : line.contributors)
      out_ += escaped(agency) + (&agency == &line.contributors.back() ? "" : "; ");
    out_ += "</td><td class=\"right\">" + spell_number(report_.labels(), static_cast<std::uint64_t>(line.revisions));
    out_ += "</td><td class=\"date\">" + escaped(spell_short_date(report_.labels(), line.last_saved_on)) + "</td><td>";
    for (const auto& approval : line.approvals) {
      out_ += "<p>" + escaped(approval.step + ": " + approval.by) + ", <span class=\"date\">" +
              escaped(spell_short_date(report_.labels(), approval.on)) + "</span>" +
              escaped(approval_note(report_, approval)) + "</p>";
    }
    out_ += "</td></tr>\n";
  }

  // The plan, or the assistance requested.
  void table_annex(const MadeAnnex& annex) {
    if (!annex.part.tree) return;
    out_ += "<section id=\"" + annex.id + "\" class=\"annex depth-1\">\n<h2>";
    number(annex.name);
    out_ += "<span" + fixed_lang() + ">" + escaped(annex.title) + "</span></h2>\n<div class=\"text\"" +
            lang(annex.section->language) + ">\n";
    text_.write_part(annex.part);
    out_ += "</div>\n</section>\n";
  }

  void charts() {
    if (report_.charts_name().empty()) return;
    out_ += "<section id=\"" + id("charts") + "\" class=\"annex depth-1\">\n<h2>";
    number(report_.charts_name());
    out_ += "<span" + fixed_lang() + ">" + escaped(report_.labels().chart.title) + "</span></h2>\n";
    for (const auto& chart : report_.charts()) {
      if (!chart.is_drawn()) continue;
      out_ += "<div class=\"text\" id=\"" + chart_numbers_id(report_, chart.number) + "\"" +
              lang(chart.part->section->language) + ">\n";
      append_chart_caption(out_, report_, chart);
      text_.write_numbers(chart);
      out_ += "</div>\n";
    }
    out_ += "</section>\n";
  }

  void signatures() {
    const auto& all = report_.document().signatures;
    if (all.empty()) return;
    const DocumentLabels& words = report_.labels().document;
    out_ += "<section id=\"" + id("signatures") + "\" class=\"signatures\"" + fixed_lang() + ">\n";
    if (!report_.document().letter) element("h2", "", words.signatures);
    for (const auto& who : all) {
      element("p", " class=\"who\"", who);
      out_ += "<dl>\n";
      for (const auto& line : {words.signed_name, words.signature, words.signed_on})
        out_ += "<div><dt>" + escaped(line) + "</dt><dd></dd></div>\n";
      out_ += "</dl>\n";
    }
    out_ += "</section>\n";
  }

  void notes() {
    if (report_.notes().empty()) return;
    out_ += "<section id=\"" + id("notes") + "\" class=\"notes\" role=\"doc-endnotes\">\n";
    element("h2", fixed_lang(), report_.labels().document.notes);
    out_ += "<ol>\n";
    for (const auto& note : report_.notes()) text_.write_note(note);
    out_ += "</ol>\n</section>\n";
  }

  std::string out_;
  Report report_;
  HtmlText text_;
};

}  // namespace

std::string to_html(const Document& document) { return HtmlReport(document).write(); }

}  // namespace documents
