// The tags that a text may hold in its lines, and what is kept of them.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <string_view>

namespace documents {

struct HtmlTag {
  std::string name;  // in small letters; empty: a comment, or no tag at all
  bool closing = false;
};
HtmlTag tag_in(std::string_view literal);

// Whether tag_in(...) shows in documents what it means: <br>, <sup>, <sub>, <del>, <s>, <strike>, <q>.
bool is_kept_tag(std::string_view name);

// What stands between two tags and would mean something else without them: raised and lowered letters become those of
// Unicode ("10⁶") where it has them, else "^(...)" and "_(...)"; <del>, <s> and <strike> are struck through, <q> gets
// quotation marks. The tags themselves stay where they are.
void keep_meaning_of_tags(cmark_node* root);

}  // namespace documents
