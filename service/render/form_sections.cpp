#include "render/form_sections.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "render/excerpt.hpp"

namespace render {
namespace {

constexpr std::array<std::string_view, 3> kOwnStyles{"Title", "Subtitle", "Author"};
constexpr std::size_t kMostUnread = 20;
constexpr int kMostMarkers = 20;  // on one line

// Part of a line, by bytes of its letters.
RichLine part_of(const RichLine& line, std::size_t begin, std::size_t end) {
  RichLine part;
  std::size_t at = 0;
  for (const RichRun& run : line) {
    const std::size_t size = run.line_break ? 1 : run.text.size();  // as letters_of writes it
    const std::size_t from = std::clamp(begin, at, at + size) - at;
    const std::size_t to = std::clamp(end, at, at + size) - at;
    if (!run.is_text() && at >= begin && at < end) part.push_back(run);
    if (run.is_text() && from < to) {
      part.push_back(run);
      part.back().text = run.text.substr(from, to - from);
    }
    at += size;
  }
  return tidy_line(part);
}

std::string excerpt_of(const RichBlock& block) {
  std::string text = letters_of({block});
  std::ranges::replace(text, '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  return excerpt(text);
}

class Finder {
 public:
  FormFile find(std::vector<WordBlock> blocks) {
    for (auto& block : blocks) add(std::move(block));
    close("end_marker_missing");
    refuse_doubled();
    return std::move(file_);
  }

 private:
  // A marker that stands on a line with text is cut out of it.
  void add(WordBlock block) {
    const auto kind = block.block.kind;
    const bool is_line = kind == RichBlock::Kind::paragraph || kind == RichBlock::Kind::heading;
    for (int i = 0; is_line && i < kMostMarkers; ++i) {
      const auto found = find_marker(letters_of(block.block.line));
      if (!found) break;
      WordBlock before{block.style, block.block, {}, 0};
      before.block.line = part_of(block.block.line, 0, found->begin);
      if (!before.block.line.empty()) add_text(std::move(before));
      found->marker.end ? end(found->marker) : begin(found->marker);
      block.block.line = part_of(block.block.line, found->end, std::string::npos);
    }
    if (!is_line || !block.block.line.empty()) return add_text(std::move(block));
    if (open_) take_remarks(block);
  }

  void add_text(WordBlock block) {
    if (!open_) return pass_over(block);
    if (block.style == "Form Guidance") return;
    take_remarks(block);
    add_block(open_->blocks, std::move(block.block));
  }

  void take_remarks(const WordBlock& block) {
    open_->comments.insert(open_->comments.end(), block.comments.begin(), block.comments.end());
    open_->pictures += block.pictures;
  }

  // The form's own words are no loss.
  void pass_over(const WordBlock& block) {
    const bool own = (block.style.starts_with("Form ") && block.style != "Form Marker") ||
                     std::ranges::find(kOwnStyles, block.style) != kOwnStyles.end() ||
                     block.block.kind == RichBlock::Kind::heading;
    if (!own && file_.unread.size() < kMostUnread) file_.unread.push_back(excerpt_of(block.block));
  }

  void begin(const FormMarker& marker) {
    close("end_marker_missing");
    open_.emplace();
    open_->marker = marker;
  }

  void end(const FormMarker& marker) {
    if (open_ && open_->marker.section == marker.section && open_->marker.language == marker.language) {
      return close("");
    }
    close("end_marker_missing");
    FormSection lost;
    lost.marker = marker;
    lost.fault = "begin_marker_missing";
    file_.sections.push_back(std::move(lost));
  }

  void close(const char* fault) {
    if (!open_) return;
    open_->fault = fault;
    file_.sections.push_back(std::move(*open_));
    open_.reset();
  }

  void refuse_doubled() {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const auto& section : file_.sections) ++counts[{section.marker.section, section.marker.language}];
    for (auto& section : file_.sections) {
      const int same = counts.at({section.marker.section, section.marker.language});
      if (same > 1 && section.fault.empty()) section.fault = "doubled_marker";
    }
  }

  FormFile file_;
  std::optional<FormSection> open_;
};

}  // namespace

FormFile find_sections(std::vector<WordBlock> blocks) { return Finder().find(std::move(blocks)); }

}  // namespace render
