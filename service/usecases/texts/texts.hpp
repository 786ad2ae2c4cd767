// Texts: saved as revisions, read, listed and compared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/text/diff.hpp"
#include "usecases/frame/term_check.hpp"
#include "usecases/frame/text_reading.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {

// Which text.
struct TextKey {
  std::string report;
  std::string section;
  std::string language;
};

struct SaveText {
  TextKey key;
  CheckedText text;
  std::optional<std::string> note;
  std::optional<std::int64_t> source_revision;                     // translations; none: the newest
  bool minor = false;                                              // coordinator, after approval
  std::optional<std::string> reason;                               // minor: why
  Expected expected = {};                                          // the revision that was edited; not given: none
  std::optional<domain::CarriedFrom> carried_over = std::nullopt;  // a text of an earlier report, as it was there
  std::optional<std::int64_t> form_base = std::nullopt;            // from a form: the revision that it was made with
  bool even_if_unchanged = false;                                  // somebody else now stands for the same text
};

struct SavedText {
  TextView text;  // without markdown
  domain::State state;
  domain::WordLimit word_limit;
  std::vector<std::string> allowed_actions;
  bool unchanged = false;                         // the newest revision has these very bytes; nothing was saved
  std::vector<std::string> missing_pictures;      // placed by the text, and not among the section's files
  std::vector<std::string> undescribed_pictures;  // placed without an alternative text
  std::vector<documents::NotShown> not_shown;     // parts of the Markdown that documents leave out
  std::vector<TermWarning> terms;                 // held against the glossary
};

// Does what takes time in a save of the text, for its groundwork. A long text is judged first, with the errors of
// save_text; others only where they are saved.
void read_ahead(Service& service, const domain::Actor& actor, Groundwork& groundwork, const SaveText& command);
// Needs the groundwork of read_ahead or check_save. Errors: forbidden, conflict (wrong state), stale (names the newest
// revision and who saved it), invalid.
SavedText save_text(const Write& context, const SaveText& command);
// What would become of a save now, and the same errors; nothing is saved, so that the state is that of before. Does all
// that takes time for a long text.
SavedText check_save(const Read& context, const SaveText& command);

// What went through all review steps, else the newest; with markdown. For who may read it already.
std::optional<domain::Revision> find_last_word(store::ReadTx& tx, const TextKey& key);

// With markdown. revision 0: the newest. Errors: not_found, forbidden.
TextView get_text(const Read& context, const TextKey& key, std::int64_t revision = 0);
// Newest first, below a revision (0: from the newest), without markdown.
std::vector<TextView> list_revisions(const Read& context, const TextKey& key, std::int64_t below, int limit);

struct TextPair {
  domain::Revision from;  // revision 0 with an empty text where there is none
  domain::Revision to;
};

// The two revisions to compare: `to` 0 means the newest; no `from` means the one before `to`.
TextPair get_pair(const Read& context, const TextKey& key, std::optional<std::int64_t> from, std::int64_t to);

}  // namespace usecases
