// The whole report as one document, as it stood at an event: the same event gives the same document for ever.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "documents/report/document.hpp"
#include "store/events.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

enum class Select {
  latest,    // the newest text of every section, gaps shown
  approved,  // only what went through all review steps
};

struct DocumentRequest {
  std::string report;
  std::string language;  // one of the report's
  Select select = Select::latest;
  std::optional<domain::Millis> as_of;  // in the past; none: now
  bool with_pictures = true;            // their bytes; what is known of them is there always
  // What content_event gave, in the place of as_of.
  std::optional<std::int64_t> event = {};
  // The sections whose texts are shown; none: those that the caller may read today.
  std::optional<std::set<std::string>> readable = {};
};

// The last event that a document as of that time contains. place: of as_of in the request.
// Errors: not_found (report, or nothing there at that time), invalid (as_of in the future).
store::LastEvent content_event(const Read& context, const std::string& report,
                               const std::optional<domain::Millis>& as_of, const std::string& place);

// The texts that the caller may not read today are withheld, whatever the time of the document.
// Errors: not_found (report, language, or nothing there at that time), invalid (as_of in the future).
documents::Document compile(const Read& context, const DocumentRequest& request);

}  // namespace usecases
