// Headings numbered by the word processor itself, so that who edits on keeps the numbers: its lists, and which of them
// numbers each heading. A list counts on by itself. Where the number of the report does not follow from it (a part of
// the report that begins with 2.7, an alphabet that leaves letters out), another list begins.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace documents {

enum class HeadingCount {
  numbers,
  latin,     // A, B, ... Z
  cyrillic,  // as word processors count in Russian, which have more letters than standards of documents allow
  none,      // one heading with a letter of no such alphabet
};

struct HeadingList {
  bool annex = false;
  int level = 0;                               // the first that counts, 0: chapters; those above stand in `before`
  std::string before = {};                     // "2." of 2.7, or the letter itself where nothing counts
  int start = 1;                               // on that level; those below begin with 1
  HeadingCount count = HeadingCount::numbers;  // on level 0; those below have numbers
};

struct NumberedHeading {
  std::size_t list = 0;
  int level = 0;
};

class HeadingNumbers {
 public:
  // In the order of the document. number: "2.7", "A", "A.1".
  NumberedHeading add(std::string_view number, bool annex);

  // Their places do not change. The first is that of the chapters, also where there are none.
  std::vector<HeadingList> lists() const;

 private:
  struct Counting {
    HeadingList list;
    std::vector<std::string> shown;  // the last number, level by level; empty: none yet
  };
  static bool shows_next(const Counting& counting, const std::vector<std::string>& number);

  std::vector<Counting> lists_{1};
};

}  // namespace documents
