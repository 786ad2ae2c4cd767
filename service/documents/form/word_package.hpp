// Word files made of parts of one.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "documents/file/zip_reader.hpp"
#include "documents/form/form_division.hpp"
#include "documents/form/word_styles.hpp"
#include "documents/form/word_symbols.hpp"

namespace documents {

// The parts of a Word file that a reader of texts needs.
class WordPackage {
 public:
  // parts: of the whole file. symbols: has to live as long. Error: domain::Error, invalid "unreadable_docx", where the
  // text itself is missing.
  WordPackage(const NamedFiles& parts, const WordSymbols& symbols);

  const pugi::xml_document& document() const { return document_; }
  // A part of its text as a file of its own, with the notes and comments that this part refers to; all made plain, with
  // remarks on what could not be kept.
  std::string file_of(FormChunk& chunk) const;

 private:
  void read_styles();
  void add_referred(NamedFiles& files, FormChunk& chunk) const;

  struct Referred {
    std::string name;       // of the part
    std::string reference;  // the element that refers to one
    pugi::xml_document document;
  };
  const WordSymbols& symbols_;
  NamedFiles common_;
  std::unique_ptr<WordStyles> styles_;
  std::string main_;  // name of the part with the text
  pugi::xml_document document_;
  std::vector<Referred> referred_;
};

}  // namespace documents
