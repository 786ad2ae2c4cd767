#include "documents/form/word_package.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>

#include "documents/file/foreign_xml.hpp"
#include "documents/file/zip_archive.hpp"
#include "documents/form/word_nodes.hpp"
#include "documents/form/word_plain.hpp"
#include "documents/form/word_reader.hpp"
#include "documents/form/word_styles.hpp"

namespace documents {
namespace {

constexpr std::array<std::string_view, 2> kCommonParts{"word/styles.xml", "word/numbering.xml"};
// Each with the element that refers to one of its own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kReferredParts{
    {{"word/footnotes.xml", "footnoteReference"},
     {"word/endnotes.xml", "endnoteReference"},
     {"word/comments.xml", "commentRangeStart"}}};

std::string xml_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

void add_references(std::set<std::string>& numbers, const pugi::xml_node& node, std::string_view reference) {
  for (const auto& child : node) {
    if (local_name(child) == reference) numbers.emplace(word_attribute(child, "id"));
    add_references(numbers, child, reference);
  }
}

bool is_common(const std::string& name) {
  return name == "[Content_Types].xml" || std::ranges::find(kCommonParts, name) != kCommonParts.end();
}

// Of the file, its text, its notes and comments.
bool is_links(const std::string& name) {
  return name == "_rels/.rels" || (name.starts_with("word/_rels/") && name.ends_with(".rels"));
}

// The links of a part to others in the file, and those that lead out of it where somebody follows them: nothing else is
// loaded from elsewhere.
std::string hyperlinks_of(const std::string& links) {
  auto document = read_foreign_xml(links, domain::say("The links of the file"));
  auto all = document.document_element();
  for (pugi::xml_node link = all.first_child(); link;) {
    const pugi::xml_node next = link.next_sibling();
    const bool outside = word_attribute(link, "TargetMode") == "External";
    if (outside && !word_attribute(link, "Type").ends_with("/hyperlink")) all.remove_child(link);
    link = next;
  }
  return xml_of(document);
}

bool is_main(const std::string& name) { return name.starts_with("word/document") && name.ends_with(".xml"); }

}  // namespace

WordPackage::WordPackage(const NamedFiles& parts, const WordSymbols& symbols) : symbols_(symbols) {
  for (const auto& [name, content] : parts) {
    if (is_common(name)) common_.emplace(name, content);
    if (is_links(name)) common_.emplace(name, hyperlinks_of(content));
    if (main_.empty() && is_main(name)) main_ = name;
  }
  if (main_.empty()) refuse_unreadable();
  document_ = read_foreign_xml(parts.at(main_), domain::say("The text of the file"), true);
  for (const auto& [name, reference] : kReferredParts) {
    const auto part = parts.find(std::string(name));
    if (part == parts.end()) continue;
    referred_.push_back(
        {part->first, std::string(reference), read_foreign_xml(part->second, domain::say("A part of the file"), true)});
  }
  read_styles();
}

void WordPackage::read_styles() {
  pugi::xml_document definitions;
  if (const auto part = common_.find("word/styles.xml"); part != common_.end()) {
    definitions = read_foreign_xml(part->second, domain::say("The styles of the file"));
  }
  styles_ = std::make_unique<WordStyles>(definitions.document_element());
  plain_captions(document_, *styles_);
  for (auto& part : referred_) plain_captions(part.document, *styles_);
}

void WordPackage::add_referred(NamedFiles& files, FormChunk& chunk) const {
  for (const auto& [name, reference, document] : referred_) {
    std::set<std::string> numbers;
    add_references(numbers, chunk.document, reference);
    pugi::xml_document kept;
    const auto root = document.document_element();
    auto list = kept.append_child(root.name());
    for (const auto& attribute : root.attributes()) list.append_copy(attribute);
    for (const auto& one : root) {
      if (numbers.contains(std::string(word_attribute(one, "id")))) list.append_copy(one);
    }
    for (auto& remark : make_plain(kept, *styles_, symbols_)) chunk.remarks.push_back(std::move(remark));
    files[name] = xml_of(kept);
  }
}

std::string WordPackage::file_of(FormChunk& chunk) const {
  NamedFiles files = common_;
  chunk.remarks = make_plain(chunk.document, *styles_, symbols_);
  files[main_] = xml_of(chunk.document);
  add_referred(files, chunk);
  return make_archive(files);
}

}  // namespace documents
