#include "documents/office/office_captions.hpp"

#include <utility>

#include "documents/office/heading_lists.hpp"
#include "documents/office/office_fields.hpp"
#include "documents/report/html_ids.hpp"

namespace documents {

using pandoc::Json;

namespace {

constexpr std::string_view kNoBreak = "\u00A0";

std::string_view pattern_of(const Labels& labels, CaptionKind kind) {
  return kind == CaptionKind::table ? labels.document.numbered_table : labels.document.numbered_figure;
}

std::string name_of_kind(CaptionKind kind) { return kind == CaptionKind::table ? "Table" : "Figure"; }

// Of the number alone.
std::string number_bookmark(const Numbered& numbered) { return caption_bookmark(numbered) + "_number"; }

// Two of each caption.
int bookmark_number(const Numbered& numbered) {
  return kFirstOfCaptions + 4 * numbered.number + (numbered.kind == CaptionKind::table ? 0 : 2);
}

std::string marked(const std::string& name, const std::string& inside) {
  return "<text:bookmark-start text:name=\"" + name + "\"/>" + inside + "<text:bookmark-end text:name=\"" + name +
         "\"/>";
}

}  // namespace

std::string sequence_name(const Labels& labels, CaptionKind kind) {
  std::string word = around_number(pattern_of(labels, kind)).before;
  while (word.ends_with(' ')) word.pop_back();
  const bool one_word = !word.empty() && word.find_first_of(" \"\\&<") == std::string::npos;
  return one_word ? word : name_of_kind(kind);
}

std::string caption_bookmark(const Numbered& numbered) {
  return "_Ref" + name_of_kind(numbered.kind) + std::to_string(numbered.number);
}

Json OfficeCaptions::fixed(const std::string& text) const {
  return language_.line(report_.labels().language, pandoc::words(text));
}

std::string OfficeCaptions::number_field(const Numbered& numbered) {
  const std::string name = sequence_name(report_.labels(), numbered.kind);
  const std::string number = std::to_string(numbered.number);
  const bool follows = std::exchange(last_[numbered.kind], numbered.number) + 1 == numbered.number;
  if (format_ == OfficeFormat::docx) {
    return word_field("SEQ " + name + " \\* ARABIC" + (follows ? "" : " \\r " + number), word_run("", number));
  }
  return "<text:sequence text:ref-name=\"" + number_bookmark(numbered) + "\" text:name=\"" + name +
         "\" text:formula=\"ooow:" + (follows ? name + "+1" : number) + "\" style:num-format=\"1\">" + number +
         "</text:sequence>";
}

Json OfficeCaptions::word_name(const Numbered& numbered) {
  const std::string language = report_.foreign_labels() ? report_.labels().language : "";
  const auto [before, after] = around_number(pattern_of(report_.labels(), numbered.kind));
  const auto words = [&](const std::string& text) { return text.empty() ? "" : word_run(language, text); };
  const int number = bookmark_number(numbered);
  const std::string field = word_bookmark(number + 1, number_bookmark(numbered), number_field(numbered));
  return pandoc::raw_inline("openxml",
                            word_bookmark(number, caption_bookmark(numbered), words(before) + field + words(after)));
}

Json OfficeCaptions::open_document_name(const Numbered& numbered) {
  const auto [before, after] = around_number(pattern_of(report_.labels(), numbered.kind));
  return pandoc::raw_inline(
      "opendocument",
      marked(caption_bookmark(numbered),
             pandoc::xml(before) + marked(number_bookmark(numbered), number_field(numbered)) + pandoc::xml(after)));
}

Json OfficeCaptions::caption(const Numbered& numbered, Json words) {
  Json name = Json::array({format_ == OfficeFormat::docx ? word_name(numbered) : open_document_name(numbered)});
  const std::size_t length = numbered_words(report_.labels(), numbered).size();
  pandoc::append(name, pandoc::words(caption_name(report_.labels(), numbered).substr(length)));
  if (format_ == OfficeFormat::odt && report_.foreign_labels()) {
    name = language_.line(report_.labels().language, std::move(name));
  }
  pandoc::append(name, std::move(words));
  return Json::array(
      {pandoc::span({.id = numbered_id(report_, numbered), .style = {}, .language = {}}, std::move(name))});
}

Json OfficeCaptions::shown_of(const std::string& bookmark, const std::string& text) const {
  if (format_ == OfficeFormat::docx) {
    return pandoc::raw_inline("openxml", word_field("REF " + bookmark + " \\h", word_run("", text, "Hyperlink")));
  }
  return pandoc::raw_inline("opendocument", "<text:bookmark-ref text:reference-format=\"text\" text:ref-name=\"" +
                                                bookmark + "\">" + pandoc::xml(text) + "</text:bookmark-ref>");
}

Json OfficeCaptions::reference(const Numbered& numbered, Json inlines) const {
  if (inlines.empty() || inlines.back()["t"] != "Str") return inlines;
  const std::string number = std::to_string(numbered.number);
  const std::string words = numbered_words(report_.labels(), numbered);
  Json& last = inlines.back();
  if (inlines.size() == 1 && last["c"] == words) return Json::array({shown_of(caption_bookmark(numbered), words)});
  if (last["c"] != std::string(kNoBreak) + number) return inlines;
  last["c"] = kNoBreak;
  inlines.push_back(shown_of(number_bookmark(numbered), number));
  return inlines;
}

}  // namespace documents
