#include "render/form_sections.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "render/excerpt.hpp"

namespace render {
namespace {

using Kind = RichBlock::Kind;

constexpr std::size_t kExcerpt = 80;  // characters
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
  return excerpt(text, kExcerpt);
}

bool holds_marker(const RichBlock& block) {
  const auto in_line = [](const RichLine& line) { return find_marker(letters_of(line)).has_value(); };
  const auto in_row = [&](const auto& row) { return std::ranges::any_of(row, in_line); };
  const auto in_part = [](const auto& part) { return std::ranges::any_of(part, holds_marker); };
  return in_line(block.line) || std::ranges::any_of(block.parts, in_part) || std::ranges::any_of(block.rows, in_row);
}

bool is_of(const FormSection& section, const FormMarker& marker) {
  return section.marker.section == marker.section && section.marker.language == marker.language;
}

class Finder {
 public:
  explicit Finder(const FormPrint& print) : print_(print) {}

  FormFile find(std::vector<WordBlock> blocks) {
    for (auto& block : blocks) add(std::move(block));
    close("end_marker_missing");
    if (!file_.sections.empty()) append(file_.sections.back().comments, std::exchange(waiting_, {}));
    refuse_doubled();
    return std::move(file_);
  }

 private:
  static void append(std::vector<WordComment>& comments, std::vector<WordComment> more) {
    for (auto& one : more) comments.push_back(std::move(one));
  }

  void add(WordBlock block) {
    closed_here_ = false;
    WordBlock remarks{"", {}, std::move(block.comments), block.pictures, std::move(block.flattened)};
    add_content(block.style, std::move(block.block));
    take_remarks(std::move(remarks));
  }

  void add_content(const std::string& style, RichBlock block) {
    const bool is_line = block.kind == Kind::paragraph || block.kind == Kind::heading;
    if (is_line) return add_line(style, std::move(block));
    if (!holds_marker(block)) return add_text(style, std::move(block));
    if (block.kind == Kind::table) return add_table(block);
    add_parts(style, std::move(block));
  }

  // A marker that stands on a line with text is cut out of it.
  void add_line(const std::string& style, RichBlock block) {
    for (int i = 0; i < kMostMarkers; ++i) {
      const auto found = find_marker(letters_of(block.line));
      if (!found) break;
      RichBlock before = block;
      before.line = part_of(block.line, 0, found->begin);
      if (!before.line.empty()) add_text(style, std::move(before));
      found->marker.end ? end(found->marker) : begin(found->marker);
      block.line = part_of(block.line, found->end, std::string::npos);
    }
    if (!block.line.empty()) add_text(style, std::move(block));
  }

  // A marker that slipped into a list or a quote ends it.
  void add_parts(const std::string& style, RichBlock block) {
    RichBlock kept{block.kind, block.level, {}, {}, {}, {}};
    const auto add_kept = [&] {
      const auto count = static_cast<int>(kept.parts.size());
      RichBlock next{kept.kind, kept.level == kBullets ? kBullets : kept.level + count, {}, {}, {}, {}};
      if (count > 0) add_text(style, std::exchange(kept, std::move(next)));
    };
    for (auto& part : block.parts) {
      if (std::ranges::none_of(part, holds_marker)) {
        kept.parts.push_back(std::move(part));
        continue;
      }
      add_kept();
      for (auto& inner : part) add_content(style, std::move(inner));
    }
    add_kept();
  }

  // Where a text begins or ends in a table is not known.
  void add_table(const RichBlock& block) {
    for (const auto& row : block.rows) {
      for (const auto& cell : row) {
        const auto found = find_marker(letters_of(cell));
        if (!found || is_in_table(found->marker)) continue;
        const bool ends = open_ && found->marker.end && is_of(*open_, found->marker);
        close(ends ? "marker_in_table" : "end_marker_missing");
        if (!ends) lose(found->marker, "marker_in_table");
      }
    }
  }

  bool is_in_table(const FormMarker& marker) const {
    return std::ranges::any_of(file_.sections, [&](const FormSection& section) {
      return section.fault == "marker_in_table" && is_of(section, marker);
    });
  }

  void add_text(const std::string& style, RichBlock block) {
    const std::string letters = spelled_letters({block});
    if (!open_) return pass_over(style, block, letters);
    if (is_print(style) && print_.has(letters)) {
      open_->passed_over += letters;
      return;
    }
    add_block(open_->blocks, std::move(block));
  }

  static bool is_print(const std::string& style) {
    return style.starts_with("Form ") && style != "Form Marker" && style != "Form Rule";
  }

  void take_remarks(WordBlock block) {
    FormSection* owner = open_ ? &*open_ : closed_here_ ? &file_.sections.back() : nullptr;
    append(owner == nullptr ? waiting_ : owner->comments, std::move(block.comments));
    if (owner == nullptr) return;
    owner->pictures += block.pictures;
    if (owner->flattened.empty()) owner->flattened = std::move(block.flattened);
  }

  // The form's own words are no loss.
  void pass_over(const std::string& style, const RichBlock& block, const std::string& letters) {
    const bool own = style == kSourceStyle || print_.has(letters) || excerpt_of(block).empty();
    if (!own && file_.unread.size() < kMostUnread) file_.unread.push_back(excerpt_of(block));
  }

  void begin(const FormMarker& marker) {
    close("end_marker_missing");
    open_.emplace();
    open_->marker = marker;
    open_->comments = std::exchange(waiting_, {});
  }

  void end(const FormMarker& marker) {
    if (is_in_table(marker)) return;
    if (open_ && is_of(*open_, marker)) return close("");
    close("end_marker_missing");
    lose(marker, "begin_marker_missing");
  }

  void lose(const FormMarker& marker, const char* fault) {
    FormSection lost;
    lost.marker = marker;
    lost.fault = fault;
    file_.sections.push_back(std::move(lost));
    closed_here_ = true;
  }

  void close(const char* fault) {
    if (!open_) return;
    open_->fault = fault;
    file_.sections.push_back(std::move(*open_));
    open_.reset();
    closed_here_ = true;
  }

  void refuse_doubled() {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const auto& section : file_.sections) ++counts[{section.marker.section, section.marker.language}];
    for (auto& section : file_.sections) {
      const int same = counts.at({section.marker.section, section.marker.language});
      if (same > 1 && section.fault.empty()) section.fault = "doubled_marker";
    }
  }

  const FormPrint& print_;
  FormFile file_;
  std::optional<FormSection> open_;
  bool closed_here_ = false;          // the last section, in the block that is looked at
  std::vector<WordComment> waiting_;  // on titles and guidance: they belong to the section that follows
};

}  // namespace

FormFile find_sections(std::vector<WordBlock> blocks, const FormPrint& print) {
  return Finder(print).find(std::move(blocks));
}

}  // namespace render
