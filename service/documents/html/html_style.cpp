#include "documents/html/html_style.hpp"

namespace documents {
namespace {

// Only fonts that are on the reader's machine: nothing is loaded. The list begins with those that have
// Cyrillic and Turkmen letters in all cuts. Sides are told by where lines begin and end, so that a page of a language
// that runs from the right is the mirror image.
constexpr std::string_view kPageSheet =
    R"css(:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --soft: #52565e; --line: #b9bec6;
  --shade: #f1f3f6; --accent: #14467c; --warn: #7a3b00; --warn-shade: #fdf3e4; --leading: 1.55;
  --serif: "PT Serif", "Liberation Serif", "Times New Roman", "DejaVu Serif", serif;
  --sans: "PT Sans", "Liberation Sans", Arial, "DejaVu Sans", sans-serif; }
:lang(ar), :lang(fa), :lang(ur) { --leading: 1.8; --serif: Amiri, "Noto Naskh Arabic", "Traditional Arabic", "Times New Roman", serif;
  --sans: "Noto Sans Arabic", "Segoe UI", "DejaVu Sans", Arial, sans-serif; }
:lang(zh) { --leading: 1.7; --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
  --sans: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --paper: #16181c; --soft: #b4b9c2; --line: #545a64; --shade: #23262c; --accent: #9cc4f2;
    --warn: #ffc98a; --warn-shade: #33271a; }
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem 1.25rem 4rem; color: var(--ink); background: var(--paper);
  font-size: 1.0625rem; overflow-wrap: break-word; }
body, .text[lang], .notes li[lang], .paragraph[lang] { line-height: var(--leading); font-family: var(--serif); }
h1, h2, h3, h4, h5, h6, nav, th, dt, .country, .format, .remark, .gap, .nothing { font-family: var(--sans); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 0.5em; }
h2 { font-size: 1.5rem; border-bottom: 2px solid var(--accent); padding-bottom: 0.2em; }
h3 { font-size: 1.25rem; }
h4 { font-size: 1.1rem; }
h5, h6 { font-size: 1rem; }
h6 { color: var(--soft); }
h2 .number, h3 .number, h4 .number, h5 .number, h6 .number { color: var(--accent); margin-inline-end: 0.3em; }
p { margin: 0 0 0.8em; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul, ol { margin: 0 0 0.8em; padding-inline-start: 1.6em; }
li > ul, li > ol { margin-bottom: 0; }
blockquote { margin: 0 0 0.8em; padding: 0.1em 1em; border-inline-start: 4px solid var(--line); color: var(--soft); }
pre { padding: 0.7em 1em; background: var(--shade); overflow-x: auto; font-size: 0.85em; line-height: 1.4; }
code { font-family: "Liberation Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 0.9em; }
pre code { font-size: 1em; }
pre, code, .address { direction: ltr; unicode-bidi: isolate; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5em 0; }
sup { line-height: 0; font-size: 0.75em; }
sup a { text-decoration: none; padding: 0 0.1em; }
img { max-width: 100%; height: auto; background: #ffffff; }
figure { margin: 0 0 1.2em; break-inside: avoid; }
figure img { display: block; }
figcaption { margin: 0 0 0.5em; font-size: 0.9em; line-height: 1.4; break-after: avoid; }
figcaption .number { font-weight: bold; }
.missing { color: var(--warn); }
.table { overflow-x: auto; margin: 0 0 1em; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; line-height: 1.4; }
th, td { border: 1px solid var(--line); padding: 0.35em 0.6em; text-align: start; vertical-align: top; overflow-wrap: normal; }
thead th, thead td { background: var(--shade); }
.right { text-align: end; font-variant-numeric: tabular-nums; }
.center { text-align: center; }
.chart { margin: 0 0 1em; break-inside: avoid; }
.chart div { background: #ffffff; }
.chart .phone { display: none; }
.chart svg { display: block; max-width: 100%; height: auto; }
.chart .numbers { font-size: 0.85em; text-align: end; margin: 0; }
caption { caption-side: top; text-align: start; padding: 0 0 0.5em; font-family: "PT Sans", "Liberation Sans", Arial, "DejaVu Sans",
  sans-serif; }
caption .number { font-weight: bold; }
.date { white-space: nowrap; }
.skip { position: absolute; inset-inline-start: -100rem; }
.skip:focus { position: static; }
.title-page { padding: 3rem 0 1rem; }
.title-page dl { margin: 2rem 0; }
.title-page dl div { display: flex; flex-wrap: wrap; gap: 0 1em; padding: 0.35em 0; border-bottom: 1px solid var(--line); }
.title-page dt { flex: 0 0 13em; color: var(--soft); }
.title-page dd { flex: 1 1 14em; margin: 0; }
.title-page .emblem img { max-width: 12rem; max-height: 10rem; background: none; }
.title-page .issued { margin: 3rem 0 0; }
.imprint, .abbreviations { font-size: 0.9rem; }
.imprint dl div, .abbreviations dl div { display: flex; flex-wrap: wrap; gap: 0 1em; padding: 0.2em 0; }
.imprint dt, .abbreviations dt { flex: 0 0 11em; color: var(--soft); }
.imprint dd, .abbreviations dd { flex: 1 1 14em; margin: 0; white-space: pre-line; }
.country { font-size: 1.1rem; letter-spacing: 0.08em; text-transform: uppercase; color: var(--accent); }
:is(:lang(ar), :lang(fa), :lang(ur)).country { letter-spacing: 0; }
.format { font-size: 1.1rem; color: var(--soft); }
.note-on-text { font-style: italic; color: var(--soft); }
.remark, .gap, .nothing { font-size: 0.9rem; line-height: 1.45; padding: 0.6em 1em; margin: 0 0 1em; border-inline-start: 4px solid; }
.remark, .gap { color: var(--warn); background: var(--warn-shade); border-color: var(--warn); }
.nothing { background: var(--shade); border-color: var(--soft); }
.gap p, .nothing p { margin: 0; }
.reason { white-space: pre-line; }
.contents ol { list-style: none; padding: 0; }
.contents li { margin: 0 0 0.3em; line-height: 1.35; }
.contents a { display: flex; gap: 0.6em; text-decoration: none; color: var(--ink); }
.contents a:hover, .contents a:focus { text-decoration: underline; }
.contents .number { flex: none; min-width: 1.4em; color: var(--accent); }
.contents .depth-1 { margin-top: 0.7em; font-weight: bold; }
.contents .depth-2 { padding-inline-start: 2em; }
.contents .depth-3 { padding-inline-start: 4.6em; }
.contents .depth-4, .contents .depth-5, .contents .depth-6 { padding-inline-start: 7.8em; }
.list ol { list-style: none; padding: 0; }
.list a { text-decoration: none; color: var(--ink); }
.list .number { color: var(--accent); }
.signatures .who { font-weight: bold; margin-top: 2em; }
.signatures dl div { display: flex; gap: 1em; margin-top: 1.4em; }
.signatures dt { flex: 0 0 12em; color: var(--soft); }
.signatures dd { flex: 1; margin: 0; border-bottom: 1px solid var(--soft); }
.contents .depth-2 .number { min-width: 2em; }
.contents .depth-3 .number { min-width: 2.6em; }
.contributions table { font-size: 0.8em; }
.contributions th[scope="row"] { font-weight: normal; }
.contributions td p { margin: 0; }
.contributions .wide { width: 30%; }
.notes ol { font-size: 0.9em; padding-inline-start: 2.6em; }
.notes li p { margin: 0 0 0.3em; }
.notes li[dir] { margin-inline-start: 2.6em; }
.back { text-decoration: none; }
@media screen and (min-width: 80rem) {
  body { max-width: 72rem; display: grid; grid-template-columns: minmax(0, 21rem) minmax(0, 46rem); column-gap: 3rem; }
  body > * { grid-column: 2; }
  body > .contents { grid-column: 1; grid-row: 1 / span 12; align-self: start; position: sticky; top: 0; max-height: 100vh;
    overflow-y: auto; padding: 2rem 0.5rem 2rem 0; font-size: 0.85rem; }
  .contents h2 { font-size: 1.1rem; margin-top: 0; }
}
@media screen { .chart svg { width: 100%; } }
@media screen and (max-width: 46rem) {
  .chart .page { display: none; }
  .chart .phone { display: block; max-width: 28rem; }
}
@media screen and (prefers-color-scheme: dark) { .chart div { padding: 0.5rem; border-radius: 0.25rem; } }
@media screen and (max-width: 40rem) {
  body { font-size: 1rem; padding: 0.5rem 0.9rem 3rem; }
  .title-page { padding-top: 1.5rem; }
  .title-page dt { flex-basis: 100%; }
  h1 { font-size: 1.6rem; }
  h2 { font-size: 1.3rem; }
  .contents .depth-3 { padding-inline-start: 2em; }
}
@page { size: A4; margin: 25mm 22mm 25mm 25mm; @bottom-center { content: counter(page); font: 9pt "Liberation Sans", Arial, sans-serif; } }
@page wide { size: A4 landscape; margin: 22mm 20mm; }
@page :first { @bottom-center { content: none; } }
@media print {
  :root { color-scheme: light; --soft: #444444; --warn: #5c2c00; }
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; background: none; }
  body, .text[lang], .notes li[lang], .paragraph[lang] { line-height: calc(var(--leading) - 0.15); }
  h1 { font-size: 26pt; }
  h2 { font-size: 17pt; }
  h3 { font-size: 14pt; }
  h4 { font-size: 12pt; }
  h5, h6 { font-size: 11pt; }
  h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; margin-top: 1.4em; }
  h2 + p, h3 + p, h4 + p { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
  .remark { break-after: avoid; }
  tr, pre, .remark, .gap, .nothing { break-inside: avoid; }
  thead { display: table-header-group; }
  .table, pre { overflow: visible; }
  table { width: calc(100% - 1px); }
  pre { white-space: pre-wrap; }
  .chart div { background: none; }
  a { color: inherit; text-decoration: none; }
  main .text a[href^="http"]:not(.address)::after, .notes a[href^="http"]:not(.address)::after { content: " (" attr(href) ")";
    font-size: 0.85em; overflow-wrap: anywhere; }
  .address { overflow-wrap: anywhere; }
  .skip, .back { display: none; }
  body[data-draft]::before { content: attr(data-draft); position: fixed; inset: 0; z-index: -1; display: flex; align-items: center;
    justify-content: center; transform: rotate(-54deg); font: bold 110pt "Liberation Sans", Arial, sans-serif; color: #ececec; }
  .title-page { break-after: page; padding-top: 55mm; }
  .imprint, .list:last-of-type, .abbreviations, .signatures { break-after: page; }
  .title-page .remark { margin-top: 1em; }
  .letter .title-page { break-after: auto; padding-top: 0; }
  .letter .signatures { break-after: auto; break-inside: avoid; }
  .contents { break-after: page; }
  .contents h2, .contents { margin-top: 0; }
  main > section.annex.depth-1, .chapters-open-pages main > section.depth-1, .notes { break-before: page; }
  .justified :is(.text, .notes) :is(p, li) { text-align: justify; hyphens: auto; }
  .contributions { page: wide; }
  .contents li { break-inside: avoid; }
  .remark, .gap, .nothing, thead th, thead td, pre { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace

std::string_view style_sheet() { return kPageSheet; }

}  // namespace documents
