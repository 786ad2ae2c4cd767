#include "usecases/form_reading.hpp"

#include <algorithm>
#include <utility>

#include "domain/error.hpp"
#include "embed/embedded.hpp"
#include "render/form.hpp"
#include "render/word_xml.hpp"
#include "usecases/docx_check.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;

constexpr std::size_t kMostTreeBytes = 12U << 20U;  // of what pandoc tells about a file
constexpr std::size_t kMostSections = 2000;

// Errors: those of Converters::run and render::read_word; invalid "docx_too_large".
std::vector<render::WordBlock> read_word_file(Service& service, const std::string& docx) {
  const std::string tree = service.converters().run(render::reading_conversion(docx));
  if (tree.size() > kMostTreeBytes) {
    throw Error(ErrorCode::invalid, "docx_too_large", "The file holds far more text than a form does.");
  }
  return render::read_word(tree);
}

// Of somebody else: that it cannot be read is said of the file, not of this server.
std::vector<render::WordBlock> read_sent_file(Service& service, const std::string& docx) {
  try {
    return read_word_file(service, docx);
  } catch (const render::ConversionFailed& failure) {
    if (failure.why() == render::ConversionFailed::Why::gave_up) render::refuse_unreadable();
    throw;
  }
}

// By section. Of one whose marker lines are not in order it cannot be told.
std::vector<std::string> lost_words(const render::FormFile& file, const render::NamedFiles& parts) {
  const auto main = std::ranges::find_if(
      parts, [](const auto& part) { return part.first.starts_with("word/document") && part.first.ends_with(".xml"); });
  std::vector<std::string> lost(file.sections.size());
  if (main == parts.end()) return lost;
  const auto runs = render::section_runs(main->second);
  for (std::size_t i = 0; i < lost.size(); ++i) {
    const auto& section = file.sections[i];
    const auto found = runs.find({section.marker.section, section.marker.language});
    if (!section.fault.empty() || found == runs.end()) continue;
    lost[i] = render::first_lost(found->second, section.passed_over + render::spelled_letters(section.blocks));
  }
  return lost;
}

}  // namespace

SentForm read_sent_form(Service& service, const std::string& docx, const render::FormPrint& print) {
  auto parts = read_docx(docx);
  render::unwrap_word(parts);
  SentForm sent;
  sent.file = render::find_sections(read_sent_file(service, render::make_archive(parts)), print);
  if (sent.file.sections.size() > kMostSections) {
    throw Error(ErrorCode::invalid, "docx_too_large", "The file holds more sections than a form can.");
  }
  if (sent.file.sections.empty()) {
    throw Error(
        ErrorCode::invalid, "no_form",
        "The file holds no marker line such as [[report agency section en 1]]: it is no form of this service, or all "
        "of them were taken out. Fetch a form, and write into that.");
  }
  sent.lost = lost_words(sent.file, parts);
  return sent;
}

std::vector<PiecesRead> read_as_forms(Service& service, const std::vector<std::string>& texts) {
  std::vector<render::MarkdownPieces> pieces;
  pieces.reserve(texts.size());
  for (const auto& text : texts) pieces.emplace_back(text);
  std::vector<const render::MarkdownPieces*> all;
  for (const auto& one : pieces) all.push_back(&one);
  const auto docx = service.converters().run(render::pieces_conversion(all, pandoc_version(service), embedded::file));
  return render::read_pieces(all, read_word_file(service, docx));
}

std::string pandoc_version(Service& service) {
  return service.converters().programs().at(static_cast<std::size_t>(render::Program::pandoc)).version;
}

}  // namespace usecases
