// How far something is: on a terminal one line that is drawn again and again, elsewhere a line for each step.
#pragma once

#include <ostream>
#include <string>

class ProgressLine {
 public:
  ProgressLine(std::ostream& out, bool terminal) : out_(out), terminal_(terminal) {}
  ~ProgressLine() { end(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // What was shown last is not shown again.
  void show(int percent, const std::string& step);
  // What is written next begins on a line of its own.
  void end();

 private:
  std::ostream& out_;
  bool terminal_;
  std::string shown_;
};
