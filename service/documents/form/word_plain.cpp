#include "documents/form/word_plain.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>
#include <utility>

#include "documents/form/word_equation.hpp"
#include "documents/form/word_line.hpp"
#include "documents/form/word_nodes.hpp"
#include "documents/form/word_runs.hpp"
#include "documents/text/bare_letters.hpp"
#include "documents/text/excerpt.hpp"

namespace documents {
namespace {

constexpr std::array<std::string_view, 4> kDrawn{"drawing", "pict", "object", "contentPart"};
constexpr std::array<std::string_view, 2> kInserted{"altChunk", "subDoc"};
constexpr std::array<std::string_view, 2> kEquations{"oMath", "oMathPara"};
constexpr std::array<std::string_view, 2> kGaps{"gridBefore", "gridAfter"};
constexpr int kMostColumnsFree = 63;  // Word's own bound of columns

std::string prefix_of(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return std::string(name.substr(0, name.size() - local_name(node).size()));
}

int whole_number(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string words_inside(const pugi::xml_node& node) {
  std::string words;
  for (const auto& child : node) {
    if (is_gone(child)) continue;
    words += local_name(child) == "t" ? std::string(child.text().get()) : words_inside(child);
    if (local_name(child) == "p" && !words.empty() && !words.ends_with(' ')) words += ' ';
  }
  return words;
}

class Plain {
 public:
  Plain(const WordStyles& styles, const WordSymbols& symbols) : runs_(styles, symbols) {}

  std::vector<std::string> make(pugi::xml_node root) {
    visit(root);
    std::vector<std::string> remarks;
    for (const auto& [kind, told] : told_) {
      std::string remark = told.first;
      if (told.count > 1) remark += " There are " + std::to_string(told.count) + " such places; this is the first.";
      remarks.push_back(std::move(remark));
    }
    return remarks;
  }

 private:
  struct Told {
    std::string first;
    int count = 0;
  };

  void tell(const char* kind, const std::string& what) {
    auto& told = told_[kind];
    if (++told.count == 1) told.first = what + place();
  }

  // " It stands in “...”."
  std::string place() const {
    const std::string here = letters_of_line(paragraph_);
    const bool empty = bare_letters(here).empty();
    const std::string& words = empty ? before_ : here;
    if (bare_letters(words).empty()) return "";
    return (empty ? " It stands behind \"" : " It stands in \"") + excerpt(words) + "\".";
  }

  void visit(pugi::xml_node node) {
    for (pugi::xml_node child = node.first_child(); child;) {
      const std::string_view name = local_name(child);
      pugi::xml_node next = child.next_sibling();
      if (is_gone(child)) {
        if (name == "Fallback") node.remove_child(child);
      } else if (name == "AlternateContent") {
        next = choose(node, child);
      } else if (is_one_of(kDrawn, child)) {
        leave_out(node, child);
      } else if (is_one_of(kInserted, child)) {
        leave_out_inserted(node, child);
      } else if (is_one_of(kEquations, child)) {
        equation(node, child);
      } else if (name == "p") {
        paragraph(child);
      } else if (name == "r") {
        run(node, child);
      } else {
        if (name == "tr") fill_row(child);
        visit(child);
      }
      child = next;
    }
  }

  void paragraph(pugi::xml_node node) {
    const auto outer = std::exchange(paragraph_, node);
    visit(node);
    if (const std::string letters = letters_of_line(node); !letters.empty()) before_ = letters;
    paragraph_ = outer;
  }

  // What a newer program would show. Gives where to go on.
  static pugi::xml_node choose(pugi::xml_node parent, pugi::xml_node alternatives) {
    pugi::xml_node first;
    const auto choice = word_child(alternatives, "Choice");
    for (pugi::xml_node child = choice.first_child(); child; child = choice.first_child()) {
      const auto moved = parent.insert_move_before(child, alternatives);
      if (!first) first = moved;
    }
    const auto behind = alternatives.next_sibling();
    parent.remove_child(alternatives);
    return first ? first : behind;
  }

  void leave_out(pugi::xml_node parent, pugi::xml_node drawn) {
    std::string words = words_inside(drawn);
    while (words.ends_with(' ')) words.pop_back();
    constexpr std::array<std::string_view, 5> kShown{"blip", "imagedata", "chart", "relIds", "ink"};
    constexpr std::array<std::string_view, 2> kObjects{"OLEObject", "control"};
    const auto holds = [&](const auto& names) {
      return static_cast<bool>(drawn.find_node([&](const pugi::xml_node& one) { return is_one_of(names, one); }));
    };
    if (!bare_letters(words).empty()) {
      tell("box", "Some words of the file were not read; the first of them are \"" + excerpt(words) +
                      "\". They stand in a text box or the like: write them into the text itself.");
    }
    if (holds(kObjects)) {
      tell(
          "object",
          "An object or a control of another program was left out; write what it says into the text, or send a picture "
          "of it by itself.");
    } else if (holds(kShown) || bare_letters(words).empty()) {
      tell("picture",
           "A picture, chart or drawing of the file was left out; send a picture by itself, and place it by its name.");
    }
    parent.remove_child(drawn);
  }

  void leave_out_inserted(pugi::xml_node parent, pugi::xml_node inserted) {
    tell("inserted",
         "A part that was inserted as a file was not read: open it by itself, and paste its text into the form.");
    parent.remove_child(inserted);
  }

  void equation(pugi::xml_node parent, pugi::xml_node node) {
    const std::string line = line_of_equation(node);
    const std::string prefix = paragraph_ ? prefix_of(paragraph_) : "w:";
    pugi::xml_node run = parent.insert_child_before((prefix + (paragraph_ ? "r" : "p")).c_str(), node);
    if (!paragraph_) run = run.append_child((prefix + "r").c_str());
    auto text = run.append_child((prefix + "t").c_str());
    text.append_attribute("xml:space") = "preserve";
    text.text().set(line.c_str());
    parent.remove_child(node);
    tell("equation", "An equation became a line of text, \"" + excerpt(line) + "\": see whether it says the same.");
  }

  void run(pugi::xml_node parent, pugi::xml_node node) {
    if (runs_.is_hidden(node, paragraph_)) {
      const std::string words = words_inside(node);
      if (!bare_letters(words).empty()) tell("hidden", "Hidden text (\"" + excerpt(words) + "\") was left out.");
      parent.remove_child(node);
      return;
    }
    for (const std::string& font : runs_.make_plain(node))
      tell("sign", "A sign of the font '" + excerpt(font) + "' that no other font knows was left out.");
    visit(node);
  }

  static void fill_row(pugi::xml_node row) {
    auto properties = word_child(row, "trPr");
    for (const std::string_view gap : kGaps) {
      const auto free = word_child(properties, gap);
      if (!free) continue;
      const int columns = std::clamp(whole_number(word_attribute(free, "val")), 0, kMostColumnsFree);
      if (columns > 0) add_cell(row, gap == "gridBefore", columns);
      properties.remove_child(free);
    }
  }

  static void add_cell(pugi::xml_node row, bool first, int columns) {
    const std::string prefix = prefix_of(row);
    const std::string name = prefix + "tc";
    const auto before = word_child(row, "tc");
    pugi::xml_node cell =
        first && before ? row.insert_child_before(name.c_str(), before) : row.append_child(name.c_str());
    auto span = cell.append_child((prefix + "tcPr").c_str()).append_child((prefix + "gridSpan").c_str());
    span.append_attribute((prefix + "val").c_str()) = columns;
    cell.append_child((prefix + "p").c_str());
  }

  WordRuns runs_;
  pugi::xml_node paragraph_;          // that is looked at
  std::string before_;                // the letters of the one before
  std::map<std::string, Told> told_;  // by kind
};

}  // namespace

std::vector<std::string> make_plain(pugi::xml_node document, const WordStyles& styles, const WordSymbols& symbols) {
  return Plain(styles, symbols).make(document);
}

}  // namespace documents
