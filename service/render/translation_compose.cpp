#include "render/translation_compose.hpp"

#include <algorithm>
#include <utility>

#include "domain/error.hpp"
#include "render/markdown_text.hpp"

namespace render {
namespace {

using Targets = std::vector<UnitParts>;

std::vector<bool> changed_blocks(const TextUnits& source, const std::vector<std::optional<UnitParts>>& present,
                                 const Targets& targets) {
  std::vector<bool> changed(source.blocks().size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (present[i] != targets[i]) changed[source.units()[i].block] = true;
  }
  return changed;
}

// Whether the Markdown says what it shall.
bool reads_as(const std::string& markdown, const TextUnits& source, const Targets& targets) {
  const TextUnits read(markdown);
  if (read.skeleton() != source.skeleton()) return false;
  const auto aligned = align_translation(source, read);
  return std::ranges::equal(aligned, targets);
}

std::string write_block(const TextUnits& text, std::size_t block) {
  std::string out;
  MarkdownText(out, text.note_names()).write_block(text.blocks()[block]);
  return out;
}

// Writes changed blocks in the place of what stood there.
std::string splice(const TextUnits& base, const std::vector<bool>& changed, const TextUnits& translated) {
  std::string out = base.pieces().head();
  for (const auto& piece : base.pieces().pieces()) {
    const auto is_changed = [&](cmark_node* node) { return changed[base.block_of(node)]; };
    if (std::ranges::none_of(piece.nodes, is_changed)) {
      out += piece.source + piece.behind;
      continue;
    }
    for (auto* node : piece.nodes) {
      out += (node == piece.nodes.front() ? "" : "\n") + write_block(translated, base.block_of(node));
    }
    if (!piece.source.ends_with('\n') && out.ends_with('\n')) out.pop_back();
    out += piece.behind;
  }
  return out;
}

std::string write_whole(const TextUnits& translated) {
  std::string out;
  for (std::size_t i = 0; i < translated.blocks().size(); ++i) out += (i == 0 ? "" : "\n") + write_block(translated, i);
  return out;
}

std::vector<std::optional<UnitParts>> own_parts(const TextUnits& text) {
  std::vector<std::optional<UnitParts>> parts;
  for (const auto& unit : text.units()) parts.emplace_back(unit.parts);
  return parts;
}

}  // namespace

std::vector<std::optional<UnitParts>> align_translation(const TextUnits& source, const TextUnits& translation) {
  std::vector<std::optional<UnitParts>> parts;
  if (source.skeleton() != translation.skeleton()) return parts;
  for (std::size_t i = 0; i < source.units().size(); ++i) {
    const TextUnit& unit = translation.units()[i];
    parts.push_back(renumber(unit, unit.parts, source.units()[i]));
  }
  return parts;
}

std::string compose_translation(const std::string& source, const std::optional<std::string>& present,
                                const std::vector<UnitParts>& targets) {
  TextUnits translated(source);
  const TextUnits base_units(present.value_or(source));
  auto parts = present ? align_translation(translated, base_units) : own_parts(translated);
  const bool alike = parts.size() == translated.units().size();
  const TextUnits source_units(source);
  const bool on_present = present && alike;
  const auto changed = changed_blocks(source_units, alike ? parts : own_parts(source_units), targets);
  if (std::ranges::find(changed, true) == changed.end()) return on_present ? *present : source;
  for (std::size_t i = 0; i < targets.size(); ++i) translated.replace(i, targets[i]);
  std::string spliced = splice(on_present ? base_units : source_units, changed, translated);
  if (reads_as(spliced, source_units, targets)) return spliced;
  std::string whole = write_whole(translated);
  if (reads_as(whole, source_units, targets)) return whole;
  throw domain::Error(domain::ErrorCode::invalid, "cannot_be_written",
                      "The translation cannot be written as Markdown that shows just this. An emphasis or a link with "
                      "nothing in it is the usual reason, or emphases that touch each other.");
}

}  // namespace render
