#include "documents/form/form_division.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "documents/form/word_line.hpp"
#include "documents/form/word_nodes.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

constexpr const char* kForeign = "foreign_marker";
constexpr int kMostOnLine = 20;             // on one line
constexpr std::size_t kMostSections = 500;  // as an outline has at the most

bool is_same_section(const FormMarker& one, const FormMarker& other) {
  return one.section == other.section && one.language == other.language;
}

pugi::xml_node append_bare(pugi::xml_node parent, const pugi::xml_node& like) {
  pugi::xml_node node = parent.append_child(like.name());
  for (const auto& attribute : like.attributes()) node.append_copy(attribute);
  return node;
}

std::vector<std::string> comments_in(const pugi::xml_node& node) {
  std::vector<std::string> numbers;
  for (const auto& child : node) {
    if (local_name(child) == "commentRangeStart") numbers.emplace_back(word_attribute(child, "id"));
    for (auto& one : comments_in(child)) numbers.push_back(std::move(one));
  }
  return numbers;
}

void add_table_lines(std::vector<std::string>& lines, const pugi::xml_node& node) {
  for (const auto& child : node) {
    if (local_name(child) == "p") lines.push_back(letters_of_line(child));
    if (!is_gone(child)) add_table_lines(lines, child);
  }
}

void add_bookmarks(std::set<std::string>& names, const pugi::xml_node& node) {
  for (const auto& child : node) {
    if (local_name(child) == "bookmarkStart") names.emplace(word_attribute(child, "name"));
    add_bookmarks(names, child);
  }
}

class Divider {
 public:
  explicit Divider(const SealOf& seal_of) : seal_of_(seal_of) {}

  DividedForm divide(const pugi::xml_node& root) {
    root_ = root;
    add_bookmarks(seals_, root);
    begin_chunk(form_.outside);
    for (const auto& child : word_child(root, "body")) {
      const std::string_view name = local_name(child);
      touched_.reset();
      auto comments = comments_in(child);
      if (name == "p") {
        add_paragraph(child);
      } else if (name == "tbl") {
        add_table(child);
      } else if (name != "sectPr") {
        body().append_copy(child);
      }
      give(std::move(comments));
    }
    close("end_marker_missing");
    if (!form_.sections.empty()) append(form_.sections.back().comments, std::exchange(waiting_, {}));
    refuse_doubled();
    return std::move(form_);
  }

 private:
  static void append(std::vector<std::string>& comments, std::vector<std::string> more) {
    for (auto& one : more) comments.push_back(std::move(one));
  }

  void begin_chunk(FormChunk& chunk) { append_bare(append_bare(chunk.document, root_), word_child(root_, "body")); }

  pugi::xml_node body() {
    auto& chunk = open_ ? form_.sections[*open_] : form_.outside;
    return chunk.document.first_child().first_child();
  }

  // A marker that stands on a line with text is cut out of it.
  void add_paragraph(const pugi::xml_node& paragraph) {
    pugi::xml_document rest;
    pugi::xml_node line = paragraph;
    for (int i = 0; i < kMostOnLine; ++i) {
      const std::string letters = letters_of_line(line);
      const auto found = find_marker(letters);
      if (!found) break;
      if (found->begin > 0) {
        keep_of_line(body().append_copy(line), {.begin = 0, .end = found->begin, .no_letters_from = 0});
      }
      pugi::xml_document behind;
      behind.append_copy(line);
      keep_of_line(behind.first_child(), {.begin = found->end, .end = letters.size(), .no_letters_from = found->begin});
      found->marker.end ? end(found->marker) : begin(found->marker);
      rest = std::move(behind);
      line = rest.first_child();
    }
    if (line == paragraph || holds_anything(line)) body().append_copy(line);
  }

  // Where a text begins or ends in a table is not known.
  void add_table(const pugi::xml_node& table) {
    std::vector<std::string> lines;
    add_table_lines(lines, table);
    body().append_copy(table);
    for (const auto& line : lines) {
      const auto found = find_marker(line);
      if (!found || is_in_table(found->marker)) continue;
      if (!is_real(found->marker) && refuse_open()) continue;
      const bool ends = open_ && found->marker.end && is_same_section(open().marker, found->marker);
      close(ends ? "marker_in_table" : "end_marker_missing");
      if (!ends) lose(found->marker, "marker_in_table");
    }
  }

  bool is_in_table(const FormMarker& marker) const {
    return std::ranges::any_of(form_.sections, [&](const FormChunk& section) {
      return section.fault == "marker_in_table" && is_same_section(section.marker, marker);
    });
  }

  FormChunk& open() { return form_.sections[*open_]; }

  void add_section(const FormMarker& marker) {
    if (form_.sections.size() >= kMostSections) {
      throw domain::Error(domain::ErrorCode::invalid, "docx_too_large",
                          say("The file contains more than {0} marker lines that begin a section; no form has so many.",
                              kMostSections));
    }
    touched_ = touched_.value_or(form_.sections.size());
    auto& section = form_.sections.emplace_back();
    section.marker = marker;
    section.comments = std::exchange(waiting_, {});
    begin_chunk(section);
  }

  // A line that the form was not made with ends no section that it was made with, and begins none that is taken.
  bool is_real(const FormMarker& marker) const { return seals_.contains(seal_of_(marker)); }
  bool refuse_open() {
    if (!open_ || !open_is_real_) return false;
    open().fault = kForeign;
    return true;
  }

  void begin(const FormMarker& marker) {
    const bool real = is_real(marker);
    if (!real && refuse_open()) return;
    close("end_marker_missing");
    open_ = form_.sections.size();
    open_is_real_ = real;
    add_section(marker);
    if (!real) open().fault = kForeign;
  }

  void end(const FormMarker& marker) {
    if (is_in_table(marker)) return;
    const bool real = is_real(marker);
    const bool fits = open_ && is_same_section(open().marker, marker);
    if (!real && refuse_open() && !fits) return;
    if (fits) return close("");
    close("end_marker_missing");
    lose(marker, real ? "begin_marker_missing" : kForeign);
  }

  void lose(const FormMarker& marker, const char* fault) {
    add_section(marker);
    form_.sections.back().fault = fault;
  }

  void close(const char* fault) {
    if (!open_) return;
    touched_ = touched_.value_or(*open_);
    if (open().fault.empty()) open().fault = fault;
    open_.reset();
  }

  // Comments on titles and guidance belong to the section that follows.
  void give(std::vector<std::string> comments) {
    const auto owner = touched_ ? touched_ : open_;
    append(owner ? form_.sections[*owner].comments : waiting_, std::move(comments));
  }

  void refuse_doubled() {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const auto& section : form_.sections) {
      if (section.fault != kForeign) ++counts[{section.marker.section, section.marker.language}];
    }
    for (auto& section : form_.sections) {
      if (section.fault.empty() && counts.at({section.marker.section, section.marker.language}) > 1)
        section.fault = "doubled_marker";
    }
  }

  const SealOf& seal_of_;
  std::set<std::string> seals_;  // all bookmarks of the file
  pugi::xml_node root_;
  DividedForm form_;
  bool open_is_real_ = false;
  std::optional<std::size_t> open_;     // the section in which the next block stands
  std::optional<std::size_t> touched_;  // the first one that began or ended in the block that is looked at
  std::vector<std::string> waiting_;    // comments
};

}  // namespace

DividedForm divide_form(const pugi::xml_document& document, const SealOf& seal_of) {
  return Divider(seal_of).divide(document.document_element());
}

}  // namespace documents
