// The difference of two texts: paragraph by paragraph, and word by word inside a paragraph that changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class ChangeKind { equal, insert, remove, change };

std::string_view to_string(ChangeKind kind);  // "equal", "insert", "delete", "change"

struct WordChange {
  ChangeKind kind;  // equal, insert or remove
  std::string text;
};

// One paragraph of the old text against one of the new.
struct Change {
  ChangeKind kind = ChangeKind::equal;
  std::int64_t from_line = 0;     // line of the old text where it begins, from 1; 0: none
  std::int64_t to_line = 0;       // the same in the new text
  std::string old_text;           // empty for insert
  std::string new_text;           // empty for remove
  std::vector<WordChange> words;  // change: all words of both, in order
};

// Paragraphs are separated by blank lines. Texts that differ almost everywhere are compared coarsely, in bounded time.
std::vector<Change> diff_texts(std::string_view old_text, std::string_view new_text);

// The same difference line by line in the unified form that `patch` applies; empty where the texts are the same.
std::string unified_diff(std::string_view old_text, std::string_view new_text, std::string_view old_name,
                         std::string_view new_name, int context = 3);

}  // namespace domain
