// The memory that the Markdown parser may take for one text. How much it wants cannot be told from the length of the
// text: each mention of a link copies its address and title, each short row of a table is filled up with cells.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace documents {

constexpr std::size_t kMostParserMemory = 64 * 1024 * 1024;  // bytes

// Thrown through the parser, which holds nothing but memory from here.
struct TooMuchMarkup {};

// Given back as a whole, so that a parser may be left where it stands. What it made lives no longer than this.
class ParseMemory {
 public:
  // While it lives, what the allocator gives on this thread comes from there; else from the heap, one by one: nodes
  // allocate when they are read or changed, too.
  class Use {
   public:
    explicit Use(ParseMemory& memory);
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
  };

  static cmark_mem* allocator();

  // Zeroed. Errors: TooMuchMarkup.
  void* take(std::size_t size);
  // Whether what was taken last has grown in its place.
  bool grow(void* last, std::size_t old_size, std::size_t new_size);

 private:
  struct Free {
    void operator()(char* bytes) const;
  };
  std::vector<std::unique_ptr<char, Free>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;   // in the last block
  std::size_t taken_ = 0;  // all blocks
};

// A node that may stand among those of the parser: these take none that was made otherwise.
inline cmark_node* new_node(cmark_node_type type) { return cmark_node_new_with_mem(type, ParseMemory::allocator()); }

}  // namespace documents
