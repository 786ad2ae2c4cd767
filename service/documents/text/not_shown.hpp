// What a text says in Markdown and documents do not show, for who saves it.
#pragma once

#include <string>
#include <vector>

#include "documents/text/syntax_tree.hpp"
#include "domain/basis/message.hpp"

namespace documents {

struct NotShown {
  int line = 0;  // of the Markdown
  domain::Message message;
};

struct ReadText {
  SyntaxTree tree;
  std::vector<NotShown> not_shown;
};

// Not shown are: tags and blocks of HTML (comments are meant not to be seen), cells beyond the columns of a table,
// footnotes without a mark, with no text or with two, pictures and links that lead where none may, the head of a file
// (front matter), markup that is too much to be read. By lines; at most 20, and the last then says how many more there
// are.
ReadText read_text(const std::string& markdown);

}  // namespace documents
