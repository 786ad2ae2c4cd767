// The numbers that headings carry in the document and in every answer: 1, 6.2.3, and A, A.1 for annexes.
#pragma once

#include <string>
#include <vector>

namespace domain {

// Hand it the nodes in document order, a parent before its children: it answers each with its number.
class OutlineNumbers {
 public:
  // depth: 1 at the top. annex: annexes are lettered and count by themselves.
  std::string next(int depth, bool annex);

 private:
  struct Level {
    std::string number;
    int children = 0;
  };
  int chapters_ = 0;
  int annexes_ = 0;
  std::vector<Level> open_;  // the node last numbered, and those above it
};

}  // namespace domain
