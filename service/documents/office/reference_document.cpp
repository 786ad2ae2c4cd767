#include "documents/office/reference_document.hpp"

#include "documents/file/zip_archive.hpp"
#include "documents/labels/labels.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {
namespace {

// What stands in the files for a language and its word (db/documents/make_reference.py), and around what is there once
// for every language.
constexpr std::string_view kLanguage = "{language}";
constexpr std::string_view kWatermark = "{watermark}";
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

}  // namespace

std::string_view reference_file(const Document& document, OfficeFormat format) {
  if (format == OfficeFormat::odt) return "db/documents/reference.odt";
  return document.draft ? "db/documents/draft.docx" : "db/documents/reference.docx";
}

std::string with_watermark(const std::string& reference, const Document& document, OfficeFormat format) {
  if (format == OfficeFormat::odt) return edit_archive(reference, {{"styles.xml", in_words_of_all}});
  const auto edit = [&](const std::string& header) { return in_words_of(labels_for(document.language), header); };
  return edit_archive(reference, {{"word/header1.xml", edit}, {"word/header2.xml", edit}});
}

}  // namespace documents
