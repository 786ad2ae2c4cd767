#include "documents/html/comparison.hpp"

#include <algorithm>
#include <utility>

#include "domain/report/outline_numbers.hpp"

namespace documents {
namespace {

bool has_content(const DocumentSection& section) {
  return section.content == ContentKind::text || section.content == ContentKind::nothing;
}

const std::string& markdown_of(const DocumentSection& section) {
  return section.content == ContentKind::nothing ? section.reason : section.markdown;
}

SectionSide side_of(const DocumentSection& section) {
  return {section.content, section.title, section.language, section.state, section.revision, section.words};
}

Outcome judge(const DocumentSection& from, const DocumentSection& to) {
  if (to.content == ContentKind::group) return Outcome::same;
  if (from.content == ContentKind::withheld || to.content == ContentKind::withheld) return Outcome::withheld;
  if (!has_content(from)) return has_content(to) ? Outcome::added : Outcome::gap;
  if (!has_content(to)) return Outcome::removed;
  const bool same =
      from.content == to.content && from.language == to.language && markdown_of(from) == markdown_of(to) &&
      std::ranges::equal(from.pictures, to.pictures, {}, &DocumentPicture::sha256, &DocumentPicture::sha256);
  return same ? Outcome::same : Outcome::changed;
}

// The outline of a report never changes; a section that a document lacks all the same is a gap in it.
DocumentSection section_like(const DocumentSection& other, const Document& document) {
  const auto found = std::ranges::find(document.sections, other.id, &DocumentSection::id);
  if (found != document.sections.end()) return *found;
  DocumentSection gap;
  gap.id = other.id;
  gap.title = other.title;
  gap.content = other.content == ContentKind::group ? ContentKind::group : ContentKind::gap;
  gap.state = "empty";
  return gap;
}

std::vector<domain::Change> as_a_whole(const std::string& from, const std::string& to) {
  std::vector<domain::Change> changes;
  if (!from.empty()) changes.push_back({domain::ChangeKind::remove, 1, 0, from, "", {}});
  if (!to.empty()) changes.push_back({domain::ChangeKind::insert, 0, 1, "", to, {}});
  return changes;
}

}  // namespace

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::same:
      return "same";
    case Outcome::changed:
      return "changed";
    case Outcome::added:
      return "added";
    case Outcome::removed:
      return "removed";
    case Outcome::gap:
      return "gap";
    case Outcome::withheld:
      return "withheld";
  }
  return "same";
}

std::vector<ComparedSection> compare_documents(const Document& from, const Document& to, std::size_t most_bytes) {
  std::vector<ComparedSection> sections;
  sections.reserve(to.sections.size());
  domain::OutlineNumbers numbers;
  std::size_t compared = 0;
  for (const DocumentSection& after : to.sections) {
    const DocumentSection before = section_like(after, from);
    ComparedSection section{after.id,
                            numbers.next(after.depth, after.annex),
                            after.depth,
                            after.annex,
                            after.title_language,
                            side_of(before),
                            side_of(after),
                            judge(before, after),
                            {}};
    const bool differs =
        section.outcome == Outcome::changed || section.outcome == Outcome::added || section.outcome == Outcome::removed;
    if (differs) {
      const std::string& old_text = has_content(before) ? markdown_of(before) : std::string();
      const std::string& new_text = has_content(after) ? markdown_of(after) : std::string();
      compared += old_text.size() + new_text.size();
      section.changes = compared > most_bytes ? as_a_whole(old_text, new_text) : domain::diff_texts(old_text, new_text);
    }
    sections.push_back(std::move(section));
  }
  return sections;
}

int count_outcome(const std::vector<ComparedSection>& sections, Outcome outcome) {
  return static_cast<int>(std::ranges::count_if(
      sections, [&](const auto& section) { return !section.is_group() && section.outcome == outcome; }));
}

}  // namespace documents
