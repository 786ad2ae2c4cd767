#include "documents/translation/translation_compose.hpp"

#include <algorithm>
#include <utility>

#include "documents/markdown/markdown_text.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

using Targets = std::vector<UnitParts>;

std::vector<bool> changed_blocks(const TextUnits& source, const std::vector<std::optional<UnitParts>>& present,
                                 const Targets& targets) {
  std::vector<bool> changed(source.blocks().size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (present[i] != targets[i]) changed[source.units()[i].block] = true;
  }
  return changed;
}

// Code of another source text gives way to that of this one.
void add_changed_code(const TextUnits& source, const TextUnits& present, std::vector<bool>& changed) {
  for (std::size_t i = 0; i < changed.size(); ++i) {
    if (source.codes()[i] != present.codes()[i]) changed[i] = true;
  }
}

// Whether the Markdown says what it shall.
bool reads_as(const std::string& markdown, const TextUnits& source, const Targets& targets) {
  const TextUnits read(markdown);
  if (read.skeleton() != source.skeleton() || read.codes() != source.codes()) return false;
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

// Nothing: no Markdown is found that would be read as these parts.
std::optional<std::string> compose(const std::string& source, const std::optional<std::string>& present,
                                   const std::vector<UnitParts>& targets) {
  TextUnits translated(source);
  const TextUnits base_units(present.value_or(source));
  auto parts = present ? align_translation(translated, base_units) : own_parts(translated);
  const bool alike = translated.skeleton() == base_units.skeleton();
  const TextUnits source_units(source);
  const bool on_present = present && alike;
  auto changed = changed_blocks(source_units, alike ? parts : own_parts(source_units), targets);
  if (on_present) add_changed_code(source_units, base_units, changed);
  if (std::ranges::find(changed, true) == changed.end()) return on_present ? *present : source;
  for (std::size_t i = 0; i < targets.size(); ++i) translated.replace(i, targets[i]);
  std::string spliced = splice(on_present ? base_units : source_units, changed, translated);
  if (reads_as(spliced, source_units, targets)) return spliced;
  std::string whole = write_whole(translated);
  if (reads_as(whole, source_units, targets)) return whole;
  return std::nullopt;
}

// Finds the units that cannot be written by halves, so that a few among thousands are found soon.
class Blame {
 public:
  Blame(const std::string& source, const Targets& targets, std::size_t most)
      : source_(source), targets_(targets), own_(targets_of(source)), most_(most) {}

  std::vector<std::size_t> find() {
    look(0, targets_.size());
    return std::move(found_);
  }

 private:
  static Targets targets_of(const std::string& source) {
    Targets own;
    const TextUnits text(source);
    for (const auto& unit : text.units()) own.push_back(unit.parts);
    return own;
  }

  void look(std::size_t begin, std::size_t end) {
    if (begin == end || found_.size() == most_) return;
    Targets tried = own_;
    for (std::size_t i = begin; i < end; ++i) tried[i] = targets_[i];
    if (compose(source_, std::nullopt, tried)) return;
    if (end - begin == 1) return found_.push_back(begin);
    const std::size_t middle = begin + (end - begin) / 2;
    look(begin, middle);
    look(middle, end);
  }

  const std::string& source_;
  const Targets& targets_;
  Targets own_;
  std::size_t most_;
  std::vector<std::size_t> found_;
};

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
  if (auto text = compose(source, present, targets)) return *text;
  throw Unwritable();
}

std::vector<std::size_t> unwritable_units(const std::string& source, const std::vector<UnitParts>& targets,
                                          std::size_t most) {
  return Blame(source, targets, most).find();
}

domain::Message why_unwritable(const UnitParts& parts) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].kind == PartKind::open && parts[i + 1].kind == PartKind::close) {
      return say("an emphasis or a link in it has no words");
    }
  }
  const std::string text = text_of(parts);
  if (text.find("://") != std::string::npos || text.find("www.") != std::string::npos) {
    return say("it has an address that would become a link, where the source text has none");
  }
  return say("no Markdown shows exactly this");
}

}  // namespace documents
