// What a text says, worked out from its bytes alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "documents/text/not_shown.hpp"
#include "documents/translation/glossary_check.hpp"
#include "domain/basis/message.hpp"
#include "store/report/pictures.hpp"
#include "store/report/texts.hpp"
#include "usecases/frame/groundwork.hpp"

namespace usecases {

struct Read;

// A text as it is kept, with its hash.
struct CheckedText {
  std::string markdown;
  std::string sha256;
};
// In no transaction: takes milliseconds for a long text. Errors: those of documents::check_text.
CheckedText check_markdown(const std::string& sent);
// Of a text that was saved before. Its markdown must be there.
CheckedText checked_before(const domain::Revision& revision);

struct TextReading {
  domain::Message objection;  // why a text like this is not saved; empty: it may be
  bool says_nothing = false;
  std::uint64_t words = 0;
  std::vector<domain::PlacedPicture> placed;
  std::vector<documents::NotShown> not_shown;
  // Held against a glossary, into which they point.
  std::shared_ptr<const documents::GlossaryCheck> glossary = nullptr;
  documents::TextTerms terms = {};
};

// What a text is held against in its language. glossary: null where nothing is looked for.
struct TermsAsked {
  std::shared_ptr<const documents::GlossaryCheck> glossary = nullptr;
  std::string language = {};
};

// Of the request's groundwork.
std::shared_ptr<const TextReading> reading_of(const Read& context, const CheckedText& text,
                                              const TermsAsked& asked = {});
// Puts it there, in no transaction.
void read_ahead(Groundwork& groundwork, const CheckedText& text, const TermsAsked& asked);
// Whether nothing is seen of a text that was saved when such a one still could be. With markdown.
bool shows_nothing(const Read& context, const domain::Revision& text);

}  // namespace usecases
