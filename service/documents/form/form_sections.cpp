#include "documents/form/form_sections.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "documents/form/word_xml.hpp"
#include "documents/text/excerpt.hpp"

namespace documents {
namespace {

constexpr std::size_t kExcerpt = 80;  // characters
constexpr std::size_t kMostUnread = 20;

using Comments = std::multimap<std::string, WordComment>;  // by Word's number

std::string excerpt_of(const RichBlock& block) {
  std::string text = letters_of({block});
  std::ranges::replace(text, '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  return excerpt(text, kExcerpt);
}

bool is_print(const std::string& style) {
  return style.starts_with("Form ") && style != "Form Marker" && style != "Form Rule";
}

Comments take_comments(std::vector<std::vector<WordBlock>>& read) {
  Comments comments;
  for (auto& blocks : read) {
    for (auto& block : blocks) {
      for (auto& comment : block.comments) comments.emplace(comment.number, std::move(comment));
    }
  }
  return comments;
}

// The form's own lines may have been moved into a section: they are no text of it.
FormSection section_of(const FormChunk& chunk, std::vector<WordBlock> read, const FormPrint& print) {
  FormSection section;
  section.marker = chunk.marker;
  section.fault = chunk.fault;
  section.remarks = chunk.remarks;
  std::string passed_over;
  for (auto& one : read) {
    if (section.flattened.empty()) section.flattened = std::move(one.flattened);
    const std::string letters = is_print(one.style) ? spelled_letters({one.block}) : "";
    if (is_print(one.style) && print.has(letters)) {
      passed_over += letters;
    } else {
      add_block(section.blocks, std::move(one.block));
    }
  }
  section.lost = first_lost(runs_of(chunk.document), passed_over + spelled_letters(section.blocks));
  return section;
}

// The form's own words are no loss.
std::vector<std::string> unread_of(const std::vector<WordBlock>& outside, const FormPrint& print) {
  std::vector<std::string> unread;
  for (const auto& one : outside) {
    const bool own = one.style == kSourceStyle || print.has(spelled_letters({one.block}));
    std::string words = own ? "" : excerpt_of(one.block);
    if (!words.empty() && unread.size() < kMostUnread) unread.push_back(std::move(words));
  }
  return unread;
}

}  // namespace

FormFile collect_sections(const DividedForm& form, std::vector<std::vector<WordBlock>> read, const FormPrint& print) {
  FormFile file;
  auto comments = take_comments(read);
  file.remarks = form.outside.remarks;
  file.unread = unread_of(read.back(), print);
  for (std::size_t i = 0; i < form.sections.size(); ++i) {
    const auto& chunk = form.sections[i];
    auto& section = file.sections.emplace_back(section_of(chunk, std::move(read.at(i)), print));
    for (const auto& number : chunk.comments) {
      if (auto found = comments.extract(number)) section.comments.push_back(std::move(found.mapped()));
    }
  }
  return file;
}

}  // namespace documents
