// What the blocks of a text are to the page that they stand on.
#pragma once

#include <cmark-gfm.h>

namespace documents {

// Within no list, quotation, table or note.
bool is_top_level(cmark_node* block);

// A short paragraph that introduces the list or table behind it.
bool is_lead(cmark_node* paragraph);

// A short paragraph with notes. Typst moves the end of a page to the next one and leaves its notes behind
// (typst/typst#5314), but not those of what it moves whole.
bool is_short_with_notes(cmark_node* paragraph);

// A list of a few lines: a page break would leave one of them alone.
bool is_short_list(cmark_node* list);

}  // namespace documents
