// Captions whose numbers word processors count, and references that follow them.
#pragma once

#include <map>
#include <string>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/report.hpp"

namespace documents {

// What the numbers of a kind are counted under: the word in front of them, as word processors themselves have it.
std::string sequence_name(const Labels& labels, CaptionKind kind);

// Of "Table 3", for references and lists.
std::string caption_bookmark(const Numbered& numbered);

class OfficeCaptions {
 public:
  OfficeCaptions(const Report& report, OfficeFormat format, const PandocLanguage& language)
      : report_(report), format_(format), language_(language) {}

  // Inlines: "Table 3. " and the words, under the id that links use. Where the number does not follow the one written
  // before (in a part of the report), it is told.
  pandoc::Json caption(const Numbered& numbered, pandoc::Json words);

  // The inlines of a link to it: "Table 3" or "see 3", the number and what belongs to it taken from the caption.
  pandoc::Json reference(const Numbered& numbered, pandoc::Json inlines) const;

 private:
  std::string number_field(const Numbered& numbered);
  pandoc::Json word_name(const Numbered& numbered);
  pandoc::Json open_document_name(const Numbered& numbered);
  pandoc::Json shown_of(const std::string& bookmark, const std::string& text) const;
  pandoc::Json fixed(const std::string& text) const;

  const Report& report_;
  OfficeFormat format_;
  const PandocLanguage& language_;
  std::map<CaptionKind, int> last_;
};

}  // namespace documents
