#include "documents/html/html_print_style.hpp"

#include "documents/labels/filled.hpp"
#include "documents/report/spelled.hpp"

namespace documents {
namespace {

// Colours stand here as they are: weasyprint 57 drops a shorthand ("border: 1px solid var(--line)") with a variable
// in it. Liberation comes first, because it is there wherever the service is installed: the same pages everywhere.
// The archives' PDF allows no smoothing of pictures, which weasyprint asks for unless it is told not to.
// A table of many columns gets smaller type and at last broken words, for paper cannot be scrolled.
constexpr std::string_view kPrintStyleSheet =
    R"css(body, .title-page dd { font-family: "Liberation Serif", "DejaVu Serif", serif; }
h1, h2, h3, h4, h5, h6, nav, th, dt, .country, .format, .remark, .gap, .nothing { font-family: "Liberation Sans", "DejaVu Sans",
  sans-serif; }
body { font-size: 11pt; line-height: 1.4; }
h1, h2 { bookmark-level: 1; }
h3 { bookmark-level: 2; }
h4 { bookmark-level: 3; }
h5 { bookmark-level: 4; }
h6 { bookmark-level: 5; }
h2, h3, h4, h5, h6 { bookmark-state: closed; }
h2 { string-set: chapter content(text); margin-top: 0; border-bottom: 1.5pt solid #14467c; }
main > section.depth-1, .notes { break-before: page; }
main > section.depth-1:first-child { break-before: auto; }
sup { white-space: nowrap; }
sup::before { content: "\2060"; }
th, td { border: 0.5pt solid #b9bec6; }
thead th, thead td, pre, .nothing { background: #f1f3f6; }
td:empty::before { content: "\00a0"; }
tr { break-inside: avoid; }
.text tr > :first-child:nth-last-child(n+6), .text tr > :first-child:nth-last-child(n+6) ~ * { font-size: 8.5pt; padding: 1mm; }
.text tr > :first-child:nth-last-child(n+8), .text tr > :first-child:nth-last-child(n+8) ~ * { font-size: 7.5pt; overflow-wrap: anywhere; }
img { max-height: 200mm; background: none; image-rendering: crisp-edges; }
p img, li img, td img { vertical-align: middle; }
.missing { color: #7a3b00; }
td code { overflow-wrap: anywhere; }
.table, .chart { break-before: avoid; }
.remark, .gap { border-left: 3pt solid #5c2c00; background: #fdf3e4; }
.nothing { border-left: 3pt solid #444444; }
blockquote { border-left: 3pt solid #b9bec6; }
hr { border-top: 0.5pt solid #b9bec6; }
.title-page { padding-top: 40mm; }
.title-page h1 { margin: 8mm 0 6mm; border-top: 2pt solid #14467c; padding-top: 8mm; }
.title-page dl { margin: 25mm 0 12mm; border-top: 0.5pt solid #b9bec6; }
.title-page dl div { display: block; border-bottom: 0.5pt solid #b9bec6; }
.title-page dt, .title-page dd { display: inline-block; vertical-align: top; }
.title-page dt { width: 55mm; }
.title-page dd { width: 105mm; }
.contents li { position: relative; margin: 0 0 1.2mm; padding-right: 10mm; font-size: 10pt; }
.contents a { display: inline; }
.contents a *, .contents a::before, .contents a::after { -weasy-link: none; }
.contents a::before { content: target-counter(attr(href), page); position: absolute; right: 0; bottom: 0; }
.contents a::after { content: leader(dotted); }
.contents .number { position: absolute; left: 0; }
.contents .depth-1 { margin-top: 2.4mm; padding-left: 9mm; }
.contents .depth-2 { padding-left: 20mm; }
.contents .depth-2 .number { left: 9mm; }
.contents .depth-3, .contents .depth-4, .contents .depth-5, .contents .depth-6 { padding-left: 33mm; }
.contents .depth-3 .number, .contents .depth-4 .number, .contents .depth-5 .number, .contents .depth-6 .number { left: 20mm; }
.contents .annex .number { position: static; }
.contributions table, .contributions td { font-family: "Liberation Sans", "DejaVu Sans", sans-serif; }
.contributions table { font-size: 8pt; }
@page { size: A4; margin: 28mm 22mm 26mm 25mm; }
@page wide { size: A4 landscape; margin: 26mm 20mm 24mm; }
)css";

// margin box -> its declarations, in the type of all small print.
std::string margin_box(const char* name, const std::string& declarations) {
  return std::string("  @") + name + " { font: 9pt \"Liberation Sans\", \"DejaVu Sans\", sans-serif; color: #444444; " +
         declarations + " }\n";
}

// "Page 3 of 40", as a style sheet counts it.
std::string page_of(const Labels& labels) {
  return filled(css_string(labels.document.page_of),
                {{"page", "\" counter(page) \""}, {"pages", "\" counter(pages) \""}});
}

// The chapter above, except where it begins; below, which state of the report this sheet belongs to.
std::string page_frame(const Report& report) {
  const Labels& labels = report.labels();
  const std::string state = report.document().draft
                                ? labelled(labels, labels.document.as_of, spell_time(labels, report.document().as_of))
                                : "";
  return "@page {\n" +
         margin_box("top-left",
                    "content: string(chapter, first-except); vertical-align: bottom; padding-bottom: 5mm;") +
         margin_box("bottom-left", "content: " + css_string(state) + "; vertical-align: top; padding-top: 6mm;") +
         margin_box("bottom-center", "content: none;") +
         margin_box("bottom-right", "content: " + page_of(labels) + "; vertical-align: top; padding-top: 6mm;") +
         "}\n@page :first { @top-left { content: none; } @bottom-left { content: none; } @bottom-right { content: "
         "none; } }\n";
}

// Lies behind the text (z-index) and across the whole page, from a margin box that is as large as the paper.
std::string watermark(std::string_view word) {
  return "@page { @left-middle { content: " + css_string(word) +
         "; width: 210mm; margin: 0 -185mm 0 0; text-align: center; white-space: nowrap; z-index: -1; "
         "transform: rotate(-54deg); font: bold 110pt \"Liberation Sans\", \"DejaVu Sans\", sans-serif; color: "
         "#ececec; } }\n"
         "@page wide { @left-middle { width: 297mm; margin-right: -277mm; transform: rotate(-34deg); } }\n";
}

}  // namespace

std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\22 ";
        break;
      case '\\':
        out += "\\5c ";
        break;
      case '<':
        out += "\\3c ";
        break;
      case '\n':
        out += "\\a ";
        break;
      default:
        out += c;
        break;
    }
  }
  return out + "\"";
}

std::string print_style_sheet(const Report& report) {
  std::string sheet(kPrintStyleSheet);
  sheet += page_frame(report);
  if (report.document().draft) sheet += watermark(report.labels().document.watermark);
  return sheet;
}

}  // namespace documents
