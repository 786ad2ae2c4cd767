#include "usecases/forms/form_reading.hpp"

#include <utility>

#include "documents/form/form.hpp"
#include "documents/form/form_division.hpp"
#include "documents/form/word_package.hpp"
#include "documents/form/word_xml.hpp"
#include "domain/basis/error.hpp"
#include "embed/embedded.hpp"
#include "store/database/hash.hpp"
#include "usecases/forms/docx_check.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;

constexpr std::size_t kMostTreeBytes = 12U << 20U;  // of what pandoc tells about a file
constexpr std::size_t kMostFileBytes = 64U << 20U;  // of the files that the sections of a form become

using WordTexts = std::vector<std::vector<documents::WordBlock>>;

// What each file says. Errors: those of Converters::run and documents::read_words; invalid "docx_too_large".
WordTexts read_word_files(Service& service, const std::vector<std::string>& files) {
  std::string all;
  for (const auto& file : files) all += store::sha256_hex(file);
  const std::string cut = store::sha256_hex(all);  // a word that stands in none of them
  const std::string tree = service.converters().run(documents::reading_conversion(files, cut));
  if (tree.size() > kMostTreeBytes) {
    throw Error(ErrorCode::invalid, "docx_too_large", say("The file contains far more text than a form does."));
  }
  auto read = documents::read_words(tree, cut);
  read.resize(files.size());
  return read;
}

// Of somebody else: that it cannot be read is said of the file, not of this server.
WordTexts read_sent_files(Service& service, const std::vector<std::string>& files) {
  try {
    return read_word_files(service, files);
  } catch (const documents::ConversionFailed& failure) {
    if (failure.why() == documents::ConversionFailed::Why::gave_up) documents::refuse_unreadable();
    throw;
  }
}

// A file for each section, and one for what stands outside of them.
std::vector<std::string> files_of(const documents::WordPackage& package, documents::DividedForm& form) {
  std::vector<std::string> files;
  std::size_t bytes = 0;
  const auto add = [&](documents::FormChunk& chunk) {
    files.push_back(package.file_of(chunk));
    bytes += files.back().size();
    if (bytes > kMostFileBytes) {
      throw Error(ErrorCode::invalid, "docx_too_large",
                  say("The styles and lists that the file defines are far larger than those of a form. Copy the texts "
                      "into the form as it was fetched, and send that."));
    }
  };
  for (auto& section : form.sections) add(section);
  add(form.outside);
  return files;
}

}  // namespace

documents::FormFile read_sent_form(Service& service, const std::string& docx, const documents::FormPrint& print,
                                   const documents::SealOf& seal_of) {
  auto parts = read_docx(docx);
  documents::unwrap_word(parts);
  static const documents::WordSymbols symbols(embedded::file("db/documents/symbols.yaml"));
  const documents::WordPackage package(parts, symbols);
  auto form = documents::divide_form(package.document(), seal_of);
  if (form.sections.empty()) {
    throw Error(ErrorCode::invalid, "no_form",
                say("The file contains no marker line such as [[report agency section en 1]]: it is not a form of this "
                    "service, or all of them were taken out. Fetch a form, and write into that."));
  }
  auto read = read_sent_files(service, files_of(package, form));
  return documents::collect_sections(form, std::move(read), print);
}

std::vector<PiecesRead> read_as_forms(Service& service, const std::vector<std::string>& texts) {
  std::vector<documents::MarkdownPieces> pieces;
  pieces.reserve(texts.size());
  for (const auto& text : texts) pieces.emplace_back(text);
  std::vector<const documents::MarkdownPieces*> all;
  for (const auto& one : pieces) all.push_back(&one);
  const auto docx =
      service.converters().run(documents::pieces_conversion(all, pandoc_version(service), embedded::file));
  return documents::read_pieces(all, std::move(read_word_files(service, {docx}).front()));
}

std::string pandoc_version(Service& service) {
  return service.converters().programs().at(static_cast<std::size_t>(documents::Program::pandoc)).version;
}

}  // namespace usecases
