// What a mail says, once: both its bodies are made of it.
#pragma once

#include <string>
#include <vector>

namespace documents {

struct LetterPart {
  std::string text;      // one paragraph
  std::string url = {};  // where it leads; empty: nowhere
  bool item = false;     // of a list
};

struct Letter {
  std::string language;
  std::string title;
  std::vector<LetterPart> parts;
  std::vector<LetterPart> footer;  // small, below: why it came, how to have it no more
};

// Lines ended by LF.
std::string letter_text(const Letter& letter);
// A page of its own. It loads nothing, so that nobody learns who read it when.
std::string letter_html(const Letter& letter);

}  // namespace documents
