// What a form prints around its texts, so that it can be told from what somebody typed there.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

class FormPrint {
 public:
  // What every form says in a language. What changes from one day to the next is known by the words around it.
  void add_fixed(std::string_view language);
  void add_line(std::string_view line);
  // A line that begins with these words.
  void add_beginning(std::string_view words);

  bool has(std::string_view line) const;

 private:
  // Bare letters: word processors change the rest.
  std::set<std::string, std::less<>> lines_;
  std::vector<std::vector<std::string>> patterns_;  // words that follow each other, with others between
};

}  // namespace documents
