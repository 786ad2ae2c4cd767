#include "documents/html/html_front.hpp"

#include <algorithm>

#include "documents/html/html_language.hpp"
#include "documents/html/html_picture.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

// "Annex A. " begins with a word of the document's fixed language, "1.1 " does not.
bool begins_with_word(const std::string& name) { return name.ends_with(". "); }

class HtmlFront {
 public:
  HtmlFront(std::string& out, const Report& report)
      : out_(out), report_(report), words_(report.labels().document), fixed_(fixed_lang_of(report)) {}

  void write() {
    title_page();
    imprint();
    if (report_.document().is_part() || report_.document().letter) return;
    contents();
    list("tables", words_.list_of_tables, report_.tables());
    list("figures", words_.list_of_figures, report_.figures());
    abbreviations();
  }

 private:
  std::string id(const char* wanted) const { return free_id(report_, wanted); }
  void element(const char* name, const std::string& attributes, std::string_view text) {
    append_element(out_, name, attributes, text);
  }
  void local(const char* name, const std::string& attributes, const LocalText& text) {
    if (!text.text.empty()) element(name, attributes + lang_of(report_, text.language), text.text);
  }

  void title_page() {
    const auto& document = report_.document();
    out_ += "<header class=\"title-page\">\n";
    if (const auto& emblem = document.imprint.emblem) {
      out_ += "<p class=\"emblem\"><img src=\"" + embedded_source(*emblem) + "\" alt=\"" + escaped(words_.emblem) +
              "\"" + fixed_ + "></p>\n";
    }
    element("p", " class=\"country\"" + fixed_, spell_country(report_.labels(), document.country));
    element("h1", lang_of(report_, document.title_language), document.title);
    local("p", " class=\"format\"", report_.subtitle());
    facts(report_.facts());
    for (const auto& note : report_.draft_notes()) {
      element("p", " class=\"remark\"" + fixed_, labelled(report_.labels(), note.label, note.value));
    }
    if (const auto issued = report_.place_and_day(); !issued.empty()) element("p", " class=\"issued\"", issued);
    out_ += "</header>\n";
  }

  void facts(const std::vector<Fact>& all) {
    if (all.empty()) return;
    out_ += "<dl" + fixed_ + ">\n";
    for (const auto& fact : all) {
      out_ += "<div><dt>" + escaped(fact.label) + "</dt><dd>" + escaped(fact.value) + "</dd></div>\n";
    }
    out_ += "</dl>\n";
  }

  void imprint() {
    const auto all = report_.imprint_facts();
    const LocalText& disclaimer = report_.document().imprint.disclaimer;
    if (all.empty() && disclaimer.text.empty()) return;
    out_ += "<div class=\"imprint\">\n";
    if (!all.empty()) facts(all);
    for (const auto line : lines_of(disclaimer.text)) element("p", lang_of(report_, disclaimer.language), line);
    out_ += "</div>\n";
  }

  void begin_list(const char* style, const char* wanted, const std::string& title) {
    const std::string name = id(wanted);
    out_ += std::string("<nav class=\"") + style + "\" aria-labelledby=\"" + name + "\">\n";
    element("h2", " id=\"" + name + "\"" + fixed_, title);
    out_ += "<ol>\n";
  }

  void contents() {
    begin_list("contents", "contents", words_.contents);
    for (const auto* part : report_.parts()) {
      const auto& section = *part->section;
      contents_line(section.id, std::min(section.depth, 6), part->name, lang_of(report_, section.title_language),
                    section.title);
    }
    for (const auto& annex : report_.made_annexes()) contents_line(annex.id, 1, annex.name, fixed_, annex.title);
    if (!report_.document().signatures.empty()) contents_line(id("signatures"), 1, "", fixed_, words_.signatures);
    if (!report_.notes().empty()) contents_line(id("notes"), 1, "", fixed_, words_.notes);
    out_ += "</ol>\n</nav>\n";
  }

  void contents_line(const std::string& target, int depth, const std::string& name, const std::string& lang,
                     std::string_view title) {
    out_ += "<li class=\"" + std::string(begins_with_word(name) ? "annex " : "") + "depth-" + std::to_string(depth) +
            "\"><a href=\"#" + escaped(target) + "\">";
    append_heading_number(out_, report_, name);
    out_ += "<span" + lang + ">" + escaped(title) + "</span></a></li>\n";
  }

  void list(const char* wanted, const std::string& title, const std::vector<const Numbered*>& all) {
    if (all.empty()) return;
    begin_list("list", wanted, title);
    for (const auto* one : all) {
      out_ += "<li><a href=\"#" + numbered_id(report_, *one) + "\"><span class=\"number\"" + fixed_ + ">" +
              escaped(caption_name(report_.labels(), *one)) + "</span><span" +
              lang_of(report_, one->part->section->language) + ">" + escaped(one->title) + "</span></a></li>\n";
    }
    out_ += "</ol>\n</nav>\n";
  }

  void abbreviations() {
    const auto& all = report_.document().abbreviations;
    if (all.empty()) return;
    const std::string name = id("abbreviations");
    out_ += "<section class=\"abbreviations\" aria-labelledby=\"" + name + "\">\n";
    element("h2", " id=\"" + name + "\"" + fixed_, words_.abbreviations);
    out_ += "<dl>\n";
    for (const auto& one : all) {
      out_ += "<div><dt>" + escaped(one.short_form) + "</dt><dd>" + escaped(one.meaning) + "</dd></div>\n";
    }
    out_ += "</dl>\n</section>\n";
  }

  std::string& out_;
  const Report& report_;
  const DocumentLabels& words_;
  const std::string fixed_;  // the attribute of the fixed words
};

}  // namespace

std::string lang_of(const Report& report, std::string_view language) {
  return language.empty() ? "" : part_language(language, report.document().language);
}

std::string fixed_lang_of(const Report& report) {
  return report.foreign_labels() ? lang_of(report, report.labels().language) : "";
}

void append_element(std::string& out, const char* name, const std::string& attributes, std::string_view text) {
  out.append("<").append(name).append(attributes).append(">");
  append_escaped(out, text);
  out.append("</").append(name).append(">\n");
}

void append_heading_number(std::string& out, const Report& report, const std::string& name) {
  if (name.empty()) return;
  out += "<span class=\"number\"" + (begins_with_word(name) ? fixed_lang_of(report) : "") + ">";
  append_escaped(out, std::string_view(name).substr(0, name.size() - 1));
  out += "</span> ";
}

void write_front(std::string& out, const Report& report) { HtmlFront(out, report).write(); }

}  // namespace documents
