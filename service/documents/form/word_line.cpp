#include "documents/form/word_line.hpp"

#include <array>
#include <string_view>

#include "documents/form/word_nodes.hpp"

namespace documents {
namespace {

constexpr std::array<std::string_view, 13> kCarriers{"p",    "r",          "hyperlink", "ins", "moveTo",
                                                     "bdo",  "dir",        "smartTag",  "sdt", "fldSimple",
                                                     "ruby", "sdtContent", "customXml"};
constexpr std::array<std::string_view, 6> kLooks{"pPr",         "rPr",      "bookmarkStart",
                                                 "bookmarkEnd", "proofErr", "lastRenderedPageBreak"};

std::string letters_of_leaf(const pugi::xml_node& leaf) {
  const std::string_view name = local_name(leaf);
  if (name == "t") return leaf.text().get();
  if (name == "noBreakHyphen") return "\u2011";
  if (name == "tab" || name == "ptab") return " ";
  if (name == "br" || name == "cr") return "\n";
  return "";
}

void add_letters(std::string& letters, const pugi::xml_node& node) {
  for (const auto& child : node) {
    if (is_one_of(kCarriers, child)) {
      add_letters(letters, child);
    } else {
      letters += letters_of_leaf(child);
    }
  }
}

class Cut {
 public:
  Cut(const LinePart& part, std::size_t size) : part_(part), size_(size) {}

  void run(pugi::xml_node node) {
    for (pugi::xml_node child = node.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      if (is_one_of(kCarriers, child)) {
        run(child);
      } else if (!is_one_of(kLooks, child)) {
        leaf(node, child);
      }
      child = next;
    }
  }

 private:
  void leaf(pugi::xml_node parent, pugi::xml_node child) {
    const std::string letters = letters_of_leaf(child);
    const std::size_t from = at_;
    at_ += letters.size();
    if (letters.empty()) {
      const bool kept = from >= part_.no_letters_from && (from < part_.end || (from == size_ && part_.end >= size_));
      if (!kept) parent.remove_child(child);
      return;
    }
    const std::size_t begin = std::clamp(part_.begin, from, at_) - from;
    const std::size_t end = std::clamp(part_.end, from, at_) - from;
    if (begin >= end) {
      parent.remove_child(child);
    } else if (end - begin < letters.size()) {
      child.text().set(letters.substr(begin, end - begin).c_str());
      if (!child.attribute("xml:space")) child.append_attribute("xml:space");
      child.attribute("xml:space").set_value("preserve");
    }
  }

  const LinePart& part_;
  std::size_t size_;
  std::size_t at_ = 0;
};

}  // namespace

std::string letters_of_line(const pugi::xml_node& paragraph) {
  std::string letters;
  add_letters(letters, paragraph);
  return letters;
}

void keep_of_line(pugi::xml_node paragraph, const LinePart& part) {
  Cut(part, letters_of_line(paragraph).size()).run(paragraph);
}

bool holds_anything(const pugi::xml_node& paragraph) {
  for (const auto& child : paragraph) {
    if (is_one_of(kLooks, child)) continue;
    if (!is_one_of(kCarriers, child) || holds_anything(child)) return true;
  }
  return false;
}

}  // namespace documents
