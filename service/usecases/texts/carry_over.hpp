// What an earlier report said as the first draft of this one. Such a text is marked until somebody edits it, or until
// the head of the lead agency submits it and says why it still holds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "usecases/texts/carried_pictures.hpp"
#include "usecases/texts/promises.hpp"
#include "usecases/texts/texts.hpp"

namespace usecases {

struct Prefill {
  std::string report;
  std::string from;                                  // another report
  std::optional<std::vector<std::string>> sections;  // none: all that hold a text
  std::vector<std::string> languages;                // beside the source language; empty: all of the report
  bool promises = true;                              // also take what the last report promised
};

enum class CarryOutcome {
  carried_over,
  has_text,         // nothing is ever overwritten
  declared,         // the agency declared here that it has nothing to report
  no_such_section,  // here
  heading_only,
  nothing_there,  // no text, or no such section, in the other report
  outdated,       // a translation there that does not belong to the text that is carried over
  not_approved,   // a translation there of the approved text that nobody confirmed
  not_shared,     // a draft there that no review approved, of an agency whose texts others may not read
};
std::string_view to_string(CarryOutcome outcome);

struct PrefilledText {
  std::string language;
  CarryOutcome outcome = CarryOutcome::nothing_there;
  std::int64_t from_revision = 0;  // 0: none
  bool approved = false;           // there
  std::uint64_t words = 0;
};

struct PrefilledSection {
  std::string section;
  CarryOutcome outcome = CarryOutcome::no_such_section;  // as that of its source text
  std::vector<PrefilledText> texts;                      // the source language first; empty: it was not begun
  std::vector<CarriedPicture> pictures;                  // that these texts place
};

struct PrefillResult {
  std::vector<PrefilledSection> sections;
  TakenPromises promises;
};

// What prefill_report would do now, and the same errors; nothing is saved. Does all that takes time for long texts.
PrefillResult check_prefill(const Read& context, const Prefill& wanted);
// Needs the groundwork of check_prefill. Each text is saved like any other; sections match by their key. Of a section
// that went through all review steps there everything is taken as it stood approved last: its text, the confirmed
// translations of it, their pictures. Of another one, where its readers may see it here, everything is the newest.
// Errors: forbidden, not_found; invalid (from, a language that the report has not).
PrefillResult prefill_report(const Write& context, const Prefill& wanted);

// The caller stands for the section's carried-over text from now on, with those translations that came with it and are
// named: they are saved again in the caller's name. named: language -> revision; it comes back with the new revisions.
// Needs a reading of each (reading_of). Errors: those of save_text.
std::map<std::string, std::int64_t> confirm_carried_over(const Write& context, const OpenReport& report,
                                                         const std::string& section,
                                                         std::map<std::string, std::int64_t> named,
                                                         const std::string& reason);

}  // namespace usecases
