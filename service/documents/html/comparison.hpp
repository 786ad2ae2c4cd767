// Two compiled states of one report, section by section, and two texts of one section: what stayed and what changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/report/document.hpp"
#include "domain/text/diff.hpp"

namespace documents {

enum class Outcome {
  same,
  changed,
  added,     // nothing stood here before
  removed,   // nothing stands here any more
  gap,       // nothing stood here, and nothing does
  withheld,  // the caller may not read one of the two
};

std::string_view to_string(Outcome outcome);

// A section as it is in one of the two documents.
struct SectionSide {
  ContentKind content = ContentKind::gap;
  std::string title;
  std::string language;  // of the text
  std::string state;
  std::int64_t revision = 0;
  std::uint64_t words = 0;
};

struct ComparedSection {
  std::string id;
  std::string number;
  int depth = 1;
  bool annex = false;
  std::string title_language;
  SectionSide from;
  SectionSide to;
  Outcome outcome = Outcome::same;
  std::vector<domain::Change> changes;  // changed, added, removed: paragraph by paragraph

  bool is_group() const { return to.content == ContentKind::group; }
  bool title_changed() const { return from.title != to.title; }
  bool state_changed() const { return !is_group() && from.state != to.state; }
};

// Both of one report, so of one outline: in its order, annexes last. Where nothing is to be reported, the reason is
// what is compared. Beyond `most_bytes` of differing texts, a section's are removed and inserted as a whole.
std::vector<ComparedSection> compare_documents(const Document& from, const Document& to,
                                               std::size_t most_bytes = 4U << 20U);

// How many sections, headings left out, came out so.
int count_outcome(const std::vector<ComparedSection>& sections, Outcome outcome);

}  // namespace documents
