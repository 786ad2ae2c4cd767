#include "documents/office/reference_document.hpp"

#include <utility>

#include "documents/file/zip_archive.hpp"
#include "documents/labels/labels.hpp"
#include "documents/office/heading_lists.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "domain/basis/written_language.hpp"

namespace documents {
namespace {

// What stands in the files for a language and its word (db/documents/make_reference.py), and around what is there once
// for every language.
constexpr std::string_view kLanguage = "{language}";
constexpr std::string_view kWatermark = "{watermark}";
constexpr std::string_view kHeadingLists = "{heading lists}";
constexpr std::string_view kAlignment = "{body alignment}";
constexpr std::string_view kHyphenation = "{body hyphenation}";
constexpr std::string_view kEach = "<!--each language-->";
constexpr std::string_view kEachEnd = "<!--end-->";

void put_in_all(std::string& text, std::string_view place, std::string_view value) {
  for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
    text.replace(at, place.size(), value);
  }
}

std::string in_words_of(const Labels& labels, std::string text) {
  put_in_all(text, kLanguage, labels.language);
  put_in_all(text, kWatermark, pandoc::xml(labels.document.watermark));
  return text;
}

std::string in_words_of_all(std::string text) {
  for (auto begin = text.find(kEach); begin != std::string::npos; begin = text.find(kEach)) {
    const auto inside = begin + kEach.size();
    const auto end = text.find(kEachEnd, inside);
    std::string all;
    for (const Labels& labels : all_labels()) all += in_words_of(labels, text.substr(inside, end - inside));
    text.replace(begin, end + kEachEnd.size() - begin, all);
  }
  return text;
}

std::string laid_out(const PageLayout& layout, OfficeFormat format, std::string text) {
  const bool word = format == OfficeFormat::docx;
  put_in_all(text, kAlignment, layout.justified ? (word ? "both" : "justify") : (word ? "left" : "start"));
  put_in_all(text, kHyphenation, layout.justified ? "true" : "false");
  return text;
}

// Headers and pages that run from the right, and bars on that side, which programs leave where they are. Paragraphs of
// the text say so themselves in Word, and follow the page in OpenDocument.
std::string from_right(std::string text) {
  const auto put_behind = [&](std::string_view place, std::string_view what) {
    put_in_all(text, place, std::string(place).append(what));
  };
  put_behind("<w:pStyle w:val=\"Header\"/>", "<w:bidi/>");
  put_behind("<w:titlePg/>", "<w:bidi/>");
  put_behind("<style:page-layout-properties", " style:writing-mode=\"rl-tb\"");
  put_in_all(text, "<w:pBdr><w:left ", "<w:pBdr><w:right ");
  put_in_all(text, "fo:border-left=\"3pt", "fo:border-right=\"3pt");
  put_in_all(text, "fo:padding-left", "fo:padding-right");
  put_in_all(text, "fo:text-align=\"end\"", "fo:text-align=\"left\"");
  put_in_all(text, "fo:text-align=\"start\"", "fo:text-align=\"right\"");  // LibreOffice takes "start" for the left
  return text;
}

}  // namespace

std::string_view reference_file(const Document& document, OfficeFormat format) {
  if (format == OfficeFormat::odt) return "db/documents/reference.odt";
  return document.draft ? "db/documents/draft.docx" : "db/documents/reference.docx";
}

std::string filled_reference(const std::string& reference, const Document& document,
                             const std::vector<HeadingList>& lists, OfficeFormat format) {
  const Labels& labels = labels_for(document.language);
  const bool mirrored = domain::runs_from_right(document.language);
  const auto turned = [&](std::string text) { return mirrored ? from_right(std::move(text)) : text; };
  const auto numbered = [&](std::string text) {
    put_in_all(
        text, kHeadingLists,
        format == OfficeFormat::odt ? open_document_heading_lists(lists, labels) : word_heading_lists(lists, labels));
    return text;
  };
  const auto set = [&](const std::string& text) { return laid_out(document.layout, format, text); };
  const auto in_all = [&](const std::string& styles) { return turned(in_words_of_all(numbered(set(styles)))); };
  if (format == OfficeFormat::odt) return edit_archive(reference, {{"styles.xml", in_all}});
  const auto edit = [&](const std::string& part) { return turned(in_words_of(labels, part)); };
  const auto styled = [&](const std::string& styles) { return turned(set(styles)); };
  FileEdits edits{{"word/header1.xml", edit},
                  {"word/header2.xml", edit},
                  {"word/numbering.xml", numbered},
                  {"word/styles.xml", styled},
                  {"word/settings.xml", set}};
  if (mirrored) edits.insert({"word/document.xml", edit});
  return edit_archive(reference, edits);
}

}  // namespace documents
