// The whole report as one document, as it stood at an event: the same event gives the same document for ever.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "documents/report/document.hpp"
#include "store/log/events.hpp"
#include "usecases/documents/document_part.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

enum class Select {
  latest,    // the newest text of every section, gaps shown
  approved,  // only what went through all review steps
};

// What an edition is to be, beside its texts.
struct Publication {
  bool is_final = false;
  documents::Annexes annexes = {};
  std::vector<std::string> leave_out = {};  // annexes of the format, by the keys of their sections
  domain::LocalizedText missing_text = {};  // final: in the place of a text that is not there; empty: it is left out
};

// What of a report a document shows.
struct Contents {
  std::string language;  // one of the report's
  Select select = Select::latest;
  std::set<std::string> readable;               // the sections whose texts are shown; others are withheld
  bool with_pictures = true;                    // their bytes; what is known of them is there always
  std::optional<domain::Millis> as_of = {};     // in the past; none: as the report is known
  std::optional<store::LastEvent> moment = {};  // what content_event gave, in the place of as_of
  Part part = {};
  Publication publication = {};
};

// The last event that a document as of that time contains. place: of as_of in the request.
// Errors: not_found where there was no report yet at that time, invalid (as_of in the future).
store::LastEvent content_event(const Read& context, const KnownReport& report,
                               const std::optional<domain::Millis>& as_of, const std::string& place);

// report: as of the moment or later; what is known of it is not read again. `readable` says all of rights: the plan and
// the assistance requested, where the publication has their annexes, are for whoever may have a document at all.
// Errors: not_found (the language, the part, or nothing there at that time), invalid (as_of in the future).
documents::Document compile(const Read& context, const KnownReport& report, const Contents& contents);

}  // namespace usecases
