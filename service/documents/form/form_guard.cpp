#include "documents/form/form_guard.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace documents {
namespace {

constexpr std::string_view kJoiner = "\u2060";
constexpr std::array<std::string_view, 7> kBreaks{"Space", "SoftBreak", "LineBreak", "Para",
                                                  "Plain", "Header",    "CodeBlock"};

class Guard {
 public:
  void walk(pandoc::Json& node) {
    if (node.is_array()) {
      for (auto& one : node) walk(one);
    }
    if (!node.is_object()) return;
    if (!node.contains("t")) {
      for (auto& one : node) walk(one);
      return;
    }
    const auto type = node.at("t").get<std::string>();
    if (std::ranges::find(kBreaks, type) != kBreaks.end()) after_bracket_ = false;
    if (!node.contains("c")) return;
    auto& content = node.at("c");
    if (type == "Str") return guard(content);
    if (type == "Code" || type == "CodeBlock") return guard(content.at(1));
    const bool outside = after_bracket_;
    walk(content);
    if (type == "Note") after_bracket_ = outside;
  }

 private:
  // One more sign where there are some, so that those of the text itself are not taken for it.
  void guard(pandoc::Json& string) {
    const auto text = string.get<std::string>();
    std::string guarded;
    for (std::size_t i = 0; i < text.size();) {
      const bool joins = std::string_view(text).substr(i).starts_with(kJoiner);
      if (text[i] == '[' && after_bracket_) guarded += kJoiner;
      after_bracket_ = text[i] == '[' || (joins && after_bracket_);
      const std::size_t size = joins ? kJoiner.size() : 1;
      guarded += text.substr(i, size);
      i += size;
    }
    string = std::move(guarded);
  }

  bool after_bracket_ = false;  // with nothing but joiners behind it
};

// Where the last joiners between two brackets stand.
class Joiners {
 public:
  struct Place {
    std::size_t run;
    std::size_t at;
  };

  void add(std::string_view text, std::size_t run) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.substr(i).starts_with(kJoiner)) {
        last_ = {run, i};
        joined_ = after_bracket_;
        i += kJoiner.size() - 1;
        continue;
      }
      if (text[i] == '[' && joined_) found_.push_back(last_);
      after_bracket_ = text[i] == '[';
      joined_ = false;
    }
  }
  void add_break() { after_bracket_ = joined_ = false; }
  const std::vector<Place>& found() const { return found_; }

 private:
  Place last_{0, 0};
  bool after_bracket_ = false;
  bool joined_ = false;
  std::vector<Place> found_;
};

}  // namespace

void guard_brackets(pandoc::Json& blocks) { Guard().walk(blocks); }

void unguard_brackets(RichLine& line) {
  Joiners joiners;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i].line_break) joiners.add_break();
    if (line[i].is_text()) joiners.add(line[i].text, i);
  }
  for (auto place = joiners.found().rbegin(); place != joiners.found().rend(); ++place)
    line[place->run].text.erase(place->at, kJoiner.size());
}

std::string unguarded(const std::string& text) {
  RichLine line(1);
  line.front().text = text;
  unguard_brackets(line);
  return std::move(line.front().text);
}

}  // namespace documents
