// The one numbering of the tables and figures of a report, and what texts call them.
#pragma once

#include <cmark-gfm.h>

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace documents {

struct ReportPart;

enum class CaptionKind { table, figure };

// "Table 3. Permits issued". A drawn chart is a figure.
struct Numbered {
  CaptionKind kind = CaptionKind::table;
  int number = 0;    // 1 to n over the whole report, by kind
  std::string name;  // what references call it; empty: nothing
  const ReportPart* part = nullptr;
  cmark_node* node = nullptr;     // the table or the picture
  cmark_node* caption = nullptr;  // the paragraph above a table; null: a picture, whose caption is its title
  std::string title;              // the words of the caption
};

class Numbering {
 public:
  // In the order of the document. Gives it its number.
  int add(Numbered numbered);

  // Sorted by kind and number.
  const std::vector<Numbered>& of(CaptionKind kind) const { return kind == CaptionKind::table ? tables_ : figures_; }
  // Of a table or a picture, or of the caption of a table; null: it has no number.
  const Numbered* at(const cmark_node* node) const;
  // What a text of this part calls so: of its own, else of the first part that has one. Null: nothing.
  const Numbered* named(const ReportPart& part, const std::string& name) const;

 private:
  using Place = std::pair<CaptionKind, std::size_t>;
  const Numbered& at(const Place& place) const { return of(place.first)[place.second]; }

  std::vector<Numbered> tables_;
  std::vector<Numbered> figures_;
  std::unordered_map<const cmark_node*, Place> by_node_;
  std::map<std::string, Place, std::less<>> by_name_;
  std::map<std::pair<const ReportPart*, std::string>, Place> by_own_name_;
};

}  // namespace documents
