#include "documents/form/form_notes.hpp"

#include <utility>

namespace documents {
namespace {

void collect(std::vector<const RichRun*>& notes, const RichLine& line) {
  for (const RichRun& run : line) {
    if (!run.note.empty()) notes.push_back(&run);
  }
}

void collect(std::vector<const RichRun*>& notes, const RichBlock& block) {
  collect(notes, block.line);
  for (const auto& part : block.parts) {
    for (const auto& inner : part) collect(notes, inner);
  }
  for (const auto& row : block.rows) {
    for (const auto& cell : row) collect(notes, cell);
  }
}

}  // namespace

std::vector<const RichRun*> notes_of(const std::vector<RichBlock>& blocks) {
  std::vector<const RichRun*> notes;
  for (const auto& block : blocks) collect(notes, block);
  return notes;
}

FormNotes::FormNotes(const MarkdownPieces& base, const std::vector<std::vector<RichBlock>>& read_base) : base_(base) {
  for (const auto& piece : base.pieces()) {
    if (piece.note) known_.emplace(piece.label, &piece);
  }
  for (std::size_t i = 0; i < base.pieces().size(); ++i) {
    const auto& piece = base.pieces()[i];
    const auto notes = notes_of(read_base.at(i));
    if (piece.note || notes.size() != piece.notes.size()) continue;
    for (std::size_t j = 0; j < notes.size(); ++j) by_key_.emplace(key_of(notes[j]->note), base.label(piece.notes[j]));
  }
}

void FormNotes::keep(const MarkdownPiece& piece) {
  std::vector<std::string> labels;
  for (const std::size_t note : piece.notes) labels.push_back(base_.label(note));
  keep_labels(std::move(labels));
}

// Not by recursion: a note may refer to the next one, thousands in a row.
void FormNotes::keep_labels(std::vector<std::string> labels) {
  while (!labels.empty()) {
    const std::string label = std::move(labels.back());
    labels.pop_back();
    if (label.empty() || !kept_.insert(label).second) continue;
    const auto piece = known_.find(label);
    if (piece == known_.end()) continue;
    for (const std::size_t note : piece->second->notes) labels.push_back(base_.label(note));
  }
}

void FormNotes::place(const RichBlock& block, const MarkdownPiece* instead_of) {
  std::vector<const RichRun*> notes;
  collect(notes, block);
  for (const RichRun* note : notes) {
    const auto same = by_key_.find(key_of(note->note));
    if (same == by_key_.end() || same->second.empty() || written_.contains(same->second)) continue;
    keep_labels({same->second});
    labels_[note] = same->second;
  }
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (labels_.contains(notes[i])) continue;
    const bool had_one = instead_of != nullptr && i < instead_of->notes.size();
    std::string label = had_one ? base_.label(instead_of->notes[i]) : "";
    if (label.empty() || kept_.contains(label) || written_.contains(label)) label = free_label();
    written_[label] = notes[i];
    labels_[notes[i]] = label;
  }
}

std::string FormNotes::free_label() {
  for (;;) {
    std::string label = std::to_string(next_++);
    if (!known_.contains(label) && !written_.contains(label)) return label;
  }
}

}  // namespace documents
