#include "documents/html/comparison_html.hpp"

#include <algorithm>
#include <utility>

#include "documents/html/html_language.hpp"
#include "documents/html/html_style.hpp"
#include "documents/labels/filled.hpp"
#include "documents/labels/labels.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

using domain::Change;
using domain::ChangeKind;

const std::string& outcome_label(const ComparisonLabels& labels, Outcome outcome) {
  switch (outcome) {
    case Outcome::same:
      return labels.same;
    case Outcome::changed:
      return labels.changed;
    case Outcome::added:
      return labels.added;
    case Outcome::removed:
      return labels.removed;
    case Outcome::gap:
      return labels.gap;
    case Outcome::withheld:
      return labels.withheld;
  }
  return labels.same;
}

constexpr std::string_view kComparisonStyle =
    R"css(:root { --ins: #0a5a2a; --ins-shade: #e6f4ea; --del: #8f1d1d; --del-shade: #fbeaea; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ins: #8fdca8; --ins-shade: #17301f; --del: #f2a3a3; --del-shade: #3a1d1d; }
}
ins { color: var(--ins); background: var(--ins-shade); text-decoration: underline; text-decoration-thickness: 2px; }
del { color: var(--del); background: var(--del-shade); text-decoration: line-through; }
.paragraph { white-space: pre-wrap; padding-inline-start: 1.4em; position: relative; margin: 0 0 0.8em; }
.sign { position: absolute; inset-inline-start: 0; font-weight: bold; }
.quiet { color: var(--soft); font-size: 0.9rem; }
.outcome { font-family: var(--sans); font-size: 0.9rem; color: var(--soft); }
.outcome strong { color: var(--ink); }
.title-page { padding-top: 1rem; }
@media print {
  :root { --ins: #000000; --ins-shade: #ffffff; --del: #000000; --del-shade: #ffffff; }
  .title-page { break-after: auto; padding-top: 0; }
}
)css";

// What both pages are made of.
class Page {
 public:
  explicit Page(const std::string& language)
      : language_(language), labels_(labels_for(language)), words_(labels_.comparison) {}

 protected:
  std::string lang(std::string_view language) const { return part_language(language, language_); }
  // Of the fixed words, where they are in another language than the page.
  std::string fixed_lang() const { return is_foreign(labels_, language_) ? lang(labels_.language) : ""; }

  void element(const std::string& name, const std::string& attributes, std::string_view text) {
    out_ += "<" + name + attributes + ">";
    append_escaped(out_, text);
    out_ += "</" + name + ">\n";
  }

  void head(const std::string& title) {
    out_ += "<!DOCTYPE html>\n<html" + page_language(language_) +
            ">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"national-report\">\n";
    element("title", "", title);
    out_.append("<style>\n").append(style_sheet()).append(kComparisonStyle).append("</style>\n</head>\n<body>\n");
    element("a", " class=\"skip\" href=\"#changes\"" + fixed_lang(), labels_.document.skip);
  }

  void fact(std::string_view label, const std::string& value) {
    out_ += "<div><dt>" + escaped(label) + "</dt><dd>" + value + "</dd></div>\n";
  }

  void key() {
    fact(words_.how_to_read, "<ins>" + escaped(words_.inserted) + "</ins>; <del>" + escaped(words_.deleted) + "</del>");
  }

  std::string number(std::uint64_t value) const { return spell_number(labels_, value); }

  void outcome(Outcome outcome, const SectionSide* from, const SectionSide* to) {
    out_ += "<p class=\"outcome\"" + fixed_lang() + "><strong>" + escaped(outcome_label(words_, outcome)) + "</strong>";
    if (from != nullptr && from->title != to->title) {
      out_ += "; " + escaped(labelled(labels_, words_.title_was, from->title));
    }
    if (from != nullptr && from->state != to->state && to->content != ContentKind::group) {
      out_ += "; " + escaped(labelled(labels_, labels_.document.state, state_label(labels_, from->state))) + " " +
              arrow(labels_) + " " + escaped(state_label(labels_, to->state));
    }
    out_ += "</p>\n";
  }

  // Of paragraphs that stayed, only those beside a change are shown.
  void changes(const std::vector<Change>& changes, std::string_view old_language, std::string_view new_language) {
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const bool beside = (i > 0 && changes[i - 1].kind != ChangeKind::equal) ||
                          (i + 1 < changes.size() && changes[i + 1].kind != ChangeKind::equal);
      if (changes[i].kind == ChangeKind::equal && !beside) {
        ++left_out;
        continue;
      }
      skipped(std::exchange(left_out, 0));
      paragraph(changes[i], changes[i].kind == ChangeKind::remove ? old_language : new_language);
    }
    skipped(left_out);
  }

  std::string out_;
  std::string language_;
  const Labels& labels_;
  const ComparisonLabels& words_;

 private:
  void skipped(std::size_t count) {
    if (count == 0) return;
    element("p", " class=\"quiet\"" + fixed_lang(),
            "[" + labelled(labels_, words_.unchanged_paragraphs, number(count)) + "]");
  }

  static std::string marked(ChangeKind kind, std::string_view text) {
    const std::string name = kind == ChangeKind::insert ? "ins" : kind == ChangeKind::remove ? "del" : "";
    return name.empty() ? escaped(text) : "<" + name + ">" + escaped(text) + "</" + name + ">";
  }

  void paragraph(const Change& change, std::string_view language) {
    const char* sign = change.kind == ChangeKind::insert   ? "+"
                       : change.kind == ChangeKind::remove ? "\u2212"
                       : change.kind == ChangeKind::change ? "\u00B1"
                                                           : "";
    out_ += "<p class=\"paragraph\"" + lang(language) + ">";
    if (*sign != '\0') out_ += "<span class=\"sign\" aria-hidden=\"true\">" + std::string(sign) + "</span>";
    if (change.words.empty()) {
      out_ += marked(change.kind, change.kind == ChangeKind::remove ? change.old_text : change.new_text);
    }
    for (const auto& word : change.words) out_ += marked(word.kind, word.text);
    out_ += "</p>\n";
  }
};

class ReportPage : Page {
 public:
  explicit ReportPage(const ReportComparison& comparison) : Page(comparison.language), comparison_(comparison) {}

  std::string write() {
    head(labelled(labels_, words_.title, comparison_.title));
    title_page();
    overview();
    out_ += "<main id=\"changes\">\n";
    for (const auto& section : comparison_.sections) {
      if (is_shown(section)) write_section(section);
    }
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  static bool is_shown(const ComparedSection& section) {
    const bool quiet = section.outcome == Outcome::same || section.outcome == Outcome::gap;
    return !quiet || section.title_changed() || section.state_changed();
  }

  std::string describe(const ReportSide& side) const {
    std::string text = words_.as_it_is_now;
    if (side.edition != 0) {
      text = filled(words_.numbered_edition, {{"number", std::to_string(side.edition)}}) + " (" +
             (side.final_edition ? words_.final_edition : words_.draft_edition) +
             (side.withdrawn ? ", " + words_.withdrawn : "") + ")" + labels_.spelling.colon + side.name;
    }
    return escaped(text + "; " + labelled(labels_, labels_.document.as_of, spell_time(labels_, side.as_of)) + "; " +
                   (side.select == "approved" ? labels_.document.approved : labels_.document.latest));
  }

  void title_page() {
    out_ += "<header class=\"title-page\">\n";
    element("h1", fixed_lang(), words_.title);
    element("p", " class=\"format\"" + lang(comparison_.title_language), comparison_.title);
    out_ += "<dl" + fixed_lang() + ">\n";
    fact(words_.older, describe(comparison_.from));
    fact(words_.newer, describe(comparison_.to));
    key();
    out_ += "</dl>\n</header>\n";
  }

  void overview() {
    out_ += "<section>\n";
    element("h2", fixed_lang(), words_.overview);
    out_ += "<div class=\"table\"><table>\n<thead><tr" + fixed_lang() + "><th scope=\"col\">" +
            escaped(labels_.document.section) + "</th><th scope=\"col\">" + escaped(words_.result) + "</th>";
    for (const auto& label : {words_.words_before, words_.words_after}) {
      out_ += "<th scope=\"col\" class=\"right\">" + escaped(label) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& section : comparison_.sections) {
      if (!section.is_group()) overview_line(section);
    }
    out_ += "<tr><th scope=\"row\" colspan=\"2\"" + fixed_lang() + ">" + escaped(words_.in_all) + "</th>";
    word_cells(comparison_.from.words, comparison_.to.words);
    out_ += "</tbody>\n</table></div>\n</section>\n";
  }

  void overview_line(const ComparedSection& section) {
    const std::string name =
        escaped(section.number) + " <span" + lang(section.title_language) + ">" + escaped(section.to.title) + "</span>";
    out_ += "<tr><td>";
    out_ += is_shown(section) ? "<a href=\"#" + escaped(section.id) + "\">" + name + "</a>" : name;
    out_ += "</td><td" + fixed_lang() + ">" + escaped(outcome_label(words_, section.outcome)) + "</td>";
    word_cells(section.from.words, section.to.words);
  }

  void word_cells(std::uint64_t from, std::uint64_t to) {
    out_ += "<td class=\"right\">" + number(from) + "</td><td class=\"right\">" + number(to) + "</td></tr>\n";
  }

  void write_section(const ComparedSection& section) {
    out_ += "<section id=\"" + escaped(section.id) + "\">\n<h2><span class=\"number\">" + escaped(section.number) +
            "</span> <span" + lang(section.title_language) + ">" + escaped(section.to.title) + "</span></h2>\n";
    outcome(section.outcome, &section.from, &section.to);
    changes(section.changes, section.from.language, section.to.language);
    out_ += "</section>\n";
  }

  const ReportComparison& comparison_;
};

class TextPage : Page {
 public:
  explicit TextPage(const TextComparison& comparison) : Page(comparison.language), comparison_(comparison) {}

  std::string write() {
    const TextSide& to = comparison_.to;
    head(labelled(labels_, words_.title, to.section_title));
    out_ += "<header class=\"title-page\">\n";
    element("h1", fixed_lang(), words_.title);
    out_ += "<p class=\"format\">" + escaped(comparison_.number) + " <span" + lang(to.section_title_language) + ">" +
            escaped(to.section_title) + "</span></p>\n<dl" + fixed_lang() + ">\n";
    fact(words_.older, describe(comparison_.from));
    fact(words_.newer, describe(to));
    fact(words_.words_before, number(comparison_.from.words));
    fact(words_.words_after, number(to.words));
    key();
    out_ += "</dl>\n</header>\n<main id=\"changes\">\n";
    outcome(comparison_.outcome, nullptr, nullptr);
    changes(comparison_.changes, language_, language_);
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string describe(const TextSide& side) const {
    std::string text = "<span" + lang(side.report_title_language) + ">" + escaped(side.report_title) + "</span>; ";
    if (side.revision == 0) return text + escaped(labels_.document.no_text);
    return text + escaped(filled(words_.numbered_revision, {{"number", std::to_string(side.revision)}}) + " (" +
                          (side.approved ? words_.approved_text : words_.newest_text) + "), " +
                          labelled(labels_, words_.saved, spell_time(labels_, side.saved_at)));
  }

  const TextComparison& comparison_;
};

}  // namespace

std::string to_html(const ReportComparison& comparison) { return ReportPage(comparison).write(); }

std::string to_html(const TextComparison& comparison) { return TextPage(comparison).write(); }

}  // namespace documents
